package org.openpriorauth.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  record Sample(String givenName, LocalDate birthDate, Instant at, BigDecimal fee, int units) {}

  @Test
  void whatIsWrittenIsSnakeCaseAndComesBack() {
    Sample sample =
        new Sample(
            "Jane",
            LocalDate.of(1971, 4, 5),
            Instant.parse("2026-11-22T10:00:00Z"),
            new BigDecimal("175.00"),
            2);
    String json = Json.text(sample);
    assertThat(json)
        .isEqualTo(
            "{\"given_name\":\"Jane\",\"birth_date\":\"1971-04-05\","
                + "\"at\":\"2026-11-22T10:00:00Z\",\"fee\":175.00,\"units\":2}");
    assertThat(Json.read(Json.bytes(sample), Sample.class)).isEqualTo(sample);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"units\": 1} {\"units\": 2}",
        "{\"units\": 1, \"units\": 2}",
        "{\"units\": \"1\"}",
        "{\"units\": null}",
        "{\"given_name\": 7}",
        "{\"given_name\": true}",
        "{\"birth_date\": \"05/04/1971\"}",
        "{\"birth_date\": 19710405}",
        "{\"givenName\": \"Jane\"}",
        "{\"nickname\": \"Jo\"}"
      })
  void nothingIsGuessed(String json) {
    assertThatThrownBy(() -> Json.mapper().readValue(json, Sample.class))
        .isInstanceOf(java.io.IOException.class);
  }
}
