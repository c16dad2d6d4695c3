package org.openpriorauth.reader.page;

import java.util.List;

/** What a box to tick shows. */
public enum Tick {
  /** Nothing in it. */
  EMPTY("\u2610"),
  /** A tick, or filled. */
  TICKED("\u2611"),
  /** A cross. */
  CROSSED("\u2612"),
  /** Something that is neither: a person has to look. */
  UNCLEAR("[?]");

  /** The flag of a page with an unclear one. */
  public static final String UNCLEAR_BOX = "unclear_box";

  private final String sign;

  Tick(String sign) {
    this.sign = sign;
  }

  /** As it stands in the text of a page. */
  public String sign() {
    return sign;
  }

  /** Whether a word is a box that was made out already, by whomever. */
  public static boolean isSign(String word) {
    for (Tick tick : values()) {
      if (tick.sign.equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is a box. */
  static boolean isBox(Word word) {
    return isSign(word.text());
  }

  /** Whether one of the boxes on a page is unclear. */
  public static boolean isUnclear(List<Word> words) {
    return words.stream().anyMatch(w -> w.text().equals(UNCLEAR.sign));
  }

  /** What a single sign inside a printed box means, or null if it is no tick. */
  public static Tick of(String word) {
    return switch (word) {
      case "x", "X", "\u00d7", "\u2715", "\u2716", "\u2717", "\u2718", "\u2612" -> CROSSED;
      case "\u2713",
          "\u2714",
          "\u221a",
          "\u25a0",
          "\u25cf",
          "\u2022",
          "\u25aa",
          "\u2611",
          "\u25fc" ->
          TICKED;
      default -> null;
    };
  }
}
