package org.openpriorauth.priorauth.model;

import java.util.Locale;

/** How soon the patient needs it; the last two run the payer's expedited clock. */
public enum Priority {
  ROUTINE,
  URGENT,
  EMERGENT;

  public static Priority of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean expedited() {
    return this != ROUTINE;
  }
}
