package org.openpriorauth.priorauth.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaNumberTest {
  @Test
  void everySingleWrongDigitAndEverySwapOfNeighboursIsCaught() {
    String number = PaNumber.of("CH", 2026, 48213);
    assertThat(PaNumber.plausible(number)).isTrue();
    for (int i = number.indexOf('-') + 1; i < number.length(); i++) {
      if (!Character.isDigit(number.charAt(i))) {
        continue;
      }
      for (char digit = '0'; digit <= '9'; digit++) {
        String changed = number.substring(0, i) + digit + number.substring(i + 1);
        assertThat(PaNumber.plausible(changed)).as(changed).isEqualTo(changed.equals(number));
      }
      if (i + 1 < number.length() && Character.isDigit(number.charAt(i + 1))) {
        String swapped =
            number.substring(0, i)
                + number.charAt(i + 1)
                + number.charAt(i)
                + number.substring(i + 2);
        assertThat(PaNumber.plausible(swapped)).as(swapped).isEqualTo(swapped.equals(number));
      }
    }
  }

  @Test
  void aSequenceBeyondSixDigitsStillFits() {
    assertThat(PaNumber.plausible(PaNumber.of("RB", 2026, 1_234_567))).isTrue();
  }

  @Test
  void whatIsNoNumberIsNotPlausible() {
    assertThat(PaNumber.plausible("CH-2026-1-1")).isFalse();
    assertThat(PaNumber.plausible("")).isFalse();
  }
}
