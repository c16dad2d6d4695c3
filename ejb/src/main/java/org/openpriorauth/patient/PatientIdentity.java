package org.openpriorauth.patient;

import java.time.LocalDate;

/**
 * Who a patient is: the part of the record that is sealed in the database.
 *
 * @param externalId what the clinic's other systems call the patient, or null
 * @param sex female, male, other or unknown, as the coverage has it
 * @param mrn the clinic's own record number
 * @param ssn nine digits, or null
 */
public record PatientIdentity(
    String externalId,
    String givenName,
    String familyName,
    LocalDate birthDate,
    String sex,
    String mrn,
    String ssn,
    String phone,
    Address address) {

  public record Address(String line1, String line2, String city, String state, String zipCode) {}

  public String name() {
    return givenName + " " + familyName;
  }
}
