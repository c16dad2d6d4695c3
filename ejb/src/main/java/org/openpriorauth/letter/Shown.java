package org.openpriorauth.letter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.letter.LetterView.ContraryView;
import org.openpriorauth.letter.LetterView.ParagraphView;
import org.openpriorauth.letter.LetterView.Passage;
import org.openpriorauth.letter.LetterView.SentenceView;
import org.openpriorauth.packet.CheckedLetter;
import org.openpriorauth.packet.CitedQuote;
import org.openpriorauth.packet.LetterGround;
import org.openpriorauth.packet.LetterText.Cited;

/** Turns what code knows of a letter into what its writer sees. */
final class Shown {
  private Shown() {}

  static List<ParagraphView> paragraphs(CheckedLetter letter) {
    return letter.paragraphs().stream()
        .map(p -> new ParagraphView(p.item(), p.sentences().stream().map(Shown::sentence).toList()))
        .toList();
  }

  private static SentenceView sentence(CheckedLetter.Checked checked) {
    return new SentenceView(
        checked.written().text(),
        checked.written().citations(),
        checked.written().keptBecause(),
        checked.phrase().isPresent(),
        checked.passes(),
        checked.faults());
  }

  static List<Passage> passages(LetterGround ground, Map<UUID, String> names) {
    return ground.offered().stream().map(o -> passage(o.about(), o.words(), names)).toList();
  }

  static List<ContraryView> contrary(LetterGround ground, Map<UUID, String> names) {
    return ground.contrary().stream()
        .map(
            c ->
                new ContraryView(
                    c.about(),
                    c.why(),
                    c.places().stream().map(p -> passage(c.about(), p, names)).toList()))
        .toList();
  }

  private static Passage passage(String about, CitedQuote words, Map<UUID, String> names) {
    String document = names.getOrDefault(words.place().documentId(), "a document");
    return new Passage(about, document, words.quote(), Cited.of(words.place()));
  }
}
