package org.openpriorauth.payer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;

/** An insurer or administrator as one clinic knows it, with the clocks that bind it. */
@Entity
@Table(name = "payer")
public class Payer extends AuditedRecord {
  /**
   * @param payerCode as claims name it
   * @param impactedByCms0057 whether CMS-0057-F binds it: 72 hours expedited, 7 calendar days
   *     standard, since 1 January 2026
   * @param standardHours from proof of submission to the determination that is due
   * @param expeditedHours the same for urgent and emergent requests
   * @param active false for one that gets no new coverage
   */
  public record Details(
      String name,
      String payerCode,
      boolean impactedByCms0057,
      int standardHours,
      int expeditedHours,
      boolean active) {}

  private String name;

  @Column(name = "payer_code")
  private String payerCode;

  @Column(name = "impacted_by_cms0057")
  private boolean impactedByCms0057;

  @Column(name = "standard_hours")
  private int standardHours;

  @Column(name = "expedited_hours")
  private int expeditedHours;

  private boolean active;

  /** For JPA. */
  protected Payer() {}

  public Payer(ClinicId clinic, UUID actor, Instant at, Details details) {
    super(clinic, actor, at);
    change(details, actor, at);
  }

  public final void change(Details details, UUID actor, Instant at) {
    name = details.name();
    payerCode = details.payerCode();
    impactedByCms0057 = details.impactedByCms0057();
    standardHours = details.standardHours();
    expeditedHours = details.expeditedHours();
    active = details.active();
    touched(actor, at);
  }

  public Details details() {
    return new Details(name, payerCode, impactedByCms0057, standardHours, expeditedHours, active);
  }

  public String name() {
    return name;
  }

  public String payerCode() {
    return payerCode;
  }

  /** Whether CMS-0057-F binds it: 72 hours expedited, 7 calendar days standard. */
  public boolean impactedByCms0057() {
    return impactedByCms0057;
  }

  /** From proof of submission to the determination that is due. */
  public Duration clock(boolean expedited) {
    return Duration.ofHours(expedited ? expeditedHours : standardHours);
  }

  public boolean active() {
    return active;
  }
}
