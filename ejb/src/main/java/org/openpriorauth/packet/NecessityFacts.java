package org.openpriorauth.packet;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a statement of medical necessity may draw on: accepted facts only, each with the words of a
 * document where it has any.
 *
 * @param criteria with their verdicts; only the met ones are told
 */
public record NecessityFacts(
    Patient patient,
    List<Service> services,
    List<Diagnosis> diagnoses,
    List<IndexedCriterion> criteria,
    List<Therapy> therapies,
    List<Finding> findings) {
  public NecessityFacts {
    Objects.requireNonNull(patient);
    services = List.copyOf(services);
    diagnoses = List.copyOf(diagnoses);
    criteria = List.copyOf(criteria);
    therapies = List.copyOf(therapies);
    findings = List.copyOf(findings);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("no service is asked for");
    }
  }

  /**
   * @param age in whole years on the day of the letter, if the birth date is known
   * @param sex in words, or empty
   */
  public record Patient(String name, Optional<Integer> age, String sex) {
    public Patient {
      name = Given.required(name, "name");
      Objects.requireNonNull(age);
      sex = Given.orEmpty(sex);
    }
  }

  /**
   * @param description the clinic's own words
   * @param system CPT, HCPCS …, or empty
   */
  public record Service(String description, String system, String code) {
    public Service {
      description = Given.required(description, "description");
      system = Given.orEmpty(system);
      code = Given.orEmpty(code);
    }
  }

  /**
   * @param code ICD-10-CM, or empty
   */
  public record Diagnosis(String description, String code) {
    public Diagnosis {
      description = Given.required(description, "description");
      code = Given.orEmpty(code);
    }
  }

  /**
   * A treatment that was tried.
   *
   * @param duration as read ("6 weeks"), or empty
   * @param outcome as read, or empty
   */
  public record Therapy(String name, String duration, String outcome, List<CitedQuote> evidence) {
    public Therapy {
      name = Given.required(name, "name");
      duration = Given.orEmpty(duration);
      outcome = Given.orEmpty(outcome);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * A result or an observation.
   *
   * @param value as read, with its unit
   * @param on null if it has no date
   */
  public record Finding(String name, String value, LocalDate on, List<CitedQuote> evidence) {
    public Finding {
      name = Given.required(name, "name");
      value = Given.required(value, "value");
      evidence = List.copyOf(evidence);
    }
  }
}
