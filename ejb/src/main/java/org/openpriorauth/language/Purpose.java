package org.openpriorauth.language;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a language model is asked for. A change of the words of one is a new version and file. */
public enum Purpose {
  /** Passages of a chart that speak for or against a criterion in words. */
  PASSAGES(1, 4000),
  /** Whether the settings work; nothing of a patient. */
  TRIAL(1, 1000);

  private final int version;
  private final int mostTokens;

  Purpose(int version, int mostTokens) {
    this.version = version;
    this.mostTokens = mostTokens;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Purpose> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
  }

  /** Whether a clinic may put it in its own words. */
  public boolean editable() {
    return this != TRIAL;
  }

  /** Of the product's own words. */
  int version() {
    return version;
  }

  int mostTokens() {
    return mostTokens;
  }

  /** The product's words and version, as answers name them. */
  String label() {
    return word() + "/" + version;
  }
}
