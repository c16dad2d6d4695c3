package org.openpriorauth.alerts.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;

/**
 * Something in the audit trail that somebody should look at: open when it is found, closed by a
 * person with a verdict and a note, and then it stays.
 */
@Entity
@Table(name = "security_alert")
public class SecurityAlert extends AuditedRecord {
  /** What came out when a person looked. */
  public enum Verdict {
    IN_ORDER,
    MISUSE,
    UNCLEAR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Column(updatable = false)
  private String rule;

  @Column(updatable = false)
  private String who;

  @Column(updatable = false)
  private UUID actor;

  @Column(updatable = false)
  private String address;

  @Column(name = "subject_id", updatable = false)
  private UUID subjectId;

  @Column(name = "first_at", updatable = false)
  private Instant firstAt;

  @Column(name = "last_at", updatable = false)
  private Instant lastAt;

  @Column(updatable = false)
  private long times;

  @Column(name = "verdict")
  private String verdict;

  @Column(name = "note")
  private byte[] note;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "closed_by")
  private UUID closedBy;

  /** For JPA: alerts are found by set-based statements. */
  protected SecurityAlert() {}

  /**
   * @param sealedNote what the person says of it, sealed
   */
  public void close(Verdict found, byte[] sealedNote, UUID by, Instant at) {
    verdict = found.word();
    note = sealedNote.clone();
    closedBy = by;
    closedAt = at;
    touched(by, at);
  }

  public boolean closed() {
    return closedAt != null;
  }

  /** The rule's word. */
  public String rule() {
    return rule;
  }

  /** Whom it is about; null where nobody is known. */
  public UUID actor() {
    return actor;
  }
}
