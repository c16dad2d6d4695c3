package org.openpriorauth.alerts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.alerts.model.AlertRepository;
import org.openpriorauth.alerts.model.AlertRepository.Key;
import org.openpriorauth.alerts.model.AlertRepository.Row;
import org.openpriorauth.alerts.model.SecurityAlert;
import org.openpriorauth.alerts.model.SecurityAlert.Verdict;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;

/** A clinic's alerts, for who looks after them. */
@Stateless
public class AlertService {
  private static final String NOTE = "security_alert.note";
  private static final String SUBJECT = "security_alert";
  private static final int LONGEST_NOTE = 2000;

  @Inject AlertRepository alerts;
  @Inject FieldCipher cipher;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * An alert as people see it.
   *
   * @param name of the person or key, null where it is nobody of the clinic's
   * @param subject the emergency access or session that it is about, or null
   * @param times what the rule counts: patients, refusals, readings
   * @param verdict null while it is open, as are note, closedAt and closedBy
   * @param note null also for who closes none: it may name a patient
   */
  public record AlertView(
      UUID id,
      Rule rule,
      UUID actor,
      String name,
      String address,
      UUID subject,
      Instant firstAt,
      Instant lastAt,
      long times,
      Instant foundAt,
      String verdict,
      String note,
      Instant closedAt,
      String closedBy,
      long version) {
    public boolean open() {
      return verdict == null;
    }

    public boolean ofEmergency() {
      return rule == Rule.EMERGENCY;
    }

    /** Before what was found: its line may be written a moment earlier than the alert. */
    public Instant since() {
      return firstAt.minusSeconds(1);
    }

    /** The first instant after what was found. */
    public Instant until() {
      return lastAt.plusSeconds(1);
    }

    /** What happened, in plain words. */
    public String said() {
      String who = name != null ? name : address != null ? address : "Somebody from outside";
      return rule.said(who, times);
    }
  }

  /** A page, the latest found first, and where the next one begins, or null at the end. */
  public record Page(List<AlertView> alerts, Key next) {}

  /**
   * @param open whether those that wait for somebody, or those that are closed
   * @param after where the page before said, or null
   */
  @Requires("alert:read")
  public Page list(Caller caller, boolean open, Key after, int size) {
    List<Row> rows = alerts.page(caller.clinic(), open, after, size + 1);
    if (rows.size() <= size) {
      return new Page(rows.stream().map(r -> view(caller, r)).toList(), null);
    }
    Row last = rows.get(size - 1);
    return new Page(
        rows.subList(0, size).stream().map(r -> view(caller, r)).toList(),
        new Key(last.foundAt(), last.id()));
  }

  /**
   * @throws Problem ALERT_NOT_FOUND
   */
  @Requires("alert:read")
  public AlertView get(Caller caller, UUID id) {
    return view(caller, row(caller, id));
  }

  /**
   * Closes an alert. Nobody judges what is about themselves.
   *
   * @param seen the version that the caller saw
   * @param note what came out, 1 to 2000 characters
   * @throws Problem ALERT_NOT_FOUND; INVALID; ALERT_OWN; ALERT_CLOSED; STALE
   */
  @Requires("alert:change")
  public AlertView close(Caller caller, UUID id, long seen, Verdict verdict, String note) {
    SecurityAlert alert =
        alerts.lock(caller.clinic(), id).orElseThrow(() -> Problem.of(ErrorCode.ALERT_NOT_FOUND));
    String said = checked(verdict, note);
    if (caller.actor().equals(alert.actor())) {
      throw Problem.of(ErrorCode.ALERT_OWN);
    }
    if (alert.closed()) {
      throw Problem.of(ErrorCode.ALERT_CLOSED);
    }
    if (alert.version() != seen) {
      throw Problem.of(ErrorCode.STALE);
    }
    byte[] sealed = cipher.seal(NOTE, id, said.getBytes(StandardCharsets.UTF_8));
    alert.close(verdict, sealed, caller.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    alerts.flush(caller.clinic());
    Map<String, Object> detail = Map.of("rule", alert.rule(), "verdict", verdict.word());
    audited.fire(new Audited(caller, "alert.close", SUBJECT, id, detail));
    return view(caller, row(caller, id));
  }

  private static String checked(Verdict verdict, String note) {
    if (verdict == null) {
      throw Problem.invalid("/verdict", "unknown", "A verdict is in_order, misuse or unclear.");
    }
    String said = note == null ? "" : note.strip();
    if (said.isEmpty() || said.length() > LONGEST_NOTE) {
      throw Problem.invalid(
          "/note", "length", "Say what came out, in at most " + LONGEST_NOTE + " characters.");
    }
    return said;
  }

  private Row row(Caller caller, UUID id) {
    return alerts
        .find(caller.clinic(), id)
        .orElseThrow(() -> Problem.of(ErrorCode.ALERT_NOT_FOUND));
  }

  private AlertView view(Caller caller, Row row) {
    String note = row.note() == null || !caller.may("alert:change") ? null : note(row);
    if (note != null) {
      audited.fire(Audited.of(caller, "alert.read", SUBJECT, row.id()));
    }
    return new AlertView(
        row.id(),
        Rule.of(row.rule()),
        row.actor(),
        row.name(),
        row.address(),
        row.subject(),
        row.firstAt(),
        row.lastAt(),
        row.times(),
        row.foundAt(),
        row.verdict(),
        note,
        row.closedAt(),
        row.closedBy(),
        row.version());
  }

  /** What somebody wrote of it; it may name a patient. */
  private String note(Row row) {
    return new String(cipher.open(NOTE, row.id(), row.note()), StandardCharsets.UTF_8);
  }
}
