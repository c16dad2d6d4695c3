package org.openpriorauth.wire.fhir;

import java.time.LocalDate;
import java.util.Objects;

/** Who asks, who is asked, and for whom: the same in a request and in an inquiry about it. */
public record PasParties(Clinic clinic, Payer payer, Patient patient, Cover cover) {

  /**
   * The organization that asks (X12 2010B).
   *
   * @param npi ten digits with a right check digit (us-core-16, us-core-17)
   * @param taxId employer identification number, or null
   * @param phone needed: by it a payer reaches the ordering practitioner too (pd-1)
   * @param address or null
   */
  public record Clinic(String name, String npi, String taxId, String phone, Address address) {
    public Clinic {
      Objects.requireNonNull(phone, "a clinic needs a phone number");
    }
  }

  /**
   * The organization that is asked.
   *
   * @param code the payer's id
   * @param codeSystem the URI of its issuer, or null for the one that we make up
   * @param memberSystem the URI of the payer's member ids, or null for the one that we make up
   */
  public record Payer(String name, String code, String codeSystem, String memberSystem) {}

  /**
   * The patient.
   *
   * @param sex female, male, other or unknown; anything else is unknown
   * @param phone or null
   * @param address or null
   * @param mrn the clinic's own record number, or null
   */
  public record Patient(
      String given,
      String family,
      LocalDate birthDate,
      String sex,
      String phone,
      Address address,
      String mrn) {}

  /**
   * The patient's cover.
   *
   * @param memberId the patient's number with the payer
   * @param group or null
   * @param plan or null
   * @param relationship what the patient is to the subscriber
   * @param subscriber who holds the policy; null when it is the patient (self-beneficiary)
   */
  public record Cover(
      String memberId,
      String group,
      String plan,
      Relationship relationship,
      Subscriber subscriber) {
    public Cover {
      if (relationship != Relationship.SELF) {
        Objects.requireNonNull(subscriber, "a cover needs its subscriber unless it is the patient");
      }
    }
  }

  /**
   * Who holds the policy.
   *
   * @param birthDate or null
   * @param sex as of the patient, or null
   * @param memberId the subscriber's own number when it is not the patient's, or null
   */
  public record Subscriber(
      String given, String family, LocalDate birthDate, String sex, String memberId) {}

  /** What the patient is to the subscriber (X12 1069 beside the FHIR word). */
  public enum Relationship {
    SELF("self", "18"),
    SPOUSE("spouse", "01"),
    CHILD("child", "19"),
    OTHER("other", "G8");

    private final String word;
    private final String x12;

    Relationship(String word, String x12) {
      this.word = word;
      this.x12 = x12;
    }

    String word() {
      return word;
    }

    String x12() {
      return x12;
    }
  }

  /**
   * A postal address.
   *
   * @param line2 or null
   * @param state two letters
   * @param zip five digits, or nine with their dash
   */
  public record Address(String line1, String line2, String city, String state, String zip) {}
}
