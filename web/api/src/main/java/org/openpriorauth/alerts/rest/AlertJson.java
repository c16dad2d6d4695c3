package org.openpriorauth.alerts.rest;

import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.alerts.AlertService.AlertView;
import org.openpriorauth.identity.EmergencyAccesses.ReviewView;

/**
 * An alert on the wire.
 *
 * @param said what happened, in plain words
 * @param advice what to do
 * @param actorName null for who is nobody of the clinic's
 * @param times what the rule counts: patients, refusals, readings
 * @param lines where the lines of the audit trail behind it are
 * @param note null for who closes no alerts
 * @param emergency of the rule {@code emergency}, for who may read the reason; else null
 */
public record AlertJson(
    UUID id,
    String rule,
    String state,
    String said,
    String advice,
    UUID actor,
    String actorName,
    String address,
    UUID subjectId,
    Instant firstAt,
    Instant lastAt,
    long times,
    Instant foundAt,
    String lines,
    String verdict,
    String note,
    Instant closedAt,
    String closedBy,
    long version,
    EmergencyJson emergency) {

  /**
   * @param endedAt by its person, or null
   */
  public record EmergencyJson(String reason, Instant openedAt, Instant endsAt, Instant endedAt) {
    static EmergencyJson of(ReviewView view) {
      return new EmergencyJson(view.reason(), view.openedAt(), view.endsAt(), view.endedAt());
    }
  }

  static AlertJson of(AlertView view, EmergencyJson emergency) {
    return new AlertJson(
        view.id(),
        view.rule().word(),
        view.open() ? "open" : "closed",
        view.said(),
        view.rule().advice(),
        view.actor(),
        view.name(),
        view.address(),
        view.subject(),
        view.firstAt(),
        view.lastAt(),
        view.times(),
        view.foundAt(),
        lines(view),
        view.verdict(),
        view.note(),
        view.closedAt(),
        view.closedBy(),
        view.version(),
        emergency);
  }

  private static String lines(AlertView view) {
    String events = "/api/v1/audit/events?";
    if (view.ofEmergency()) {
      return events + "emergency=" + view.subject() + "&from=" + view.since();
    }
    String who =
        view.actor() == null ? "nobodys=true&address=" + view.address() : "actor=" + view.actor();
    return events + who + "&from=" + view.since() + "&to=" + view.until();
  }
}
