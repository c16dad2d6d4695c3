package org.openpriorauth.network;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.network.model.Network;

/**
 * Where this server may be sent to by what a clinic sets up: to public addresses, by TLS, on the
 * usual ports; to anything else only if the installation names it. A name may mean another address
 * each time it is asked for, so whoever connects takes the addresses from here.
 */
@ApplicationScoped
public class Outbound {
  private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

  @Inject
  @ConfigProperty(name = "openpriorauth.outbound.allowed")
  Optional<String> allowed;

  @Inject
  @ConfigProperty(name = "openpriorauth.outbound.ports")
  String usual;

  @Inject
  @ConfigProperty(name = "openpriorauth.payer.plain-http")
  boolean plainHttp;

  private Set<String> hosts = Set.of();
  private List<Network> networks = List.of();
  private List<Integer> ports = List.of();

  /**
   * Why an address is not taken.
   *
   * @param code a word for programs
   * @param detail a sentence for who set it up
   */
  public record Objection(String code, String detail) {}

  /**
   * @throws IllegalArgumentException if a setting names something else than it should
   */
  @PostConstruct
  public void read() {
    Set<String> named = new HashSet<>();
    List<Network> ranges = new ArrayList<>();
    for (String entry : words(allowed.orElse(""))) {
      if (Network.address(entry.replaceFirst("/.*", "")).isPresent()) {
        ranges.add(Network.of(entry));
      } else if (HOST.matcher(plain(entry)).matches()) {
        named.add(plain(entry));
      } else {
        throw new IllegalArgumentException("No host and no network: " + entry);
      }
    }
    hosts = Set.copyOf(named);
    networks = List.copyOf(ranges);
    ports = words(usual).stream().map(Integer::valueOf).toList();
  }

  /** What speaks against an address as it is written; asks no name server. */
  public Optional<Objection> objection(URI address) {
    String host = address.getHost();
    boolean http = "http".equals(address.getScheme());
    if (host == null
        || !(http || "https".equals(address.getScheme()))
        || address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      return objection("address", "Give an address that begins with https:// and names no user.");
    }
    if (http && !(plainHttp && named(host))) {
      return objection("address", "Give an address that begins with https://.");
    }
    if (address.getPort() >= 0 && !ports.contains(address.getPort()) && !named(host)) {
      return objection(
          "port", "This installation does not connect to port " + address.getPort() + ".");
    }
    return literal(host).filter(a -> !permits(a)).isPresent() ? inside() : Optional.empty();
  }

  /** The same, and what its name means now; a name that nobody knows yet is no objection. */
  public Optional<Objection> objectionNow(URI address) {
    Optional<Objection> written = objection(address);
    if (written.isPresent()) {
      return written;
    }
    try {
      return permitted(address.getHost()).isEmpty() ? inside() : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether all that its name means now may be connected to: for a glance by a client that asks the
   * name server anew. Nothing secret may go where only this was asked.
   */
  public boolean wholly(URI address) {
    if (objection(address).isPresent()) {
      return false;
    }
    try {
      String host = address.getHost();
      return permitted(host).size() == InetAddress.getAllByName(host).length;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * The addresses to connect to, and no others.
   *
   * @throws UnknownHostException if there are none, or none that may be connected to
   */
  public List<InetAddress> addresses(String host) throws UnknownHostException {
    List<InetAddress> permitted = permitted(host);
    if (permitted.isEmpty()) {
      throw new UnknownHostException("This installation does not connect there.");
    }
    return permitted;
  }

  private List<InetAddress> permitted(String host) throws UnknownHostException {
    return Stream.of(InetAddress.getAllByName(host))
        .filter(a -> hosts.contains(plain(host)) || permits(a))
        .toList();
  }

  private boolean named(String host) {
    return hosts.contains(plain(host))
        || literal(host).filter(a -> networks.stream().anyMatch(n -> n.holds(a))).isPresent();
  }

  private boolean permits(InetAddress address) {
    return !SpecialNetworks.hold(address) || networks.stream().anyMatch(n -> n.holds(address));
  }

  private static Optional<InetAddress> literal(String host) {
    return Network.address(host.replaceAll("[\\[\\]]", ""));
  }

  private static Optional<Objection> inside() {
    return objection(
        "inside", "This installation does not connect to addresses inside a private network.");
  }

  private static Optional<Objection> objection(String code, String detail) {
    return Optional.of(new Objection(code, detail));
  }

  private static String plain(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
  }
}
