package org.openpriorauth.payer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import org.openpriorauth.kernel.AuditedRecord;

/** An insurer or administrator as one clinic knows it, with the clocks that bind it. */
@Entity
@Table(name = "payer")
public class Payer extends AuditedRecord {
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
