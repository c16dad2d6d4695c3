package org.openpriorauth.network;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.audit.RefusalTrail;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.network.model.Network;

class ClinicGateTest {
  private static final ClinicId CLINIC = new ClinicId(UUID.randomUUID());

  private final List<Audited> written = new ArrayList<>();
  private final ClinicGate gate = new ClinicGate();
  private List<Network> allowed = List.of(Network.of("192.0.2.0/24"));
  private int asked;
  private Instant now = Instant.parse("2026-11-25T10:00:00Z");

  @BeforeEach
  void put() {
    gate.networks =
        new ClinicNetworkService() {
          @Override
          public List<Network> allowed(Caller caller) {
            asked++;
            return allowed;
          }
        };
    gate.refusals =
        new RefusalTrail() {
          @Override
          public void append(Audited event) {
            written.add(event);
          }
        };
    gate.clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
  }

  @Test
  void callsCostNoQuery() {
    for (int i = 0; i < 100; i++) {
      gate.check(caller("192.0.2.7"));
    }
    assertEquals(1, asked);
    now = now.plus(Duration.ofSeconds(61));
    gate.check(caller("192.0.2.7"));
    assertEquals(2, asked);
  }

  @Test
  void aChangeCountsAtOnceHereAndWithinAMinuteElsewhere() {
    gate.check(caller("192.0.2.7"));
    allowed = List.of(Network.of("198.51.100.0/24"));
    assertDoesNotThrow(() -> gate.check(caller("192.0.2.7")), "another node");
    gate.forget(new ClinicNetworkService.Changed(CLINIC));
    assertThrows(Problem.class, () -> gate.check(caller("192.0.2.7")));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"198.51.100.1", "2001:db8::1", "unknown", ""})
  void whoeverIsNotKnownToBeInsideIsOutside(String address) {
    Problem refused = assertThrows(Problem.class, () -> gate.check(caller(address)));
    assertEquals(ErrorCode.OUTSIDE_NETWORKS, refused.code());
    assertEquals("clinic.enter", written.get(0).action());
  }

  @Test
  void withoutNetworksEverywhereIsInside() {
    allowed = List.of();
    assertDoesNotThrow(() -> gate.check(caller("unknown")));
  }

  private static Caller caller(String address) {
    return new Caller(
        CLINIC,
        UUID.randomUUID(),
        Set.of(),
        new Caller.Origin("rest", "request-1", address, null, null));
  }
}
