package org.openpriorauth.packet;

import java.util.Comparator;
import java.util.List;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.Evidence;

/**
 * What a person put in place of a misreading. The packet prints it wherever the misread words would
 * stand, and says so each time: it is our office's word and not the page's.
 *
 * @param place of the misread words
 * @param words as they are printed
 */
record PutRight(Evidence place, String words) {
  private static final String MARK = " [corrected by our office]";

  /** Of a document's fields, in the order of their pages and places. */
  static List<PutRight> of(List<ReadField> fields) {
    return fields.stream()
        .filter(PutRight::differs)
        .map(f -> new PutRight(f.found().evidence(), words(f)))
        .sorted(
            Comparator.comparingInt((PutRight p) -> p.place.page())
                .thenComparingInt(p -> p.place.start()))
        .toList();
  }

  /** As the packet prints a field: what was read, or what a person put, with its mark. */
  static String words(ReadField field) {
    return differs(field) ? plain(field.changedTo()) + MARK : field.found().value();
  }

  private static boolean differs(ReadField field) {
    return field.changedTo() != null
        && !field.rejected()
        && !plain(field.changedTo()).equalsIgnoreCase(plain(field.found().value()));
  }

  private static String plain(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }
}
