package org.openpriorauth.packet;

import java.util.Arrays;
import java.util.Locale;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The letters to a payer that people write. */
public enum LetterKind {
  /** The statement of medical necessity: it goes with the request. */
  NECESSITY,
  /** The answer to a denial. */
  APPEAL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Problem LETTER_NOT_FOUND
   */
  public static LetterKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Problem.of(ErrorCode.LETTER_NOT_FOUND));
  }
}
