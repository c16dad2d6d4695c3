package org.openpriorauth.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.priorauth.model.PriorAuthState;

/**
 * A payer's word on a request, whichever channel brought it.
 *
 * @param claims our numbers that it names, the surest first
 * @param authorizationNumber of the whole request, or null
 * @param lines on single items, then items that the payer added
 * @param asks what the payer wants to see before it decides, in words
 * @param notes in the payer's words
 */
public record Decision(
    List<UUID> claims,
    String authorizationNumber,
    List<Line> lines,
    List<String> asks,
    List<String> notes) {

  /** The sequence of a line on the request as a whole. */
  private static final int WHOLE = 0;

  /** What the payer says of an item. */
  public enum Outcome {
    APPROVED,
    CHANGED,
    PARTIAL,
    DENIED,
    PENDED,
    CANCELLED,
    NOT_REQUIRED,
    /** Contact the payer, or a word that nobody knows: a person must look. */
    UNCLEAR;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param sequence the request's item, 0 for the request as a whole
   * @param action the payer's review action, X12 306
   * @param service what is authorized where the payer changed it, or null
   * @param units authorized, or null
   * @param reasons code and words of a denial or a change
   */
  public record Line(
      int sequence,
      String action,
      Outcome outcome,
      String authorizationNumber,
      String service,
      BigDecimal units,
      LocalDate validFrom,
      LocalDate validTo,
      List<String> reasons,
      boolean added) {}

  /**
   * The state of the request that follows. Whatever waits makes the whole wait, and so does an item
   * that the payer passes over; approvals and denials side by side are a part.
   *
   * @param asked the request's items
   */
  public PriorAuthState rollUp(Collection<Integer> asked) {
    List<Outcome> outcomes =
        lines.stream().filter(l -> !l.added()).map(Line::outcome).distinct().toList();
    if (!answers(asked)
        || outcomes.contains(Outcome.PENDED)
        || outcomes.contains(Outcome.UNCLEAR)) {
      return asks.isEmpty() ? PriorAuthState.PENDED : PriorAuthState.INFO_REQUESTED;
    }
    if (outcomes.equals(List.of(Outcome.NOT_REQUIRED))) {
      return PriorAuthState.NOT_REQUIRED;
    }
    if (outcomes.equals(List.of(Outcome.CANCELLED))) {
      return PriorAuthState.CANCELLED;
    }
    if (all(outcomes, Outcome.APPROVED, Outcome.CHANGED, Outcome.NOT_REQUIRED)) {
      return PriorAuthState.APPROVED;
    }
    return all(outcomes, Outcome.DENIED, Outcome.CANCELLED)
        ? PriorAuthState.DENIED
        : PriorAuthState.PARTIALLY_APPROVED;
  }

  private boolean answers(Collection<Integer> asked) {
    Set<Integer> answered =
        lines.stream().filter(l -> !l.added()).map(Line::sequence).collect(Collectors.toSet());
    return answered.contains(WHOLE) || !answered.isEmpty() && answered.containsAll(asked);
  }

  private static boolean all(Collection<Outcome> outcomes, Outcome... among) {
    return List.of(among).containsAll(outcomes);
  }
}
