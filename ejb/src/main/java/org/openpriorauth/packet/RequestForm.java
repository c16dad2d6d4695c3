package org.openpriorauth.packet;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is asked for, for whom and by whom; a value that is not known prints as not stated. */
public record RequestForm(
    Patient patient,
    Coverage coverage,
    Optional<Provider> ordering,
    Optional<Provider> facility,
    List<Item> items,
    LocalDate orderedOn) {
  public RequestForm {
    Objects.requireNonNull(patient);
    Objects.requireNonNull(coverage);
    Objects.requireNonNull(ordering);
    Objects.requireNonNull(facility);
    items = List.copyOf(items);
  }

  /**
   * @param birthDate null if it is not known
   * @param mrn the clinic's own number of the patient
   */
  public record Patient(String name, LocalDate birthDate, String sex, String mrn, String phone) {
    public Patient {
      name = Given.required(name, "name");
      sex = Given.orEmpty(sex);
      mrn = Given.orEmpty(mrn);
      phone = Given.orEmpty(phone);
    }
  }

  /**
   * @param relationship of the patient to the subscriber, in words
   */
  public record Coverage(String memberId, String group, String plan, String relationship) {
    public Coverage {
      memberId = Given.orEmpty(memberId);
      group = Given.orEmpty(group);
      plan = Given.orEmpty(plan);
      relationship = Given.orEmpty(relationship);
    }
  }

  /**
   * @param npi ten digits, or empty
   */
  public record Provider(String name, String npi) {
    public Provider {
      name = Given.required(name, "name");
      npi = Given.orEmpty(npi);
    }
  }

  /**
   * One line of the request.
   *
   * @param sequence 1 for the first
   * @param system CPT, HCPCS, NDC, RxNorm …
   * @param description the clinic's own words: a code set's are not ours to print
   * @param units as ordered with the unit ("1", "40 mg every 2 weeks"), or empty
   * @param diagnoses ICD-10-CM codes that it is asked for
   */
  public record Item(
      int sequence,
      String system,
      String code,
      String description,
      String units,
      List<String> diagnoses) {
    public Item {
      system = Given.orEmpty(system);
      code = Given.orEmpty(code);
      description = Given.orEmpty(description);
      units = Given.orEmpty(units);
      diagnoses = List.copyOf(diagnoses);
    }
  }
}
