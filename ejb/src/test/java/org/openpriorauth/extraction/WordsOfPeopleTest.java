package org.openpriorauth.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openpriorauth.criteria.AssessmentService;
import org.openpriorauth.extraction.ExtractionService.Verdict;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** What people type is refused before anything is looked up, whichever door it came through. */
class WordsOfPeopleTest {
  private static final UUID ID = new UUID(0, 1);
  private static final String LONG = "x".repeat(501);

  private final ExtractionService extractions = new ExtractionService();

  private static void refused(String pointer, ThrowingCallable call) {
    Problem problem = catchThrowableOfType(Problem.class, call);

    assertThat(problem.code()).isEqualTo(ErrorCode.INVALID);
    assertThat(problem.faults()).extracting(Problem.Fault::pointer).containsExactly(pointer);
  }

  @Test
  void aValueAndAReasonHaveAnEnd() {
    refused("/value", () -> extractions.verify(null, ID, ID, new Verdict("changed", LONG, null)));
    refused("/reason", () -> extractions.verify(null, ID, ID, new Verdict("rejected", null, LONG)));
    refused(
        "/reason", () -> extractions.claimPage(null, ID, 1, new Verdict("accepted", null, LONG)));
    refused(
        "/reason", () -> extractions.claimDocument(null, ID, new Verdict("rejected", "", LONG)));
    refused("/reason", () -> new AssessmentService().override(null, ID, "mri", LONG));
  }

  @Test
  void aVerdictIsOneOfThose() {
    refused("/verdict", () -> extractions.verify(null, ID, ID, new Verdict(null, null, null)));
    refused("/verdict", () -> extractions.claimPage(null, ID, 1, new Verdict("changed", null, "")));
  }
}
