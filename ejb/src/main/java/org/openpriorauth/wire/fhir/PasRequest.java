package org.openpriorauth.wire.fhir;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A request for prior authorization, as it is sent.
 *
 * @param orderedBy who orders, for all items
 * @param performedBy who renders the service when it is not the clinic, or null
 * @param diagnoses ICD-10-CM with their dots, principal first. X12 carries twelve; all are sent,
 *     and who asks for more is to be warned before (PAS, profile-claim-base).
 * @param items what is asked for, at least one
 * @param documents what supports all items
 */
public record PasRequest(
    PasTransaction transaction,
    PasParties parties,
    Practitioner orderedBy,
    Performer performedBy,
    Priority priority,
    List<String> diagnoses,
    List<Item> items,
    List<Document> documents) {

  public PasRequest {
    diagnoses = List.copyOf(diagnoses);
    items = List.copyOf(items);
    documents = List.copyOf(documents);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a request needs at least one item");
    }
    Set<Integer> used = new HashSet<>();
    if (!items.stream().allMatch(item -> item.sequence() > 0 && used.add(item.sequence()))) {
      throw new IllegalArgumentException("item sequences are positive and unique (spec-34)");
    }
  }

  /**
   * A person who orders.
   *
   * @param npi ten digits with a right check digit
   * @param phone or null for the clinic's
   */
  public record Practitioner(String given, String family, String npi, String phone) {}

  /** An organization that renders the service. */
  public record Performer(String name, String npi) {}

  /**
   * How much it presses. FHIR has one word for urgent and emergent ({@code stat}); the difference
   * is in the level of service (UM06, X12 1338).
   */
  public enum Priority {
    ROUTINE("normal", null),
    URGENT("stat", "U"),
    EMERGENT("stat", "03");

    private final String word;
    private final String level;

    Priority(String word, String level) {
      this.word = word;
      this.level = level;
    }

    String word() {
      return word;
    }

    String level() {
      return level;
    }
  }

  /** Where a service's code is from. */
  public enum CodeSystem {
    CPT("http://www.ama-assn.org/go/cpt"),
    HCPCS("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"),
    NDC("http://hl7.org/fhir/sid/ndc");

    private final String uri;

    CodeSystem(String uri) {
      this.uri = uri;
    }

    public String uri() {
      return uri;
    }
  }

  /**
   * A service by its code.
   *
   * @param description the clinic's own words, or null; never a licensed descriptor
   */
  public record Service(CodeSystem system, String code, String description) {}

  /**
   * One service that is asked for.
   *
   * @param sequence never changes over request, answer, update and its answer (spec-34)
   * @param units how many, or null
   * @param unit X12 673: {@code FL} units, {@code VS} visits, {@code DY} days …; null for units
   * @param diagnoses those of the request that this item is for; another one is added to them
   * @param start or null
   * @param requestType UM01, X12 1525: {@code HS} health services, {@code AR} admission …
   * @param category UM03, X12 1365; null for {@code 1}, medical care
   * @param placeOfService CMS place of service, e.g. {@code 11}
   */
  public record Item(
      int sequence,
      Service service,
      BigDecimal units,
      String unit,
      List<String> diagnoses,
      LocalDate start,
      String requestType,
      String category,
      String placeOfService) {
    public Item {
      diagnoses = List.copyOf(diagnoses);
    }
  }

  /**
   * A document that travels inside the request (spec-21).
   *
   * @param content not copied: who gives it leaves it alone until the text is made
   * @param reportType PWK01, X12 755; null for {@code OZ}, support data for verification
   * @param loinc kind of document; null for {@code 34109-9}, note
   */
  public record Document(
      String title,
      String mediaType,
      byte[] content,
      LocalDate created,
      String reportType,
      String loinc) {}
}
