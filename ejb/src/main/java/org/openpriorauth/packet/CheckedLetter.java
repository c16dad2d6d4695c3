package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpriorauth.packet.LetterText.Written;

/** A letter, and what is wrong with each of its sentences. */
public record CheckedLetter(List<Paragraph> paragraphs) {
  public CheckedLetter {
    paragraphs = List.copyOf(paragraphs);
  }

  public record Paragraph(boolean item, List<Checked> sentences) {
    public Paragraph {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * @param phrase the template's sentence that it is, or empty for a sentence of fact
   * @param evidence what its citations say, of those that hold
   */
  public record Checked(
      Written written,
      Optional<FixedSentence> phrase,
      List<CitedQuote> evidence,
      List<Fault> faults) {
    public Checked {
      evidence = List.copyOf(evidence);
      faults = List.copyOf(faults);
    }

    /**
     * Whether it may be sent: nothing is wrong, or nothing that a person's reason does not cover.
     */
    public boolean passes() {
      return faults.isEmpty()
          || written.keptBecause() != null && faults.stream().noneMatch(Fault::blocks);
    }

    private Sentence printed() {
      return new Sentence(written.text(), phrase.isPresent() ? List.of() : evidence, phrase);
    }
  }

  public Stream<Checked> sentences() {
    return paragraphs.stream().flatMap(p -> p.sentences().stream());
  }

  /** Whether the letter may be sent as it is. */
  public boolean holds() {
    return sentences().allMatch(Checked::passes);
  }

  /** Whether nothing at all is wrong with it: what is asked of an author who is no person. */
  public boolean faultless() {
    return sentences().allMatch(s -> s.faults().isEmpty());
  }

  /**
   * Without what does not pass, without paragraphs that are left empty, and without heads whose
   * list is.
   */
  public Letter printed() {
    List<Letter.Paragraph> left =
        paragraphs.stream()
            .map(CheckedLetter::printed)
            .filter(p -> !p.sentences().isEmpty())
            .toList();
    List<Letter.Paragraph> printed = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      boolean itemNext = i + 1 < left.size() && left.get(i + 1).item();
      if (itemNext || !head(left.get(i))) {
        printed.add(left.get(i));
      }
    }
    return new Letter(printed);
  }

  private static Letter.Paragraph printed(Paragraph paragraph) {
    return new Letter.Paragraph(
        paragraph.sentences().stream().filter(Checked::passes).map(Checked::printed).toList(),
        paragraph.item());
  }

  private static boolean head(Letter.Paragraph paragraph) {
    return !paragraph.item()
        && paragraph.sentences().stream()
            .allMatch(s -> s.fixed().isPresent() && s.text().endsWith(":"));
  }
}
