package org.openpriorauth.wire.fhir;

/**
 * Looks through JSON for what costs more than it says, before the FHIR library makes a tree of it:
 * it writes {@code 1e400000000} out in full and works on it for hours, and it makes an object of
 * some hundred bytes for every comma. No number in a prior authorization needs so many digits, and
 * no answer so many parts, so such a text is not read at all.
 */
final class CostGuard {
  private static final int MOST_PARTS = 100_000;
  private static final int MOST_CHARACTERS = 64;
  private static final int MOST_EXPONENT_CHARACTERS = 3;

  private final String json;
  private int at;
  private int parts;

  private CostGuard(String json) {
    this.json = json;
  }

  static boolean sound(String json) {
    return new CostGuard(json).run();
  }

  private boolean run() {
    while (at < json.length()) {
      char c = json.charAt(at);
      if (c == '"') {
        at++;
        // The library takes a number in quotes for a number.
        boolean sound = number('"');
        toEndOfString();
        if (!sound) {
          return false;
        }
      } else if (of(c)) {
        if (!number('\0')) {
          return false;
        }
      } else {
        if (c == ',' || c == '{' || c == '[') {
          parts++;
        }
        at++;
      }
    }
    return parts <= MOST_PARTS;
  }

  /** Passes over what may be a number; false when it is one and too long to be meant. */
  private boolean number(char end) {
    int start = at;
    int exponent = -1;
    while (at < json.length() && of(json.charAt(at))) {
      if (exponent < 0 && (json.charAt(at) | 0x20) == 'e') {
        exponent = at;
      }
      at++;
    }
    boolean whole = end == '\0' || at < json.length() && json.charAt(at) == end;
    boolean small =
        at - start <= MOST_CHARACTERS
            && (exponent < 0 || at - exponent - 1 <= MOST_EXPONENT_CHARACTERS);
    return !whole || small || !digits(start);
  }

  /** A number begins with digits; words made of the letter e do not. */
  private boolean digits(int start) {
    char first = json.charAt(start);
    return first != 'e' && first != 'E';
  }

  private void toEndOfString() {
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private static boolean of(char c) {
    return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  }
}
