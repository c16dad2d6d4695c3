package org.openpriorauth.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionTest {
  @ParameterizedTest
  @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"})
  void tlsIsDemandedWhereItIs(boolean connection, boolean proxy, boolean demanded) {
    Protection protection = new Protection();
    protection.behindTls = proxy;
    assertEquals(demanded, protection.secure(connection));
    assertEquals(demanded, protection.headers(connection).containsKey("Strict-Transport-Security"));
  }

  @Test
  void aCookieByTlsSaysSoInItsName() {
    Protection protection = new Protection();
    assertEquals("opa_session", protection.cookie("opa_session", false));
    assertEquals("__Secure-opa_session", protection.cookie("opa_session", true));
    protection.behindTls = true;
    assertEquals("__Secure-opa_session", protection.cookie("opa_session", false));
  }

  @Test
  void noOriginIsAllowedByItself() {
    Origins origins = origins("");
    assertFalse(origins.any());
    assertFalse(origins.allows("null"));
  }

  @Test
  void originsAreAllowedByName() {
    Origins origins = origins("https://a.example, https://b.example:8443");
    assertTrue(origins.allows("https://b.example:8443"));
    assertFalse(origins.allows("https://b.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "null", "a.example", "https://*.example", "https://a.example/"})
  void whatIsNoWholeOriginIsRefused(String setting) {
    assertThrows(IllegalArgumentException.class, () -> origins(setting));
  }

  private static Origins origins(String setting) {
    Origins origins = new Origins();
    origins.named = Optional.of(setting);
    origins.read();
    return origins;
  }
}
