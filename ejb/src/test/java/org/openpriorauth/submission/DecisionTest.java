package org.openpriorauth.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.submission.Decision.Line;
import org.openpriorauth.submission.Decision.Outcome;

class DecisionTest {
  @ParameterizedTest
  @CsvSource({
    "APPROVED, APPROVED",
    "APPROVED CHANGED, APPROVED",
    "APPROVED NOT_REQUIRED, APPROVED",
    "NOT_REQUIRED, NOT_REQUIRED",
    "DENIED, DENIED",
    "DENIED CANCELLED, DENIED",
    "CANCELLED, CANCELLED",
    "APPROVED DENIED, PARTIALLY_APPROVED",
    "PARTIAL, PARTIALLY_APPROVED",
    "APPROVED PENDED, PENDED",
    "DENIED UNCLEAR, PENDED",
    "UNCLEAR, PENDED",
  })
  void theRequestsStateFollowsFromItsItems(String outcomes, PriorAuthState state) {
    List<Line> lines =
        Arrays.stream(outcomes.split(" ")).map(o -> line(Outcome.valueOf(o), false)).toList();

    assertThat(decision(lines, List.of()).rollUp(List.of(1))).isEqualTo(state);
  }

  @Test
  void whatThePayerAddsDoesNotChangeWhatItDecided() {
    List<Line> lines = List.of(line(Outcome.DENIED, false), line(Outcome.APPROVED, true));

    assertThat(decision(lines, List.of()).rollUp(List.of(1))).isEqualTo(PriorAuthState.DENIED);
  }

  @Test
  void anItemThatThePayerPassesOverStillWaits() {
    Decision first = decision(List.of(line(Outcome.APPROVED, false)), List.of());

    assertThat(first.rollUp(List.of(1))).isEqualTo(PriorAuthState.APPROVED);
    assertThat(first.rollUp(List.of(1, 2))).isEqualTo(PriorAuthState.PENDED);
  }

  @Test
  void aWordOnTheWholeRequestCountsForEachItem() {
    Line whole = new Line(0, "A3", Outcome.DENIED, null, null, null, null, null, List.of(), false);

    assertThat(decision(List.of(whole), List.of()).rollUp(List.of(1, 2)))
        .isEqualTo(PriorAuthState.DENIED);
  }

  @Test
  void aPayerThatAsksWaitsForUs() {
    List<Line> lines = List.of(line(Outcome.PENDED, false));

    assertThat(decision(lines, List.of("The operative note")).rollUp(List.of(1)))
        .isEqualTo(PriorAuthState.INFO_REQUESTED);
    assertThat(decision(List.of(), List.of()).rollUp(List.of(1))).isEqualTo(PriorAuthState.PENDED);
  }

  private static Decision decision(List<Line> lines, List<String> asks) {
    return new Decision(List.of(), null, lines, asks, List.of());
  }

  private static Line line(Outcome outcome, boolean added) {
    return new Line(1, "A1", outcome, null, null, null, null, null, List.of(), added);
  }
}
