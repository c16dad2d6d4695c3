package org.openpriorauth.clinic.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.UUID;

/** A practice, clinic or hospital department: the tenant. Nothing crosses its wall. */
@Entity
@Table(name = "clinic")
public class Clinic {
  @Id private UUID id;
  private String name;
  private String npi;

  @Column(name = "tax_id")
  private String taxId;

  private String phone;
  private String fax;

  @Column(name = "time_zone")
  private String timeZone;

  @Column(name = "pa_prefix")
  private String paPrefix;

  /** For JPA. */
  protected Clinic() {}

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String npi() {
    return npi;
  }

  public String taxId() {
    return taxId;
  }

  public String phone() {
    return phone;
  }

  public String fax() {
    return fax;
  }

  /** Times are stored in UTC and shown in this zone. */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** The letters that begin each of the clinic's authorization numbers. */
  public String paPrefix() {
    return paPrefix;
  }
}
