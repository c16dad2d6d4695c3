package org.openpriorauth.network;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.network.model.Network;

/**
 * Where a call comes from. Anybody may send a header that names an address: it is read only where a
 * reverse proxy of the site's own stands before the server, from the nearest hop to the farthest,
 * as far as each was told by a proxy that the site names. Of the two headers one counts, for a
 * proxy that writes one of them passes the other on as a stranger sent it.
 */
@ApplicationScoped
public class CallerAddresses {
  private static final String FORWARDED = "Forwarded";

  /** RFC 7239: for=192.0.2.43, for="[2001:db8::17]:4711". */
  private static final Pattern FOR =
      Pattern.compile("(?:^|;)\\s*for=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);

  private static final Pattern PORT =
      Pattern.compile("\\[([^\\]]+)\\](?::\\d+)?|([0-9.]+)(?::\\d+)?");

  /** Half of an IPv6 address belongs to whoever has the network. */
  private static final int V6_NETWORK = 64;

  private static final int V6_BYTES = 16;

  @Inject
  @ConfigProperty(name = "openpriorauth.proxies")
  Optional<String> named;

  @Inject
  @ConfigProperty(name = "openpriorauth.proxies.header")
  String header;

  private List<Network> proxies = List.of();

  /**
   * @throws IllegalArgumentException if the setting names no networks
   */
  @PostConstruct
  public void read() {
    proxies = Network.list(named.orElse(""));
  }

  /**
   * @param peer at the other end of the connection
   * @param headers all values of a header, in order
   */
  public String of(String peer, Function<String, List<String>> headers) {
    Optional<InetAddress> nearest = Network.address(peer);
    if (nearest.isEmpty() || !isProxy(nearest.get())) {
      return peer;
    }
    String[] hops = String.join(",", headers.apply(header)).split(",");
    InetAddress caller = nearest.get();
    for (int i = hops.length - 1; i >= 0 && isProxy(caller); i--) {
      Optional<InetAddress> hop = address(hops[i]);
      if (hop.isEmpty()) {
        break;
      }
      caller = hop.get();
    }
    return caller.getHostAddress();
  }

  /** What is counted as one caller: an IPv4 address, or an IPv6 network. */
  public String counted(String address) {
    return Network.address(address)
        .filter(a -> a.getAddress().length == V6_BYTES)
        .map(a -> Network.around(a, V6_NETWORK).toString())
        .orElse(address);
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(p -> p.holds(address));
  }

  private Optional<InetAddress> address(String hop) {
    String said = hop.strip();
    if (header.equalsIgnoreCase(FORWARDED)) {
      Matcher found = FOR.matcher(said);
      said = found.find() ? found.group(1) : "";
    }
    Matcher port = PORT.matcher(said);
    if (port.matches()) {
      said = Arrays.asList(port.group(1), port.group(2)).get(port.group(1) == null ? 1 : 0);
    }
    return Network.address(said);
  }
}
