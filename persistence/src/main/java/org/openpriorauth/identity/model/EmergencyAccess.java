package org.openpriorauth.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/**
 * Patient data opened in an emergency to a person whose role or training does not (45 CFR
 * 164.312(a)(2)(ii)): for reading, in one session, for a while. It ends by its time, by its person,
 * or with its session, and stays as a record.
 */
@Entity
@Table(name = "emergency_access")
public class EmergencyAccess {
  @Id private UUID id;

  @Column(name = "clinic_id", updatable = false)
  private UUID clinicId;

  @Column(name = "user_id", updatable = false)
  private UUID userId;

  @Column(name = "session_id", updatable = false)
  private UUID sessionId;

  /** Never written twice from here: a change of key seals the row's value anew. */
  @Column(updatable = false)
  private byte[] reason;

  @Column(name = "opened_at", updatable = false)
  private Instant openedAt;

  @Column(name = "ends_at", updatable = false)
  private Instant endsAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  /** For JPA. */
  protected EmergencyAccess() {}

  /**
   * @param reason sealed
   */
  public EmergencyAccess(UUID id, UserSession session, byte[] reason, Instant now, Duration lasts) {
    this.id = id;
    this.clinicId = session.clinic().value();
    this.userId = session.userId();
    this.sessionId = session.id();
    this.reason = reason.clone();
    this.openedAt = now;
    this.endsAt = now.plus(lasts);
  }

  public boolean openAt(Instant now) {
    return endedAt == null && now.isBefore(endsAt);
  }

  /** Before its time; one that is over stays as it was. */
  public void end(Instant now) {
    if (openAt(now)) {
      endedAt = now;
    }
  }

  public UUID id() {
    return id;
  }

  public ClinicId clinic() {
    return new ClinicId(clinicId);
  }

  public UUID userId() {
    return userId;
  }

  public UUID sessionId() {
    return sessionId;
  }

  /** Sealed. */
  public byte[] reason() {
    return reason.clone();
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant endsAt() {
    return endsAt;
  }

  /** When its person ended it, or null. */
  public Instant endedAt() {
    return endedAt;
  }
}
