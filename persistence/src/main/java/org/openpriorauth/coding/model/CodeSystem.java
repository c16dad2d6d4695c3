package org.openpriorauth.coding.model;

import java.util.Optional;
import java.util.stream.Stream;

/** The code sets that can be loaded, each with the bounds of a whole edition. */
public enum CodeSystem {
  /** Diagnoses. Fiscal year 2026 has some 98,000 lines, headings among them. */
  ICD10CM("icd10cm", "ICD-10-CM", 60_000, 150_000, "[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?"),
  /** Supplies, drugs and services that CPT has not. */
  HCPCS("hcpcs", "HCPCS level II", 5_000, 20_000, "[A-V]\\d{4}"),
  /** The American Medical Association's: only who has its licence can load it. */
  CPT("cpt", "CPT", 5_000, 20_000, "\\d{4}[0-9FTUAM]");

  private final String word;
  private final String title;
  private final int fewest;
  private final int most;
  private final String form;

  CodeSystem(String word, String title, int fewest, int most, String form) {
    this.word = word;
    this.title = title;
    this.fewest = fewest;
    this.most = most;
    this.form = form;
  }

  public static Optional<CodeSystem> of(String word) {
    return Stream.of(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  /** As JSON and tables have it. */
  public String word() {
    return word;
  }

  /** As people say it. */
  public String title() {
    return title;
  }

  public int fewest() {
    return fewest;
  }

  public int most() {
    return most;
  }

  public boolean licensed() {
    return this == CPT;
  }

  public boolean wellFormed(String code) {
    return code.matches(form);
  }
}
