package org.openpriorauth.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "fe80::/10, fe80::1%eth0, true",
    "192.0.2.0/24, ::ffff:192.0.2.9, true"
  })
  void holdsWhatLiesInside(String network, String address, boolean inside) {
    assertEquals(inside, Network.of(network).holds(Network.address(address).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "example.org", "10.0.0/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0.256",
        "2001:db8::/129", "2001:db8::1::2", "010.0.0.1/", "1.2.3.4.", "/8", "10.0.0.0/08", ":"
      })
  void whatIsNoRangeIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Network.of(text));
  }

  /** A name would be looked up, and the look-up may be somebody else's. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "a", "dead.beef", "127.1", "0x7f.0.0.1", "2130706433"})
  void aNameIsNoAddress(String text) {
    assertTrue(Network.address(text).isEmpty());
  }

  @Test
  void isWrittenWithTheFirstAddressOfTheRange() {
    assertEquals("192.0.2.0/24", Network.of("192.0.2.77/24").toString());
    assertEquals("2001:db8:0:0:0:0:0:0/64", Network.of("2001:db8::7/64").toString());
    assertEquals(Network.of("192.0.2.0/24"), Network.of("192.0.2.77/24"));
    assertFalse(Network.of("192.0.2.0/24").equals(Network.of("192.0.2.0/25")));
  }

  @Test
  void aListHasCommasOrSpaces() {
    assertEquals(
        List.of(Network.of("10.0.0.0/8"), Network.of("::1")), Network.list(" 10.0.0.0/8, ::1 "));
    assertEquals(List.of(), Network.list(" "));
  }
}
