package org.openpriorauth.packet;

import java.util.List;
import java.util.stream.Stream;

/** A letter to a payer, by paragraph and sentence. */
public record Letter(List<Paragraph> paragraphs) {
  public Letter {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * Sentences that belong together.
   *
   * @param item whether it is one of a list
   */
  public record Paragraph(List<Sentence> sentences, boolean item) {
    public Paragraph {
      sentences = List.copyOf(sentences);
    }

    public Paragraph(List<Sentence> sentences) {
      this(sentences, false);
    }
  }

  public Stream<Sentence> sentences() {
    return paragraphs.stream().flatMap(p -> p.sentences().stream());
  }

  public Stream<Citation> citations() {
    return sentences().flatMap(s -> s.citations().stream());
  }
}
