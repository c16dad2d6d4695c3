package org.openpriorauth.door.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openpriorauth.kernel.Problem;

/** The domain's words as a person reads them, and the shape that stands beside each. */
@Named
@ApplicationScoped
public class Words {
  private static final Map<String, String> SHAPES =
      Map.ofEntries(
          Map.entry("DRAFT", "draft"),
          Map.entry("INTAKE", "wait"),
          Map.entry("REVIEW", "act"),
          Map.entry("READY", "act"),
          Map.entry("SUBMITTING", "wait"),
          Map.entry("SUBMISSION_FAILED", "bad"),
          Map.entry("SUBMITTED", "wait"),
          Map.entry("PENDED", "wait"),
          Map.entry("INFO_REQUESTED", "act"),
          Map.entry("APPROVED", "good"),
          Map.entry("PARTIALLY_APPROVED", "part"),
          Map.entry("DENIED", "bad"),
          Map.entry("NOT_REQUIRED", "good"),
          Map.entry("APPEALED", "wait"),
          Map.entry("CANCELLED", "draft"),
          Map.entry("EXPIRED", "draft"),
          Map.entry("met", "good"),
          Map.entry("not_met", "bad"),
          Map.entry("not_found", "none"),
          Map.entry("conflict", "part"),
          Map.entry("approved", "good"),
          Map.entry("changed", "part"),
          Map.entry("partial", "part"),
          Map.entry("denied", "bad"),
          Map.entry("pended", "wait"),
          Map.entry("cancelled", "draft"),
          Map.entry("not_required", "good"),
          Map.entry("unclear", "none"),
          Map.entry("read", "good"),
          Map.entry("queued", "wait"),
          Map.entry("failed", "bad"),
          Map.entry("quarantined", "bad"),
          Map.entry("in_progress", "wait"),
          Map.entry("unknown", "none"),
          Map.entry("confirmed", "wait"),
          Map.entry("decided", "good"),
          Map.entry("pass", "good"),
          Map.entry("warn", "part"),
          Map.entry("fail", "bad"),
          Map.entry("in_order", "good"),
          Map.entry("misuse", "bad"),
          Map.entry("accepted", "good"),
          Map.entry("rejected", "bad"));

  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("INTAKE", "Being read"),
          Map.entry("REVIEW", "In review"),
          Map.entry("READY", "Ready to send"),
          Map.entry("SUBMITTING", "On its way"),
          Map.entry("SUBMISSION_FAILED", "Not sent"),
          Map.entry("PENDED", "Pended by the payer"),
          Map.entry("INFO_REQUESTED", "Payer asks"),
          Map.entry("NOT_REQUIRED", "Not required"),
          Map.entry("NOT_NEEDED", "No longer needed"),
          Map.entry("DECLINED", "The patient does not want it"),
          Map.entry("ORDERED_IN_ERROR", "Ordered in error"),
          Map.entry("DUPLICATE", "Another request asks for the same"),
          Map.entry("COVERAGE_CHANGED", "Another coverage, or none"),
          Map.entry("OTHER", "Another reason"),
          Map.entry("queued", "being read"),
          Map.entry("failed", "could not be read"),
          Map.entry("check_digit", "check digit does not fit"),
          Map.entry("weak_ocr", "hard to read on the page"),
          Map.entry("changed", "approved with changes"),
          Map.entry("partial", "approved in part"),
          Map.entry("fhir", "electronically (FHIR)"),
          Map.entry("not_sent", "not sent"),
          Map.entry("in_progress", "on its way"),
          Map.entry("decided", "decided by the payer"),
          Map.entry("unknown", "outcome unknown, being looked up"));

  /** What a person reads when something is refused: what happened, and the number to quote. */
  public static String refusal(Problem problem) {
    String said =
        problem.faults().isEmpty() ? problem.getMessage() : problem.faults().get(0).detail();
    return said + " (" + problem.code().code() + ")";
  }

  /** The shape of a state or a verdict: good, bad, part, act, wait, none or draft. */
  public String shape(String word) {
    return SHAPES.getOrDefault(word, "none");
  }

  /**
   * PARTIALLY_APPROVED becomes "Partially approved"; small words stay small. What is a sentence
   * already, like a problem's, stays as it is.
   */
  public String of(String word) {
    if (word == null) {
      return "";
    }
    if (SAID.containsKey(word)) {
      return SAID.get(word);
    }
    if (word.indexOf(' ') >= 0) {
      return word;
    }
    String plain = word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('.', ' ');
    return Character.isUpperCase(word.charAt(0)) ? capital(plain) : plain;
  }

  /** A field's or a document's name with a capital. */
  public String title(String word) {
    return capital(of(word));
  }

  public String join(List<String> texts) {
    return String.join(", ", texts);
  }

  public String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  public String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  public String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, bytes / 1000) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
  }
}
