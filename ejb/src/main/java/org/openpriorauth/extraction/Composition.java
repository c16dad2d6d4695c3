package org.openpriorauth.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * What a document is made of: a fax brings several documents in one, pages in other languages, and
 * sometimes fewer pages than its cover sheet says.
 *
 * @param parts its documents in order, none left out; empty if no page was looked at
 * @param foreign pages that are not in English
 * @param announced how many pages the cover sheet says there are, itself included; null if it does
 *     not say, or if that is how many came
 * @param warnings words for what a person should know of the whole, as beside the file's own
 */
public record Composition(
    List<Part> parts, List<ForeignPage> foreign, Integer announced, List<String> warnings) {
  public static final Composition UNKNOWN = new Composition(List.of(), List.of(), null, List.of());

  /** What a document can be, in the words of the interface's list. */
  public static final List<String> KINDS =
      List.of(
          "clinical_note",
          "therapy_note",
          "plan_of_care",
          "order",
          "imaging_report",
          "lab_report",
          "pathology_report",
          "operative_report",
          "procedure_report",
          "medication_list",
          "insurance_card",
          "payer_letter",
          "form",
          "cover_sheet",
          "other");

  public Composition {
    parts = List.copyOf(parts);
    foreign = List.copyOf(foreign);
    warnings = List.copyOf(warnings);
  }

  /**
   * @param type a word of the interface's list, or null if none is plain
   * @param confidence 0 to 1: how sure the rules are of its kind and of where it begins
   */
  public record Part(String type, int first, int last, double confidence) {
    public boolean holds(int page) {
      return page >= first && page <= last;
    }
  }

  /**
   * @param language ISO 639-1
   */
  public record ForeignPage(int page, String language) {}

  /** Null for a page in English, and for one too short to tell. */
  public String language(int page) {
    return foreign.stream()
        .filter(f -> f.page() == page)
        .map(ForeignPage::language)
        .findFirst()
        .orElse(null);
  }

  /** Whether it brings more than one document. */
  public boolean several() {
    return parts.size() > 1;
  }

  /**
   * What a person should know, in the words that stand with a document.
   *
   * @param file what the reader said of the file
   * @param whole whether all of it was looked through
   */
  List<String> beside(List<String> file, boolean whole) {
    List<String> all = new ArrayList<>(file);
    warnings.stream().filter(w -> !all.contains(w)).forEach(all::add);
    if (!whole) {
      all.add("cut_short");
    }
    return List.copyOf(all);
  }
}
