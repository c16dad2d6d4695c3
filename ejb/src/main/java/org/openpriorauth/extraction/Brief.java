package org.openpriorauth.extraction;

import org.openpriorauth.kernel.Problem;

/** How much a person may put or say of what was read or concluded, at whichever door. */
public final class Brief {
  private static final int LONGEST = 500;

  private Brief() {}

  /**
   * @param words or null
   * @throws Problem INVALID
   */
  public static void check(String pointer, String words) {
    if (words != null && words.length() > LONGEST) {
      throw Problem.invalid(pointer, "too_long", "Say it in %d characters.".formatted(LONGEST));
    }
  }
}
