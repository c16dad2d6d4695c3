package org.openpriorauth.reader.office;

/** Cuts RTF into groups, control words and bytes of text. Binary data is passed over. */
final class RtfTokens {
  private static final int LONGEST_WORD = 32;
  private static final int MOST_DIGITS = 9;

  /** What comes next. */
  enum Kind {
    OPEN,
    CLOSE,
    /** A control word or symbol. */
    CONTROL,
    /** One byte of text, plain or written in hex. */
    BYTE,
    END
  }

  private final byte[] content;
  private int at;
  private String word = "";
  private boolean numbered;
  private int number;

  RtfTokens(byte[] content) {
    this.content = content;
  }

  Kind next() {
    while (at < content.length) {
      int c = content[at++] & 0xff;
      switch (c) {
        case '{' -> {
          return Kind.OPEN;
        }
        case '}' -> {
          return Kind.CLOSE;
        }
        case '\\' -> {
          return control();
        }
        case '\r', '\n', 0 -> {
          // Lines of the file are not those of the text.
        }
        default -> {
          number = c;
          return Kind.BYTE;
        }
      }
    }
    return Kind.END;
  }

  private Kind control() {
    if (at >= content.length) {
      return Kind.END;
    }
    char c = (char) (content[at] & 0xff);
    if (isLetter(c)) {
      readWord();
      if (word.equals("bin")) {
        at = (int) Math.min(content.length, (long) at + Math.max(0, number));
        return next();
      }
      return Kind.CONTROL;
    }
    at++;
    if (c == '\'') {
      number = hex();
      return Kind.BYTE;
    }
    word = c == '\r' || c == '\n' ? "par" : String.valueOf(c);
    numbered = false;
    number = 0;
    return Kind.CONTROL;
  }

  private int hex() {
    int value = 0;
    for (int i = 0; i < 2 && at < content.length; i++) {
      int digit = Character.digit(content[at], 16);
      if (digit < 0) {
        return value;
      }
      value = value * 16 + digit;
      at++;
    }
    return value;
  }

  private void readWord() {
    int start = at;
    while (at < content.length && isLetter((char) (content[at] & 0xff))) {
      at++;
    }
    int length = Math.min(LONGEST_WORD, at - start);
    word = new String(content, start, length, java.nio.charset.StandardCharsets.US_ASCII);
    boolean minus = at < content.length && content[at] == '-';
    at += minus ? 1 : 0;
    numbered = false;
    number = 0;
    for (int digits = 0; at < content.length && isDigit(content[at]); at++) {
      if (digits < MOST_DIGITS) {
        number = number * 10 + content[at] - '0';
        digits++;
      }
      numbered = true;
    }
    number = minus ? -number : number;
    if (at < content.length && content[at] == ' ') {
      at++;
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** The control word that was read, or the sign of a control symbol. */
  String word() {
    return word;
  }

  /** The word's number, 0 without one; or the byte. */
  int number() {
    return number;
  }

  /** Whether a property is switched on: without a number, or by one that is not 0. */
  boolean on() {
    return !numbered || number != 0;
  }
}
