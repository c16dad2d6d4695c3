package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartFactsTest {
  @ParameterizedTest
  @CsvSource({"P6W, 6", "6 weeks, 6", "6wk, 6", "P2M, 8.5", "2 Months, 8.5", "10 days, 1.4"})
  void aDurationCountsAsItIsReadAndAsAPersonTypesIt(String stated, BigDecimal weeks) {
    assertThat(ChartFacts.weeksOf(stated).orElseThrow()).isEqualByComparingTo(weeks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "several weeks", "6", "6 weeks or 8", "99999 weeks", "P6X"})
  void whatIsNoDurationCountsAsNone(String stated) {
    assertThat(ChartFacts.weeksOf(stated)).isEmpty();
  }
}
