package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.packet.Letter.Paragraph;

/**
 * The answer to a denial from the template: the reason as the payer wrote it, and what the record
 * documents all the same. What the record does not document is its author's to know, and is not in
 * the letter.
 */
public final class AppealLetter {
  private AppealLetter() {}

  /** The same facts and the same denial give the same letter. */
  public static Letter of(NecessityFacts facts, Denial denial) {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Sentence> opening = new ArrayList<>();
    opening.add(
        Sentence.fixed(
            FixedSentence.APPEAL,
            NecessityStatement.services(facts),
            NecessityStatement.who(facts.patient())));
    NecessityStatement.diagnosis(facts).ifPresent(opening::add);
    denial.reasons().stream()
        .filter(reason -> !reason.isBlank())
        .map(reason -> Sentence.fixed(FixedSentence.REASON, reason))
        .forEach(opening::add);
    opening.add(Sentence.fixed(FixedSentence.ENCLOSED));
    paragraphs.add(new Paragraph(opening));
    NecessityStatement.record(paragraphs, facts, FixedSentence.ANSWER);
    paragraphs.add(
        new Paragraph(
            List.of(Sentence.fixed(FixedSentence.OVERTURN), Sentence.fixed(FixedSentence.OFFER))));
    return new Letter(paragraphs);
  }
}
