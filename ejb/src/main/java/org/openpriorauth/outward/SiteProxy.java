package org.openpriorauth.outward;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The proxy through which a site lets its servers out, and what is called without it. */
final class SiteProxy {
  private static final int LARGEST_PORT = 65535;

  private final URI address;
  private final List<String> except;

  private SiteProxy(URI address, List<String> except) {
    this.address = address;
    this.except = except;
  }

  static SiteProxy none() {
    return new SiteProxy(null, List.of());
  }

  /**
   * @param address host:port
   * @param except hosts; one that begins with a dot means all below it
   */
  static SiteProxy of(String address, List<String> except) {
    try {
      URI uri = URI.create("http://" + address.strip());
      boolean plain = uri.getRawUserInfo() == null && uri.getRawPath().isEmpty();
      if (plain && uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= LARGEST_PORT) {
        return new SiteProxy(uri, except.stream().map(e -> e.toLowerCase(Locale.ROOT)).toList());
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(Outward.PROXY + " is no host:port.", e);
    }
    throw new IllegalStateException(Outward.PROXY + " is no host:port.");
  }

  Optional<URI> address() {
    return Optional.ofNullable(address);
  }

  /** This machine and a cloud's metadata are never behind a proxy. */
  boolean directly(String host) {
    String plain = host == null ? "" : host.toLowerCase(Locale.ROOT);
    return plain.equals("localhost")
        || plain.matches("127(\\.\\d+){3}|\\[?::1]?|169\\.254(\\.\\d+){2}")
        || except.stream().anyMatch(e -> plain.equals(e) || e.startsWith(".") && plain.endsWith(e));
  }

  ProxySelector selector() {
    if (address == null) {
      return ProxySelector.getDefault();
    }
    Proxy there =
        new Proxy(
            Proxy.Type.HTTP,
            InetSocketAddress.createUnresolved(address.getHost(), address.getPort()));
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(directly(uri.getHost()) ? Proxy.NO_PROXY : there);
      }

      /** The client says so itself; there is no second one to turn to. */
      @Override
      public void connectFailed(URI uri, SocketAddress proxy, IOException why) {
        // Nothing to remember.
      }
    };
  }
}
