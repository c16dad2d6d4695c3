package org.openpriorauth.coding;

import org.openpriorauth.coding.model.CodeEdition;
import org.openpriorauth.coding.model.MedicalCode;

/**
 * What came of looking a code up.
 *
 * @param code in the form in which the set has it
 * @param found its line in the set, or null
 * @param edition where it was looked up, or null
 * @param perhaps the one code of the set that is different from it by one character that is easily
 *     misread, or null; for a person to judge
 */
public record Looked(
    String code, Standing standing, MedicalCode found, CodeEdition edition, String perhaps) {
  static Looked without(String code, Standing standing) {
    return new Looked(code, standing, null, null, null);
  }

  /** A sentence for who typed it, where the standing is refused. */
  public String refusal() {
    String said =
        switch (standing) {
          case HEADER -> "%s is a heading of %s; choose a code below it.";
          case NOT_IN_FORCE -> "%s is not in force on that day in %s.";
          default -> "%s is no code of %s.";
        };
    String whole = edition.system().title() + ", edition " + edition.name();
    return said.formatted(code, whole) + (perhaps == null ? "" : " Perhaps %s?".formatted(perhaps));
  }
}
