package org.openpriorauth.patient.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.openpriorauth.door.rest.ExternalIds;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService.PatientView;

/** A patient on the wire. {@code id} and {@code version} are ours and ignored when sent. */
public record PatientJson(
    UUID id,
    @Size(max = 100) @Pattern(
            regexp = ExternalIds.FORM,
            message = "must be visible, and not of the form of our own ids")
        String externalId,
    @NotBlank @Size(max = 100) String givenName,
    @NotBlank @Size(max = 100) String familyName,
    @NotNull LocalDate birthDate,
    @NotNull @Pattern(
            regexp = "female|male|other|unknown",
            message = "must be female, male, other or unknown")
        String sex,
    @NotBlank @Size(max = 50) String mrn,
    @Pattern(regexp = "\\d{9}", message = "must be nine digits") String ssn,
    @Size(max = 40) String phone,
    @Valid AddressJson address,
    Long version) {

  public record AddressJson(
      @Size(max = 200) String line1,
      @Size(max = 200) String line2,
      @Size(max = 100) String city,
      @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter code") String state,
      @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "must be 12345 or 12345-6789")
          String zipCode) {}

  PatientIdentity toIdentity() {
    PatientIdentity.Address home =
        address == null
            ? null
            : new PatientIdentity.Address(
                address.line1(),
                address.line2(),
                address.city(),
                address.state(),
                address.zipCode());
    return new PatientIdentity(
        externalId, givenName, familyName, birthDate, sex, mrn, ssn, phone, home);
  }

  /** The social security number is taken and used, and shown by its last four digits only. */
  static PatientJson of(PatientView view) {
    PatientIdentity who = view.identity();
    PatientIdentity.Address home = who.address();
    return new PatientJson(
        view.id(),
        who.externalId(),
        who.givenName(),
        who.familyName(),
        who.birthDate(),
        who.sex(),
        who.mrn(),
        who.ssn() == null ? null : "*****" + who.ssn().substring(5),
        who.phone(),
        home == null
            ? null
            : new AddressJson(
                home.line1(), home.line2(), home.city(), home.state(), home.zipCode()),
        view.version());
  }
}
