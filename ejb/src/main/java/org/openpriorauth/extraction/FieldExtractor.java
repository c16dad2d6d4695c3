package org.openpriorauth.extraction;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.Evidence;

/**
 * Finds fields on pages that were read. A value is verbatim from a page or it is not there; text
 * that addresses a machine is text.
 */
public interface FieldExtractor {
  /**
   * @param type clinical_note, therapy_note, imaging_report, order, insurance_card …, or null if
   *     none is plain
   * @param typeScore 0 to 1
   * @param identities one for each page
   * @param whole whether all of the document was looked through; otherwise there may be more
   * @param composition what it is made of
   */
  record Extraction(
      String type,
      double typeScore,
      List<Field> fields,
      List<PageIdentity> identities,
      boolean whole,
      Composition composition) {
    /**
     * What a person should know of the document.
     *
     * @param file what the reader said of the file
     */
    public List<String> warnings(List<String> file) {
      return composition.beside(file, whole);
    }
  }

  /**
   * @param name a name of the interface's list, e.g. {@code diagnosis.code}
   * @param group fields of one thing share it, e.g. {@code diagnosis-1}
   * @param value as it stands on the page
   * @param normalized dates in ISO 8601, codes in capitals, telephone numbers in digits; null if
   *     the value resists
   * @param assertion present, negated, historical, family, hypothetical, planned, discontinued or
   *     quoted; only what is present counts as a finding
   * @param flags what a person should know, e.g. {@code check_digit}, {@code weak_ocr}
   * @param score 0 to 1: how sure the rules are, not a probability
   */
  record Field(
      String name,
      String group,
      String value,
      String normalized,
      String assertion,
      List<String> flags,
      Evidence evidence,
      double score) {}

  /**
   * Whom a page says it is about; null where it does not say.
   *
   * @param birthDate ISO 8601
   */
  record PageIdentity(int page, String name, String birthDate, String mrn, String memberId) {}

  /** Name and version, e.g. {@code rules/1.0}: stands with each value. */
  String version();

  /**
   * @param time about which it ends, with what it has found so far
   */
  default Extraction extract(UUID document, List<PageReader.Page> pages, Duration time) {
    return extract(document, pages, time, List.of());
  }

  /**
   * @param said the documents that a person says came together in it, in order and without a gap;
   *     none if the rules are to tell
   */
  Extraction extract(
      UUID document, List<PageReader.Page> pages, Duration time, List<Composition.Part> said);
}
