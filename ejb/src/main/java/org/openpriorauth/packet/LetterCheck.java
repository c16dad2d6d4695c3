package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openpriorauth.packet.Letter.Paragraph;

/** Lets only those sentences of fact pass that say no more than the words they cite. */
final class LetterCheck {
  private LetterCheck() {}

  /** The letter without what did not pass, and without paragraphs that are left empty. */
  static Letter passed(Letter letter, NecessityFacts facts) {
    List<CitedQuote> quotes =
        Stream.of(
                facts.criteria().stream().flatMap(c -> c.evidence().stream()),
                facts.therapies().stream().flatMap(t -> t.evidence().stream()),
                facts.findings().stream().flatMap(f -> f.evidence().stream()))
            .flatMap(s -> s)
            .toList();
    // A criterion's own words are the payer's, not a claim about the record.
    List<String> data = facts.criteria().stream().map(IndexedCriterion::text).toList();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Paragraph paragraph : letter.paragraphs()) {
      List<Sentence> sentences =
          paragraph.sentences().stream().filter(s -> passes(s, quotes, data)).toList();
      if (!sentences.isEmpty()) {
        paragraphs.add(new Paragraph(sentences, paragraph.item()));
      }
    }
    return new Letter(paragraphs);
  }

  private static boolean passes(Sentence sentence, List<CitedQuote> quotes, List<String> data) {
    if (sentence.fixed().isPresent()) {
      return true;
    }
    List<String> cited =
        quotes.stream()
            .filter(q -> sentence.citations().contains(q.citation()))
            .map(CitedQuote::quote)
            .toList();
    return SentenceCheck.problems(sentence.text(), cited, data).isEmpty();
  }
}
