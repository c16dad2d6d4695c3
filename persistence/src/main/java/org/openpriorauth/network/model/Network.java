package org.openpriorauth.network.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses as administrators write it (CIDR, RFC 4632 and 4291): {@code
 * 192.0.2.0/24}, {@code 2001:db8::/32}; an address alone is the range that holds nothing else.
 * Never asks a name server.
 */
public final class Network {
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

  private final byte[] first;
  private final int prefix;

  private Network(byte[] address, int prefix) {
    this.first = masked(address, prefix);
    this.prefix = prefix;
  }

  /**
   * @throws IllegalArgumentException if it is no range
   */
  public static Network of(String text) {
    String[] parts = text.strip().split("/", -1);
    byte[] address =
        address(parts[0])
            .map(InetAddress::getAddress)
            .orElseThrow(() -> new IllegalArgumentException("No network: " + text));
    int bits = address.length * Byte.SIZE;
    int prefix = bits;
    if (parts.length > 1) {
      prefix = PREFIX.matcher(parts[1]).matches() ? Integer.parseInt(parts[1]) : -1;
    }
    if (parts.length > 2 || prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("No network: " + text);
    }
    return new Network(address, prefix);
  }

  /**
   * Ranges with commas or spaces between them.
   *
   * @throws IllegalArgumentException if one is none
   */
  public static List<Network> list(String text) {
    return Arrays.stream(text.split("[,\\s]+"))
        .filter(part -> !part.isBlank())
        .map(Network::of)
        .toList();
  }

  /** An address as written, without asking for names; an IPv4 address inside IPv6 is IPv4. */
  public static Optional<InetAddress> address(String text) {
    String plain = text == null ? "" : text.strip().replaceFirst("%.*", "");
    if (!V4.matcher(plain).matches() && !V6.matcher(plain).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(plain));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  public boolean holds(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == first.length && Arrays.equals(masked(bytes, prefix), first);
  }

  /** The range of this width that an address lies in. */
  public static Network around(InetAddress address, int prefix) {
    return new Network(address.getAddress(), prefix);
  }

  private static byte[] masked(byte[] address, int prefix) {
    byte[] masked = address.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
      masked[i] &= (byte) (0xff << (Byte.SIZE - kept));
    }
    return masked;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network n && prefix == n.prefix && Arrays.equals(first, n.first);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(first) + prefix;
  }

  /** As one writes it, with the first address of the range. */
  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(first).getHostAddress() + "/" + prefix;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address of " + first.length + " bytes.", e);
    }
  }
}
