package org.openpriorauth.checks;

import java.util.Locale;

/** How a check came out; the later the worse. */
public enum Status {
  PASS,
  WARN,
  FAIL;

  /** As doors and tables have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public boolean worseThan(Status other) {
    return compareTo(other) > 0;
  }
}
