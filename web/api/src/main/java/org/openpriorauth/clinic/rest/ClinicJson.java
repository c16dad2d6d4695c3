package org.openpriorauth.clinic.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.openpriorauth.clinic.ClinicService.ClinicView;
import org.openpriorauth.clinic.model.Clinic;

/**
 * A practice as its own people see it.
 *
 * @param unseenFrom how certain a field must be, 0.8 to 1, to be used before a person saw it
 * @param checkShare of the fields that are used so, the share that a person is asked to check, 0 to
 *     1
 */
record ClinicJson(
    UUID id,
    String name,
    String npi,
    String taxId,
    String addressLine1,
    String city,
    String state,
    String zipCode,
    String phone,
    String fax,
    String timeZone,
    String paPrefix,
    double unseenFrom,
    double checkShare) {
  static ClinicJson of(ClinicView view) {
    Clinic.Details d = view.details();
    return new ClinicJson(
        view.id(),
        d.name(),
        d.npi(),
        d.taxId(),
        d.address().line1(),
        d.address().city(),
        d.address().state(),
        d.address().zipCode(),
        d.phone(),
        d.fax(),
        d.timeZone(),
        view.paPrefix(),
        view.unseenFrom(),
        view.checkShare());
  }

  /**
   * From what certainty fields are used unseen, and how many of those are checked.
   *
   * @param checkShare null: as it is
   */
  record ReadingJson(@NotNull BigDecimal unseenFrom, BigDecimal checkShare) {
    Clinic.Reading wanted() {
      return new Clinic.Reading(unseenFrom, checkShare);
    }
  }

  /** What a practice says of itself, the whole of it. */
  record DetailsJson(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 10) String npi,
      @NotBlank @Size(max = 20) String taxId,
      @NotBlank @Size(max = 200) String addressLine1,
      @NotBlank @Size(max = 200) String city,
      @NotBlank @Size(max = 2) String state,
      @NotBlank @Size(max = 10) String zipCode,
      @Size(max = 40) String phone,
      @Size(max = 40) String fax,
      @Size(max = 60) String timeZone) {
    Clinic.Details details() {
      return new Clinic.Details(
          name,
          npi,
          taxId,
          new Clinic.Address(addressLine1, city, state, zipCode),
          phone,
          fax,
          timeZone);
    }
  }
}
