package org.openpriorauth.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.alerts.AlertSettings.Limits;

/** A setting out of its range is named, and not taken for another. */
class AlertSettingsTest {
  private static final Map<String, String> SHIPPED =
      Map.of(
          "stretch-minutes", "60",
          "patients", "150",
          "refusals", "20",
          "day-begins", "6",
          "day-ends", "21",
          "usual-days", "3");

  private static AlertSettings with(String name, String value) {
    Map<String, String> said = new HashMap<>(SHIPPED);
    said.put(name, value);
    AlertSettings settings = new AlertSettings();
    settings.stretchMinutes = said.get("stretch-minutes");
    settings.patients = said.get("patients");
    settings.refusals = said.get("refusals");
    settings.dayBegins = said.get("day-begins");
    settings.dayEnds = said.get("day-ends");
    settings.usualDays = said.get("usual-days");
    return settings;
  }

  @Test
  void whatIsShippedIsRead() {
    assertThat(with("patients", "150").read())
        .isEqualTo(new Limits(Duration.ofHours(1), 150, 20, 6, 21, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "stretch-minutes, 9",
    "stretch-minutes, 1441",
    "patients, 1",
    "patients, 100001",
    "patients, many",
    "refusals, -5",
    "refusals, ''",
    "day-begins, 24",
    "day-ends, 25",
    "day-ends, 6",
    "usual-days, 0",
    "usual-days, 31"
  })
  void whatIsOutOfRangeIsNamed(String name, String value) {
    assertThatThrownBy(() -> with(name, value).read())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("openpriorauth.alerts." + name);
  }

  @ParameterizedTest
  @CsvSource({"stretch-minutes, 10", "patients, 2", "day-begins, 0", "day-ends, 24"})
  void theEdgesAreInside(String name, String value) {
    assertThat(with(name, value).read()).isNotNull();
  }
}
