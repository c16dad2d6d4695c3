package org.openpriorauth.submission.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;

/** A packet's way to the payer over one channel, with the numbers that make a repetition one. */
@Entity
@Table(name = "submission")
public class Submission extends AuditedRecord {
  @Column(name = "prior_authorization_id", updatable = false)
  private UUID request;

  @Column(name = "packet_id", updatable = false)
  private UUID packet;

  @Column(name = "payer_channel_id", updatable = false)
  private UUID channel;

  private String state = SubmissionState.QUEUED.word();

  @Column(name = "bundle_identifier", updatable = false)
  private UUID bundleIdentifier;

  @Column(name = "claim_identifier", updatable = false)
  private UUID claimIdentifier;

  @Column(name = "message_key")
  private byte[] messageKey;

  private byte[] problem;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "inquired_at")
  private Instant inquiredAt;

  /** For JPA. */
  protected Submission() {}

  public Submission(
      ClinicId clinic, UUID actor, Instant at, UUID request, UUID packet, UUID channel) {
    super(clinic, actor, at);
    this.request = request;
    this.packet = packet;
    this.channel = channel;
    // Version 4: what goes to a payer tells nothing of us, not even when a row was made.
    this.bundleIdentifier = UUID.randomUUID();
    this.claimIdentifier = UUID.randomUUID();
  }

  /** From now on the payer may have it. */
  public void sending(byte[] sealedMessageKey, UUID actor, Instant at) {
    messageKey = sealedMessageKey.clone();
    become(SubmissionState.IN_PROGRESS, null, actor, at);
  }

  /**
   * @param sealedWhy null if nothing is wrong
   */
  public void become(SubmissionState next, byte[] sealedWhy, UUID actor, Instant at) {
    state = next.word();
    problem = sealedWhy == null ? null : sealedWhy.clone();
    if (next == SubmissionState.CONFIRMED || next == SubmissionState.DECIDED) {
      answeredAt = answeredAt == null ? at : answeredAt;
    }
    touched(actor, at);
  }

  public void inquired(Instant at) {
    inquiredAt = at;
  }

  public UUID request() {
    return request;
  }

  public UUID packet() {
    return packet;
  }

  public UUID channel() {
    return channel;
  }

  public SubmissionState state() {
    return SubmissionState.of(state);
  }

  public UUID bundleIdentifier() {
    return bundleIdentifier;
  }

  public UUID claimIdentifier() {
    return claimIdentifier;
  }

  /** Null until the message was made. */
  public byte[] sealedMessageKey() {
    return messageKey == null ? null : messageKey.clone();
  }

  /** Null if nothing is wrong. */
  public byte[] sealedProblem() {
    return problem == null ? null : problem.clone();
  }

  /** When the payer first answered, which proves that it has it. */
  public Instant answeredAt() {
    return answeredAt;
  }
}
