package org.openpriorauth.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.packet.KeptLetter;
import org.openpriorauth.packet.LetterText;
import org.openpriorauth.packet.LetterText.Written;

/**
 * A version of a letter, and what it changed.
 *
 * @param template whether the letter went back to the template with it
 * @param added sentences that the version before did not have, in their order
 * @param removed sentences of the version before that it does not have
 */
public record LetterVersion(
    int number,
    Instant savedAt,
    UUID savedBy,
    boolean template,
    List<LetterText.Paragraph> paragraphs,
    List<String> added,
    List<String> removed) {

  /**
   * @param template in place of a version without words of its own
   */
  static LetterVersion of(KeptLetter kept, LetterText before, LetterText template) {
    List<String> now = texts(kept.text(), template);
    List<String> then = texts(before, template);
    return new LetterVersion(
        kept.version(),
        kept.savedAt(),
        kept.savedBy(),
        kept.text().template(),
        kept.text().paragraphs(),
        without(now, then),
        without(then, now));
  }

  private static List<String> texts(LetterText text, LetterText template) {
    return (text.template() ? template : text).sentences().map(Written::text).toList();
  }

  private static List<String> without(List<String> all, List<String> others) {
    List<String> left = new ArrayList<>(all);
    // A sentence that stands twice and then once was taken out once.
    others.forEach(left::remove);
    return List.copyOf(left);
  }
}
