package org.openpriorauth.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.kernel.ProblemView;
import org.openpriorauth.submission.model.SubmissionRepository.Attempt;
import org.openpriorauth.submission.model.SubmissionState;

class DeliveryProblemTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  /** What our own adapter can leave behind: state, call, outcome, status of the answer. */
  @ParameterizedTest
  @CsvSource({
    "QUEUED, submit, not_sent, , OPA-1705, Nothing was sent",
    "QUEUED, submit, not_sent, 429, OPA-1706, Nothing was sent",
    "QUEUED, submit, not_sent, 503, OPA-1706, tried again by itself",
    "UNKNOWN, submit, unknown, , OPA-1707, may be there",
    "UNKNOWN, submit, unknown, 502, OPA-1708, may be there",
    "UNKNOWN, submit, unknown, 200, OPA-1709, may be there",
    "UNKNOWN, submit, not_sent, 503, OPA-1706, may be there",
    "UNKNOWN, submit, not_sent, , OPA-1705, may be there",
    "UNKNOWN, submit, refused, 409, OPA-1712, may be there",
    "UNKNOWN, inquire, unknown, , OPA-1713, may be there",
    "UNKNOWN, inquire, unknown, 404, OPA-1713, may be there",
    "UNKNOWN, inquire, unknown, 200, OPA-1709, may be there",
    "UNKNOWN, inquire, pending, 200, OPA-1714, goes out again",
    "CONFIRMED, inquire, pending, 200, OPA-1714, took the request before",
    "CONFIRMED, inquire, unknown, 503, OPA-1713, took the request before",
    "FAILED, submit, refused, 422, OPA-1710, Nothing of it waits",
    "FAILED, submit, refused, 200, OPA-1710, Cancel this request",
    "FAILED, submit, not_sent, , OPA-1711, tried once",
  })
  void theNumberFollowsFromWhatIsKept(
      SubmissionState state,
      String action,
      String outcome,
      Integer status,
      String code,
      String sentence) {
    ProblemView problem =
        DeliveryProblem.of(state, List.of(call(1, action, outcome, status)), "As it was.");

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.detail()).contains("As it was. ").contains(sentence).endsWith(".");
  }

  @Test
  void aCallThatStillRunsDoesNotHideHowTheLastOneEnded() {
    List<Attempt> attempts =
        List.of(call(1, "submit", "unknown", 500), call(2, "inquire", null, null));

    assertThat(DeliveryProblem.of(SubmissionState.UNKNOWN, attempts, "It failed.").code())
        .isEqualTo("OPA-1708");
  }

  @Test
  void thePayersWordsStandInTheSentenceAndNowhereElse() {
    PayerReply refusal = new PayerReply.Refused("Jane Sample is not our member", 409);
    Attempt call = call(1, "submit", refusal.outcome(), refusal.httpStatus());

    assertThat(DeliveryProblem.of(SubmissionState.FAILED, List.of(call), refusal.detail()).detail())
        .startsWith("The payer refused the request: Jane Sample is not our member. Nothing");
    assertThat(DeliveryProblem.note(SubmissionState.UNKNOWN, "submit", refusal))
        .isEqualTo("OPA-1712 The payer turned a second delivery away");
  }

  @Test
  void aRefusalWithoutAWordIsStillASentence() {
    Attempt call = call(1, "submit", "refused", 422);

    assertThat(DeliveryProblem.of(SubmissionState.FAILED, List.of(call), " ").detail())
        .startsWith("The payer refused the request. Nothing");
  }

  @Test
  void nothingWrongIsNoProblem() {
    assertThat(DeliveryProblem.of(SubmissionState.DECIDED, List.of(), null)).isNull();
  }

  private static Attempt call(int number, String action, String outcome, Integer status) {
    return new Attempt(number, action, AT, outcome == null ? null : AT, outcome, status, null);
  }
}
