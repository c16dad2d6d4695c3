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
  private static final Instant VOUCHED = NOW.minusSeconds(300);

  @Test
  void aSessionEndsWithTheOneThatItCameOf() {
    assertThat(session(true, "a").cameOf("a", NOW)).isTrue();
    assertThat(session(true, "a").cameOf("b", NOW)).isFalse();
    assertThat(session(true, "a").cameOf(null, NOW)).as("all of the person's").isTrue();
    assertThat(session(true, null).cameOf("b", NOW)).as("nobody kept which").isTrue();
    assertThat(session(false, null).cameOf("b", NOW)).as("by password").isFalse();
    assertThat(session(false, null).cameOf(null, NOW)).isFalse();
  }

  /** The token that says so may come late; what was vouched for, and not what opened, counts. */
  @Test
  void onlyWhatHasNoNameIsComparedByTime() {
    Instant before = VOUCHED.minusSeconds(1);
    assertThat(session(true, "a").cameOf("a", before)).as("by its name").isTrue();
    assertThat(session(true, "a").cameOf(null, before)).as("a later sign-on").isFalse();
    assertThat(session(true, null).cameOf("a", before)).as("a later sign-on").isFalse();
    assertThat(session(true, "a").cameOf(null, VOUCHED)).as("went on later").isTrue();
  }

  @Test
  void whatItCameOfGoesOnInTheNextClinic() {
    Way on = session(true, "a").way().as(Kind.SCREEN).endingBy(NOW.plusSeconds(60));
    assertThat(on.providerSession()).isEqualTo("a");
    assertThat(on.vouchedAt()).isEqualTo(VOUCHED);
  }

  private static UserSession session(boolean provider, String there) {
    return new UserSession(
        UUID.randomUUID(),
        new ClinicId(UUID.randomUUID()),
        new Way(Kind.TOKEN, provider, false, there, provider ? VOUCHED : null, null),
        new Caller.Origin("rest", "a-request", null, null, null),
        NOW,
        NOW.plusSeconds(3600));
  }
}
