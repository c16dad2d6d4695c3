package org.openpriorauth.evaluation.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.openpriorauth.criteria.PolicyPack;

/**
 * What is to be read in a document, as {@code <document>.gold.json} says it. What a file leaves out
 * is not judged.
 *
 * @param documentType a word such as {@code clinical_note}, or null
 * @param layout documents of one layout stand together in the figures; or null
 * @param sourceKind text, scan, fax, photo, mixed …, or null
 * @param split tune or held, or null
 * @param absent names of fields that the document does not have
 * @param conflicts names of fields for which it gives values that contradict each other
 * @param quarantinedPages pages of somebody else
 * @param criteria of policies, with the verdict that the document by itself deserves
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GoldFile(
    String documentType,
    String layout,
    String sourceKind,
    String split,
    List<Labelled> fields,
    List<String> absent,
    List<String> conflicts,
    List<Integer> quarantinedPages,
    List<Expected> criteria) {
  static final String ENDING = ".gold.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  GoldFile {
    fields = fields == null ? List.of() : List.copyOf(fields);
    absent = absent == null ? List.of() : List.copyOf(absent);
    conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
    quarantinedPages = quarantinedPages == null ? List.of() : List.copyOf(quarantinedPages);
    criteria = criteria == null ? List.of() : List.copyOf(criteria);
  }

  /**
   * @param page null where it is not known
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Labelled(String name, String value, Integer page) {}

  /**
   * @param policy a whole pack
   * @param verdict met, not_met, not_found or conflict
   * @param orderedOn from which its days count back; null for the document's date
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Expected(JsonNode policy, String criterion, String verdict, String orderedOn) {
    LocalDate day(GoldFile gold, PolicyPack pack) {
      String stated = orderedOn == null ? gold.first("document.date") : orderedOn;
      return stated == null
          ? pack.effective().from()
          : LocalDate.parse(Normal.of("document.date", stated));
    }
  }

  /**
   * @throws IOException with the file's name, if it is not of this form
   */
  static GoldFile read(Path file) throws IOException {
    try {
      return JSON.readValue(file.toFile(), GoldFile.class);
    } catch (IOException e) {
      throw new IOException(file + " is not a gold file: " + e.getMessage(), e);
    }
  }

  /** The first value of a field, or null. */
  String first(String name) {
    return fields.stream()
        .filter(f -> f.name().equals(name))
        .map(Labelled::value)
        .findFirst()
        .orElse(null);
  }
}
