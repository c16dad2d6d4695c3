package org.openpriorauth.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.identity.model.UserSession.Kind;
import org.openpriorauth.identity.model.UserSession.Way;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

class UserSessionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void aSessionEndsWithTheOneThatItCameOf() {
    assertThat(session(true, "a").cameOf("a")).isTrue();
    assertThat(session(true, "a").cameOf("b")).isFalse();
    assertThat(session(true, "a").cameOf(null)).as("all of the person's").isTrue();
    assertThat(session(true, null).cameOf("b")).as("nobody kept which").isTrue();
    assertThat(session(false, null).cameOf("b")).as("by password").isFalse();
    assertThat(session(false, null).cameOf(null)).isFalse();
  }

  @Test
  void whatItCameOfGoesOnInTheNextClinic() {
    Way on = session(true, "a").way().as(Kind.SCREEN).endingBy(NOW.plusSeconds(60));
    assertThat(on.providerSession()).isEqualTo("a");
  }

  private static UserSession session(boolean provider, String there) {
    return new UserSession(
        UUID.randomUUID(),
        new ClinicId(UUID.randomUUID()),
        new Way(Kind.TOKEN, provider, false, there, null),
        new Caller.Origin("rest", "a-request", null, null, null),
        NOW,
        NOW.plusSeconds(3600));
  }
}
