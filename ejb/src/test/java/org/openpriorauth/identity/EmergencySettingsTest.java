package org.openpriorauth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An emergency is never open for longer than anybody meant. */
class EmergencySettingsTest {
  private static EmergencySettings saying(String minutes) {
    EmergencySettings settings = new EmergencySettings();
    settings.said = minutes;
    return settings;
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 30, 240})
  void minutesInsideTheRangeCount(int minutes) {
    assertThat(saying("" + minutes).lasts()).isEqualTo(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "241", "0", "-30", "half an hour", "", "99999999999"})
  void othersAreNamed(String said) {
    assertThatThrownBy(() -> saying(said).lasts())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("openpriorauth.emergency.minutes");
  }
}
