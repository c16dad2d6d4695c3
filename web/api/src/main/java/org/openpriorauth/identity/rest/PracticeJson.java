package org.openpriorauth.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.identity.model.User;

/** A practice and its first administrator, as other systems of the field name their parts. */
final class PracticeJson {
  private PracticeJson() {}

  /** Self-service: the administrator chooses name and password at once. */
  record RegisterJson(
      @NotBlank @Size(max = 200) String practiceName,
      @NotBlank @Size(max = 20) String taxId,
      @NotBlank @Size(max = 10) String npi,
      @NotBlank @Size(max = 200) String addressLine1,
      @NotBlank @Size(max = 200) String city,
      @NotBlank @Size(max = 2) String state,
      @NotBlank @Size(max = 10) String zipCode,
      @Size(max = 40) String phone,
      @Size(max = 40) String fax,
      @Size(max = 60) String timeZone,
      @NotBlank @Size(max = 200) String username,
      @NotBlank @Size(max = 200) String email,
      @NotBlank @Size(max = 1000) String password,
      @NotBlank @Size(max = 100) String firstName,
      @NotBlank @Size(max = 100) String lastName) {
    Clinic.Details practice() {
      return new Clinic.Details(
          practiceName,
          npi,
          taxId,
          new Clinic.Address(addressLine1, city, state, zipCode),
          phone,
          fax,
          timeZone);
    }

    User.Person administrator() {
      return new User.Person(username, email.strip(), firstName.strip() + " " + lastName.strip());
    }
  }

  /** By an administrator of the installation: who is to run the practice is invited by mail. */
  record AddJson(
      @NotBlank @Size(max = 200) String practiceName,
      @NotBlank @Size(max = 20) String taxId,
      @NotBlank @Size(max = 10) String npi,
      @NotBlank @Size(max = 200) String addressLine1,
      @NotBlank @Size(max = 200) String city,
      @NotBlank @Size(max = 2) String state,
      @NotBlank @Size(max = 10) String zipCode,
      @Size(max = 40) String phone,
      @Size(max = 40) String fax,
      @Size(max = 60) String timeZone,
      @NotBlank @Size(max = 200) String email) {
    Clinic.Details practice() {
      return new Clinic.Details(
          practiceName,
          npi,
          taxId,
          new Clinic.Address(addressLine1, city, state, zipCode),
          phone,
          fax,
          timeZone);
    }
  }
}
