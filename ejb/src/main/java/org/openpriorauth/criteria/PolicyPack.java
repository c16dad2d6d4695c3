package org.openpriorauth.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openpriorauth.kernel.Problem;

/**
 * A payer's rules for some services, as data: which requests they cover, whether authorization is
 * needed at all, and the criteria as a tree of {@code all}, {@code any} and {@code at_least} over
 * leaves that each test one fact.
 *
 * @param id stable over versions
 * @param payerCode whose rules they are
 * @param authorization required or not_required
 * @param alternatives what to suggest when the criteria are not met
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyPack(
    String id,
    String version,
    String title,
    String payerCode,
    Period effective,
    Source source,
    AppliesTo appliesTo,
    String authorization,
    Node criteria,
    List<String> alternatives,
    List<Example> tests) {

  /** Why it cannot be used; empty if it can. */
  public List<Problem.Fault> faults() {
    return PolicyCheck.faults(this);
  }

  public record Period(LocalDate from, LocalDate to) {}

  /** Where the payer says so. */
  public record Source(String title, String section) {}

  /**
   * @param codes service codes; {@code *} at the end stands for any ending
   * @param diagnoses empty for any
   */
  public record AppliesTo(List<String> codes, List<String> diagnoses) {
    /** Whether the rules are for one of these services, done for one of these diagnoses. */
    boolean covers(Collection<String> services, Collection<String> reasons) {
      return any(codes, services)
          && (diagnoses == null || diagnoses.isEmpty() || any(diagnoses, reasons));
    }

    private static boolean any(List<String> wanted, Collection<String> given) {
      return given.stream().anyMatch(g -> wanted.stream().anyMatch(w -> LeafTest.matches(w, g)));
    }
  }

  /**
   * A branch ({@code op} and {@code of}) or a leaf: {@code fact} and {@code where} for a rule, or
   * {@code narrative} for a person.
   *
   * @param op all, any or at_least
   * @param n for at_least
   * @param id of a leaf: stable over versions
   * @param ask of a leaf: what to fetch when it is missing, in words for the staff
   * @param fact of a leaf: the kind of thing that shows it
   * @param where of a leaf: one test for each part; all must hold for the same thing
   * @param narrative of a leaf that no rule decides
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Node(
      String op,
      Integer n,
      List<Node> of,
      String id,
      String text,
      String ask,
      String fact,
      Map<String, Test> where,
      Narrative narrative) {
    boolean leaf() {
      return op == null;
    }
  }

  /**
   * A criterion in words: the chart's passages are ranked by it, and a person decides.
   *
   * @param hints words that a passage which shows it is likely to have
   */
  public record Narrative(List<String> hints) {}

  /**
   * Every named condition must hold.
   *
   * @param in words or codes, one of which the value is or contains as a word; {@code *} at the end
   *     of one stands for any ending
   * @param gte lte for numbers
   * @param withinDays for dates: not in the future and at most so many days ago
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Test(List<String> in, BigDecimal gte, BigDecimal lte, Integer withinDays) {}

  /**
   * A case of the pack's own: what it must say of these facts on that day.
   *
   * @param facts things with {@code kind} and parts
   * @param expect the verdict of each criterion
   */
  public record Example(
      String name, LocalDate today, List<Map<String, String>> facts, Map<String, String> expect) {}
}
