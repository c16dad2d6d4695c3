package org.openpriorauth.coding;

import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** Why a file of codes was not loaded; never in the file's own words, which may be anything. */
public final class CodesRefused {
  private CodesRefused() {}

  public static Problem because(String sentence) {
    return Problem.of(ErrorCode.CODES_REFUSED, sentence);
  }

  public static Problem at(int line, String sentence) {
    return because("Line %d: %s".formatted(line, sentence));
  }
}
