package org.openpriorauth.packet;

import java.util.List;
import java.util.Optional;

/** The statement of medical necessity that a packet carries: a person's, or the template's. */
final class Statements {
  private Statements() {}

  /**
   * @param kept what a person wrote, if anybody did
   * @return checked against the facts of today
   */
  static CheckedLetter of(LetterGround ground, Optional<LetterText> kept) {
    Letter template = NecessityStatement.of(ground.facts());
    LetterText text = kept.filter(t -> !t.template()).orElseGet(() -> LetterText.of(template));
    return new LetterCheck(ground, template, List.of()).of(text);
  }
}
