package org.openpriorauth.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration REST = Duration.ofMinutes(1);

  private final User user = new User();

  @Test
  void theRestDoublesWithEachFurtherWrongPassword() {
    wrong(4);
    assertThat(user.restsAt(NOW)).isFalse();
    wrong(1);
    assertThat(user.restsAt(NOW.plusSeconds(59))).isTrue();
    assertThat(user.restsAt(NOW.plusSeconds(60))).isFalse();
    wrong(1);
    assertThat(user.restsAt(NOW.plusSeconds(119))).isTrue();
    assertThat(user.restsAt(NOW.plusSeconds(120))).isFalse();
  }

  @Test
  void theRestIsNeverLongerThanAboutAnHour() {
    wrong(500);
    assertThat(user.restsAt(NOW.plus(Duration.ofMinutes(63)))).isTrue();
    assertThat(user.restsAt(NOW.plus(Duration.ofMinutes(64)))).isFalse();
  }

  @Test
  void theRightPasswordForgetsTheWrongOnes() {
    wrong(6);
    user.passwordWasRight(NOW);
    assertThat(user.restsAt(NOW)).isFalse();
    wrong(4);
    assertThat(user.restsAt(NOW)).isFalse();
  }

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      user.passwordWasWrong(5, REST, NOW);
    }
  }
}
