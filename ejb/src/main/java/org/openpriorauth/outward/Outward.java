package org.openpriorauth.outward;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How this server's own connections leave it: whose certificates count, and through which proxy.
 * Every client of another system takes both from here, so that a site says it once.
 */
@ApplicationScoped
public class Outward {
  static final String AUTHORITIES = "openpriorauth.outbound.authorities";
  static final String PROXY = "openpriorauth.outbound.proxy";

  @Inject
  @ConfigProperty(name = AUTHORITIES)
  Optional<String> authorities;

  @Inject
  @ConfigProperty(name = PROXY)
  Optional<String> proxy;

  @Inject
  @ConfigProperty(name = "openpriorauth.outbound.proxy-except")
  Optional<String> except;

  private Trust trust;
  private SiteProxy site;

  /**
   * For who makes a client by hand.
   *
   * @param authorities a file of certificates in PEM, or nothing
   * @param proxy host:port, or nothing
   */
  public static Outward of(
      Optional<String> authorities, Optional<String> proxy, Optional<String> except) {
    Outward outward = new Outward();
    outward.authorities = authorities;
    outward.proxy = proxy;
    outward.except = except;
    outward.read();
    return outward;
  }

  /**
   * @throws IllegalStateException that names the setting which cannot be read
   */
  @PostConstruct
  public void read() {
    trust = Trust.of(authorities.map(Path::of));
    site =
        proxy
            .map(address -> SiteProxy.of(address, words(except.orElse(""))))
            .orElseGet(SiteProxy::none);
  }

  /** The JDK's authorities, and the site's own. */
  public SSLContext tls() {
    return trust.context();
  }

  public X509TrustManager trust() {
    return trust.manager();
  }

  /** The site's proxy, or where none is set up whatever the JVM was told. */
  public ProxySelector proxies() {
    return site.selector();
  }

  /** The host of the site's proxy, which needs no further permission to be connected to. */
  public Optional<String> proxyHost() {
    return site.address().map(URI::getHost);
  }

  /** The site's proxy for an address, or nothing if it is called directly. */
  public Optional<URI> proxyOf(URI address) {
    return site.address().filter(there -> !site.directly(address.getHost()));
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
  }
}
