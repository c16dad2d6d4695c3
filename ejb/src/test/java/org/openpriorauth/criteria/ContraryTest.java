package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.criteria.Packs.fact;
import static org.openpriorauth.criteria.Packs.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.criteria.Facts.Fact;
import org.openpriorauth.criteria.Facts.Part;
import org.openpriorauth.kernel.Evidence;

class ContraryTest {
  private static final String HER2 =
      """
      {"id": "her2", "text": "HER2 positive", "fact": "finding", "where": {
        "name": {"in": ["HER2"]}, "value": {"in": ["positive"]}}}
      """;

  private static final String RECENT = HER2.replace("}}}", "}, \"date\": {\"within_days\": 90}}}");

  private static Fact her2(String value, String date) {
    return date == null
        ? fact("finding", "name", "HER2", "value", value)
        : fact("finding", "name", "HER2", "value", value, "date", date);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01, 2026-06-01, conflict",
    ", , conflict",
    "2026-06-01, , conflict",
    ", 2026-06-01, conflict",
    "2026-06-01, 2026-01-01, met",
    "2026-01-01, 2026-06-01, not_met",
    "2026-06-01, 2026-09-01, met",
    "2026-06-01, spring, conflict",
  })
  void positiveAndNegativeDisagreeUnlessOneIsLater(String positive, String negative, String verdict)
      throws JsonProcessingException {
    Matched matched = match(HER2, her2("positive", positive), her2("Negative", negative));

    assertThat(matched.criteria().get(0).verdict().word()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01, 2026-01-01, met",
    "2025-06-01, 2025-06-01, not_met",
    "2025-06-01, , not_met",
    ", , conflict",
    ", 2026-06-01, conflict",
  })
  void whatIsTooOldDisputesNothing(String positive, String negative, String verdict)
      throws JsonProcessingException {
    Matched matched = match(RECENT, her2("positive", positive), her2("negative", negative));

    assertThat(matched.criteria().get(0).verdict().word()).isEqualTo(verdict);
  }

  @Test
  void anUndatedResultIsNotFoundWhereItsAgeCounts() throws JsonProcessingException {
    assertThat(match(RECENT, her2("positive", null)).verdict()).isEqualTo(Verdict.NOT_FOUND);
  }

  @Test
  void twoValuesOfOneTestOfOneDayDisagree() throws JsonProcessingException {
    String score =
        """
        {"id": "s", "text": "s", "fact": "finding", "where": {
          "name": {"in": ["ODI", "LEFS"]}, "value": {"gte": 40}}}
        """;
    Fact high = fact("finding", "name", "ODI", "value", "44", "date", "2026-06-01");
    Fact low = fact("finding", "name", "odi", "value", "30", "date", "2026-06-01");
    Fact other = fact("finding", "name", "LEFS", "value", "50");

    assertThat(match(score, high, low).verdict()).isEqualTo(Verdict.CONFLICT);
    assertThat(match(score, high, low).criteria().get(0).why()).contains("value is 30");
    assertThat(match(score, high, low, other).verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void leftAndRightOfOneServiceDisagreeAndOfTwoServicesDoNot() throws JsonProcessingException {
    String left =
        """
        {"id": "l", "text": "The left knee", "fact": "service",
         "where": {"laterality": {"in": ["left"]}}}
        """;
    Fact one = fact("service", "code", "73721", "laterality", "left");

    assertThat(match(left, one, fact("service", "laterality", "right")).verdict())
        .isEqualTo(Verdict.CONFLICT);
    assertThat(match(left, one, fact("service", "code", "73562", "laterality", "right")).verdict())
        .isEqualTo(Verdict.MET);
  }

  @Test
  void oneMentionWithTwoValuesIsOfTwoSides() throws JsonProcessingException {
    Fact right = mentioned("positive", 40);
    Fact left = mentioned("negative", 40);
    Fact elsewhere = mentioned("negative", 900);

    assertThat(match(HER2, right, left).verdict()).isEqualTo(Verdict.MET);
    assertThat(match(HER2, right, elsewhere).verdict()).isEqualTo(Verdict.CONFLICT);
    assertThat(match(HER2, right, elsewhere).criteria().get(0).evidence()).hasSize(2);
  }

  @Test
  void aConflictGoesToAPersonAlsoWhereAnotherWayIsMet() throws JsonProcessingException {
    String any =
        """
        {"op": "any", "of": [%s, {"id": "d", "text": "d", "fact": "diagnosis",
          "where": {"code": {"in": ["C50.*"]}}}]}
        """
            .formatted(HER2);

    Matched matched =
        match(
            any,
            her2("positive", null),
            her2("negative", null),
            fact("diagnosis", "code", "C50.9"));

    assertThat(matched.verdict()).isEqualTo(Verdict.MET);
    assertThat(OpenItems.of(matched))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.kind()).isEqualTo("conflict");
              assertThat(item.criterion()).isEqualTo("her2");
            });
  }

  private static Fact mentioned(String value, int at) {
    Evidence place = new Evidence(new UUID(0, 7), 1, at, at + 4, List.of(), "HER2");
    return new Fact(
        "finding", Map.of("name", new Part("HER2", place, false), "value", Part.known(value)));
  }
}
