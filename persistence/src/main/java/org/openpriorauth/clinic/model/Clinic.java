package org.openpriorauth.clinic.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.openpriorauth.kernel.ClinicId;

/**
 * A practice, clinic or hospital department: the tenant. Nothing crosses its wall. The installation
 * itself is one as well, without patients: its people register the others.
 */
@Entity
@Table(name = "clinic")
public class Clinic {
  /**
   * Where a practice is; each may be null where it was never said.
   *
   * @param state two letters of the postal service
   * @param zipCode five digits, or nine with their dash
   */
  public record Address(String line1, String city, String state, String zipCode) {
    /** As it is written on a letter; none where nothing is known. */
    public List<String> lines() {
      String place = join(" ", join(", ", city, state), zipCode);
      return Stream.of(line1 == null ? "" : line1, place).filter(l -> !l.isEmpty()).toList();
    }

    private static String join(String between, String first, String second) {
      return first == null || first.isEmpty()
          ? second == null ? "" : second
          : second == null ? first : first + between + second;
    }
  }

  /**
   * What a practice says of itself to payers.
   *
   * @param npi of the organization, or of who runs it alone
   * @param taxId employer identification number, {@code 12-3456789}
   * @param phone ten digits, written {@code 775-555-0100}, or null
   * @param fax the same
   * @param timeZone of the IANA database: days and clocks are reckoned in it
   */
  public record Details(
      String name,
      String npi,
      String taxId,
      Address address,
      String phone,
      String fax,
      String timeZone) {}

  /**
   * How far what was read is trusted.
   *
   * @param unseenFrom how certain a field must be, 0.8 to 1, to be used before a person saw it
   * @param checkShare of the fields that are used so, the share that a person is asked to check, 0
   *     to 1
   */
  public record Reading(BigDecimal unseenFrom, BigDecimal checkShare) {}

  /** Of a hundred values with this certainty five are wrong. */
  private static final BigDecimal CAREFUL = new BigDecimal("0.95");

  /** One in twenty: a chart asks for a handful, and a month shows a hundred. */
  private static final BigDecimal SOME = new BigDecimal("0.05");

  @Id private UUID id;
  private String name;
  private String npi;

  @Column(name = "tax_id")
  private String taxId;

  private String phone;
  private String fax;

  @Column(name = "address_line1")
  private String addressLine1;

  private String city;
  private String state;

  @Column(name = "zip_code")
  private String zipCode;

  @Column(name = "time_zone")
  private String timeZone;

  @Column(name = "pa_prefix", updatable = false)
  private String paPrefix;

  @Column(name = "unseen_from")
  private BigDecimal unseenFrom = CAREFUL;

  @Column(name = "check_share")
  private BigDecimal checkShare = SOME;

  @Version private long version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", updatable = false)
  private UUID createdBy;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "updated_by")
  private UUID updatedBy;

  /** For JPA. */
  protected Clinic() {}

  /**
   * @param paPrefix letters that no other practice has
   */
  public Clinic(ClinicId id, Details details, String paPrefix, UUID actor, Instant at) {
    this.id = id.value();
    this.paPrefix = paPrefix;
    this.createdAt = at;
    this.createdBy = actor;
    change(details, actor, at);
  }

  public final void change(Details details, UUID actor, Instant at) {
    name = details.name();
    npi = details.npi();
    taxId = details.taxId();
    addressLine1 = details.address().line1();
    city = details.address().city();
    state = details.address().state();
    zipCode = details.address().zipCode();
    phone = details.phone();
    fax = details.fax();
    timeZone = details.timeZone();
    updatedAt = at;
    updatedBy = actor;
  }

  public Details details() {
    return new Details(name, npi, taxId, address(), phone, fax, timeZone);
  }

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

  public Address address() {
    return new Address(addressLine1, city, state, zipCode);
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

  /** How certain a field must be, 0.8 to 1, to be used before a person saw it. */
  public double unseenFrom() {
    return unseenFrom.doubleValue();
  }

  /** Of the fields that are used unseen, the share that a person is asked to check, 0 to 1. */
  public double checkShare() {
    return checkShare.doubleValue();
  }

  public Reading reading() {
    return new Reading(unseenFrom, checkShare);
  }

  public void trust(Reading reading, UUID actor, Instant at) {
    unseenFrom = reading.unseenFrom();
    checkShare = reading.checkShare();
    updatedAt = at;
    updatedBy = actor;
  }

  public long version() {
    return version;
  }
}
