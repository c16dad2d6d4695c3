package org.openpriorauth.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressesTest {
  private static final String PROXY = "10.1.0.5";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.0.5 | 203.0.113.9 | 203.0.113.9",
        // Somebody outside wrote the first hop; the proxy wrote the last.
        "10.1.0.5 | 192.0.2.1, 203.0.113.9 | 203.0.113.9",
        "10.1.0.5 | 192.0.2.1, 203.0.113.9, 10.1.0.6 | 203.0.113.9",
        "10.1.0.5 | 203.0.113.9:4711 | 203.0.113.9",
        "10.1.0.5 | [2001:db8::9]:4711 | 2001:db8:0:0:0:0:0:9",
        "10.1.0.5 | 2001:db8::9 | 2001:db8:0:0:0:0:0:9",
        "10.1.0.5 | 203.0.113.9, unknown | 10.1.0.5",
        "10.1.0.5 | '' | 10.1.0.5",
        // No proxy of ours: what it says of others is nothing to us.
        "203.0.113.7 | 192.0.2.1 | 203.0.113.7",
      })
  void readsTheHopsThatProxiesOfOursTell(String peer, String said, String expected) {
    assertEquals(
        expected, addresses(PROXY + "/24", "X-Forwarded-For").of(peer, h -> List.of(said)));
  }

  @Test
  void readsTheStandardsHeaderWhereTheSiteSaysSo() {
    List<String> said =
        List.of("for=192.0.2.1", "by=10.1.0.5;For=\"[2001:db8::9]:4711\";proto=https");
    assertEquals(
        "2001:db8:0:0:0:0:0:9",
        addresses(PROXY, "Forwarded")
            .of(PROXY, h -> h.equals("Forwarded") ? said : List.of("198.51.100.1")));
  }

  @Test
  void withoutProxiesNobodyIsBelieved() {
    assertEquals(PROXY, addresses("", "X-Forwarded-For").of(PROXY, h -> List.of("203.0.113.9")));
  }

  @Test
  void manyAddressesOfOneNetworkAreOneCaller() {
    CallerAddresses addresses = addresses("", "Forwarded");
    assertEquals(addresses.counted("2001:db8::1"), addresses.counted("2001:db8::ffff:2"));
    assertEquals("192.0.2.1", addresses.counted("192.0.2.1"));
  }

  private static CallerAddresses addresses(String proxies, String header) {
    CallerAddresses addresses = new CallerAddresses();
    addresses.named = Optional.of(proxies);
    addresses.header = header;
    addresses.read();
    return addresses;
  }
}
