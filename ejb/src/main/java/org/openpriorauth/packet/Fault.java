package org.openpriorauth.packet;

import java.util.Objects;

/**
 * What is wrong with a sentence of a letter.
 *
 * @param code a word for programs; {@code ear/docs/clients.md} lists them
 * @param detail in plain words for whoever writes; it may repeat the letter's words
 * @param blocks whether no reason of a person lets it pass
 */
public record Fault(String code, String detail, boolean blocks) {
  public Fault {
    Objects.requireNonNull(code);
    Objects.requireNonNull(detail);
  }

  /** A person who has a reason may keep the sentence. */
  static Fault doubtful(String code, String detail) {
    return new Fault(code, detail, false);
  }

  static Fault blocking(String code, String detail) {
    return new Fault(code, detail, true);
  }
}
