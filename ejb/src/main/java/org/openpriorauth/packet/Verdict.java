package org.openpriorauth.packet;

import java.util.Locale;

/** The answer to a payer's criterion. */
public enum Verdict {
  MET("Met"),
  NOT_MET("Not met"),
  NOT_FOUND("Not found"),
  CONFLICT("Conflict");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** As in JSON and policy packs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
