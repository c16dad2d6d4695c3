package org.openpriorauth.submission;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.ProblemView;
import org.openpriorauth.submission.model.SubmissionRepository.Attempt;
import org.openpriorauth.submission.model.SubmissionState;

/**
 * What stands in a submission's way. The number follows from what is kept anyway: the submission's
 * state and the outcome of the call that ended last.
 */
final class DeliveryProblem {
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private DeliveryProblem() {}

  /**
   * @param words what was said when the last call ended, the payer's own if it refused; null if
   *     nothing is wrong
   */
  static ProblemView of(SubmissionState state, List<Attempt> attempts, String words) {
    if (words == null) {
      return null;
    }
    Optional<Attempt> last =
        attempts.stream()
            .filter(a -> a.outcome() != null)
            // It failed by what became of a delivery, not of the look-up that came after it.
            .filter(a -> state != SubmissionState.FAILED || a.action().equals("submit"))
            .max(Comparator.comparingInt(Attempt::number));
    ErrorCode code =
        last.map(a -> code(state, a.action(), a.outcome(), a.httpStatus()))
            .orElse(ErrorCode.INTERNAL);
    return ProblemView.of(code, said(code, words) + " " + wayOut(state, code, attempts));
  }

  /** For the work item's own column, which is not sealed: number and title, no word of a payer. */
  static String note(SubmissionState next, String action, PayerReply reply) {
    ErrorCode code = code(next, action, reply.outcome(), reply.httpStatus());
    return code.code() + " " + code.title();
  }

  private static ErrorCode code(
      SubmissionState state, String action, String outcome, Integer status) {
    boolean over = state == SubmissionState.FAILED;
    return switch (outcome) {
      case "refused" -> over ? ErrorCode.PAYER_REFUSED : ErrorCode.DUPLICATE_REFUSED;
      case "not_sent" -> over ? ErrorCode.SENDING_GIVEN_UP : unsent(status);
      case "unknown" -> action.equals("inquire") ? unasked(status) : doubtful(status);
      // A call that went well and yet is a problem: the payer was asked and found nothing.
      default -> ErrorCode.UNKNOWN_TO_PAYER;
    };
  }

  private static ErrorCode unsent(Integer status) {
    return status == null ? ErrorCode.PAYER_NOT_REACHED : ErrorCode.PAYER_BUSY;
  }

  private static ErrorCode doubtful(Integer status) {
    if (status == null) {
      return ErrorCode.PAYER_SILENT;
    }
    return status >= SERVER_ERROR ? ErrorCode.PAYER_FAILED : ErrorCode.ANSWER_UNREADABLE;
  }

  private static ErrorCode unasked(Integer status) {
    return status == null || status >= CLIENT_ERROR
        ? ErrorCode.INQUIRY_UNANSWERED
        : ErrorCode.ANSWER_UNREADABLE;
  }

  private static String said(ErrorCode code, String words) {
    boolean payers = code == ErrorCode.PAYER_REFUSED || code == ErrorCode.DUPLICATE_REFUSED;
    String plain = words.strip();
    if (plain.isEmpty()) {
      return code.title() + ".";
    }
    String whole = payers ? code.title() + ": " + plain : plain;
    return whole.matches("(?s).*[.!?]") ? whole : whole + ".";
  }

  /** Whether it is there, and what to do. */
  private static String wayOut(SubmissionState state, ErrorCode code, List<Attempt> attempts) {
    return switch (state) {
      case QUEUED -> "Nothing was sent; it is tried again by itself.";
      case IN_PROGRESS, UNKNOWN ->
          code == ErrorCode.UNKNOWN_TO_PAYER
              ? "The same message goes out again by itself."
              : "The request may be there: the payer is asked by itself before anything is sent"
                  + " again. Do not send it another way meanwhile.";
      case CONFIRMED, DECIDED ->
          "The payer took the request before, and is asked again by itself; if this stays, call the"
              + " payer.";
      case FAILED ->
          code == ErrorCode.PAYER_REFUSED
              ? "Nothing of it waits at the payer. Cancel this request, correct in a new one what"
                  + " the payer names, and send that."
              : givenUp(attempts);
    };
  }

  private static String givenUp(List<Attempt> attempts) {
    long times = attempts.stream().filter(a -> a.action().equals("submit")).count();
    return "It was tried "
        + (times == 1 ? "once" : times + " times")
        + " and nothing was sent. Ask the payer or your administrator what is wrong with the line;"
        + " then cancel this request and send a new one, or use the payer's portal or fax.";
  }
}
