package org.openpriorauth.network;

import java.net.InetAddress;
import java.util.List;
import org.openpriorauth.network.model.Network;

/**
 * Addresses that are nobody's on the Internet: this machine, private networks, those of clouds that
 * hand out keys, and such as carry another address inside (IANA's registries of special-purpose
 * addresses, RFC 6890).
 */
final class SpecialNetworks {
  private static final List<Network> V4 =
      Network.list(
          """
          0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
          192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16
          192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
          168.63.129.16
          """);

  /** What is given out at all; everything else is special. */
  private static final Network V6_GLOBAL = Network.of("2000::/3");

  private static final List<Network> V6 =
      Network.list("2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20");

  private static final int V4_BYTES = 4;

  private SpecialNetworks() {}

  static boolean hold(InetAddress address) {
    if (address.getAddress().length == V4_BYTES) {
      return V4.stream().anyMatch(n -> n.holds(address));
    }
    return !V6_GLOBAL.holds(address) || V6.stream().anyMatch(n -> n.holds(address));
  }
}
