package org.openpriorauth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("security")
class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111L);
  private static final long STEP = 1_111_111_111L / 30;

  /** RFC 6238, appendix B, the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long time, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(time)))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
  void aClockMayBeHalfAMinuteOff(int seconds, boolean taken) {
    String code = Totp.code(SECRET, Totp.step(NOW.plusSeconds(seconds)));
    assertThat(Totp.step(SECRET, code, NOW).isPresent()).isEqualTo(taken);
  }

  @Test
  void tellsWhichStepTheCodeWasOf() {
    String code = Totp.code(SECRET, STEP - 1);
    assertThat(Totp.step(SECRET, code, NOW)).hasValue(STEP - 1);
  }

  @ParameterizedTest
  @CsvSource({"''", "05047", "0504710", "' 050471'", "٠٥٠٤٧١"})
  void nothingButTheSixDigitsIsACode(String code) {
    assertThat(Totp.step(SECRET, code, NOW)).isEmpty();
  }

  @Test
  void anAuthenticatorReadsTheSecretFromTheAddress() {
    assertThat(Totp.uri(SECRET, "OpenPriorAuth", "ada moreno@example.org"))
        .isEqualTo(
            "otpauth://totp/OpenPriorAuth:ada%20moreno%40example.org"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=OpenPriorAuth");
    assertThat(Totp.bytes(Totp.base32(SECRET))).isEqualTo(SECRET);
  }
}
