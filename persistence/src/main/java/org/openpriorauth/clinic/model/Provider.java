package org.openpriorauth.clinic.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;

/** Who orders or performs services: a practitioner, or an organization. */
@Entity
@Table(name = "provider")
public class Provider extends AuditedRecord {
  /**
   * @param kind person or organization
   * @param givenName of a person
   * @param name family name, or the organization's
   * @param npi ten digits with a right check digit
   */
  public record Details(
      String kind, String givenName, String name, String npi, String specialty, String phone) {
    public boolean person() {
      return kind.equals("person");
    }

    public String fullName() {
      return givenName == null ? name : givenName + " " + name;
    }
  }

  private String kind;

  @Column(name = "given_name")
  private String givenName;

  private String name;
  private String npi;
  private String specialty;
  private String phone;
  private boolean active;

  /** For JPA. */
  protected Provider() {}

  public Provider(ClinicId clinic, UUID actor, Instant at, Details details) {
    super(clinic, actor, at);
    change(details, true, actor, at);
  }

  /**
   * @param active false for who gets no new requests; what was asked in their name stays
   */
  public final void change(Details details, boolean active, UUID actor, Instant at) {
    this.kind = details.kind();
    this.givenName = details.givenName();
    this.name = details.name();
    this.npi = details.npi();
    this.specialty = details.specialty();
    this.phone = details.phone();
    this.active = active;
    touched(actor, at);
  }

  public Details details() {
    return new Details(kind, givenName, name, npi, specialty, phone);
  }

  public boolean active() {
    return active;
  }
}
