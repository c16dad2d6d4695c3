package org.openpriorauth.evaluation.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openpriorauth.extraction.ExtractionService.View;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.PageReader.Page;
import org.openpriorauth.kernel.Evidence;

/**
 * What the product made of a document.
 *
 * @param problem why it could not be read, or null
 * @param type null if none was plain
 * @param fields what counts for the patient: nothing denied, planned, feared or of the family
 * @param astray pages that the product gives to somebody else or doubts
 * @param open pages that name nobody
 * @param view as the product holds criteria against it; null if it could not be read
 * @param reading by the clock, in the reader's process
 * @param finding processor time of the rules
 */
record Outcome(
    String problem,
    String type,
    List<Page> pages,
    List<Field> fields,
    List<String> conflicts,
    Set<Integer> astray,
    Set<Integer> open,
    View view,
    Duration reading,
    Duration finding) {

  static Outcome unreadable(String problem, Duration reading) {
    return new Outcome(
        problem,
        null,
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Set.of(),
        null,
        reading,
        Duration.ZERO);
  }

  /** Whether a value's evidence is what stands on its page, and the value in it. */
  boolean proves(Field field) {
    return stands(field.evidence())
        && letters(field.evidence().quote()).contains(letters(field.value()));
  }

  /** Whether evidence is what stands on its page, character by character. */
  boolean stands(Evidence evidence) {
    String text = texts().getOrDefault(evidence.page(), "");
    int start = evidence.start();
    int end = evidence.end();
    return start >= 0
        && start <= end
        && end <= text.length()
        && text.substring(start, end).equals(evidence.quote());
  }

  private Map<Integer, String> texts() {
    return pages.stream().collect(Collectors.toMap(Page::number, Page::text));
  }

  /** A value that goes over a line's end is verbatim all the same. */
  private static String letters(String text) {
    return text.replaceAll("\\s+", "");
  }
}
