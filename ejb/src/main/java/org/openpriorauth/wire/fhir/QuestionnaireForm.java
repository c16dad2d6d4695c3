package org.openpriorauth.wire.fhir;

import java.time.LocalDate;
import java.util.List;

/**
 * A Questionnaire in the parts that rules have a place for.
 *
 * @param name for programs: letters, digits and underscores
 * @param retired whether it holds no more
 * @param own what the system that wrote it keeps of its own, or null
 * @param notes what it says beyond these parts
 */
public record QuestionnaireForm(
    String url,
    String version,
    String name,
    String title,
    String description,
    boolean retired,
    LocalDate from,
    LocalDate to,
    String own,
    List<Item> items,
    List<Note> notes) {

  /** What an item is. */
  public enum Kind {
    GROUP,
    QUESTION,
    DISPLAY
  }

  /**
   * A question, a group of them, or words to read.
   *
   * @param answers of a question: as FHIR names the type, {@code boolean} for yes or no
   * @param own as in the form
   * @param options the answers that a question offers
   */
  public record Item(
      String linkId,
      Kind kind,
      String text,
      String answers,
      String own,
      List<Option> options,
      List<Item> items) {}

  /**
   * @param system of the code; null where the answer is words only
   * @param display the answer in words, or its code
   */
  public record Option(String system, String code, String display) {}

  /**
   * Something that is said and is not in the other parts.
   *
   * @param linkId of the item; null for the Questionnaire as a whole
   * @param code a word for programs
   */
  public record Note(String linkId, String code, String detail) {}
}
