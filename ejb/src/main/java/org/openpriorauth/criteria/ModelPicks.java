package org.openpriorauth.criteria;

import java.util.List;
import java.util.Objects;

/** What a language model says of passages, in the one form that is read; not yet looked through. */
public record ModelPicks(List<Pick> passages) {
  private static final List<String> STANCES = List.of("for", "against");

  public ModelPicks {
    passages = List.copyOf(passages);
  }

  /**
   * @param passage the name that it was sent under
   * @param stance for or against
   */
  public record Pick(String passage, String quote, String stance) {
    public Pick {
      Objects.requireNonNull(passage, "passage");
      Objects.requireNonNull(quote, "quote");
      if (!STANCES.contains(stance)) {
        throw new IllegalArgumentException("stance");
      }
    }
  }
}
