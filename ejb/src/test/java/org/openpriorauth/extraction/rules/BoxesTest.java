package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boxes as the reader gives them: drawn, ticked by a form's state, found on a scan. */
class BoxesTest {
  @ParameterizedTest
  @CsvSource({
    "\u2612,\u2610,M17.11",
    "\u2611,\u2610,M17.11",
    "\u2610,\u2612,M17.12",
    "\u2610,\u2717,M17.12",
    "[?],\u2611,M17.12"
  })
  void onlyWhatIsTickedIsTaken(String first, String second, String expected) {
    var found =
        extract(
            "PRIOR AUTHORIZATION REQUEST FORM",
            "Diagnosis (check one):",
            first + " M17.11 Unilateral primary osteoarthritis, right knee",
            second + " M17.12 Unilateral primary osteoarthritis, left knee");

    assertThat(values(found, "diagnosis.code")).containsExactly(expected);
  }
}
