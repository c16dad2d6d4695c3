package org.openpriorauth.packet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One sentence of a letter. A sentence of fact carries where it was found; only a sentence of the
 * template may go without, and then its words are the template's.
 *
 * @param fixed the template's sentence that this one is, or empty for a sentence of fact
 */
public record Sentence(String text, List<CitedQuote> evidence, Optional<FixedSentence> fixed) {
  public Sentence {
    text = Given.required(text, "text");
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(fixed);
    if (fixed.isPresent() && !fixed.get().matches(text)) {
      throw new IllegalArgumentException("not the words of the template's " + fixed.get());
    }
    if (fixed.isEmpty() && evidence.isEmpty()) {
      throw new IllegalArgumentException("a sentence of fact needs a citation");
    }
  }

  /**
   * @throws IllegalArgumentException if there is no citation
   */
  public static Sentence fact(String text, List<CitedQuote> evidence) {
    return new Sentence(text, evidence, Optional.empty());
  }

  /** The template's sentence, its slots filled in order. */
  public static Sentence fixed(FixedSentence sentence, String... slots) {
    return new Sentence(sentence.fill(slots), List.of(), Optional.of(sentence));
  }

  /** Each place once, in order. */
  public List<Citation> citations() {
    return evidence.stream().map(CitedQuote::citation).distinct().toList();
  }

  /** As it is printed: the citations stand before the full stop. */
  public String printed() {
    if (evidence.isEmpty()) {
      return text;
    }
    boolean stop = text.endsWith(".");
    String marks = citations().stream().map(Citation::toString).collect(Collectors.joining(" "));
    return (stop ? text.substring(0, text.length() - 1) : text) + " " + marks + ".";
  }
}
