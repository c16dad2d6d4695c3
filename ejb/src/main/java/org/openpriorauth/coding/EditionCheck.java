package org.openpriorauth.coding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openpriorauth.coding.model.CodeEdition;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;

/** Whether what was read can be the whole of a code set. */
final class EditionCheck {
  private static final int FEWEST_OF_SAMPLE = 10;
  private static final int MOST_OF_SAMPLE = 2_000;

  /** Codes come and go by the hundred; who lost a fifth of them lost the end of the file. */
  private static final double KEPT = 0.8;

  private EditionCheck() {}

  /**
   * @param former what is in use so far, or null
   * @throws org.openpriorauth.kernel.Problem CODES_REFUSED
   */
  static void check(
      CodeSystem system, boolean sample, List<MedicalCode> codes, CodeEdition former) {
    each(system, codes);
    int fewest = sample ? FEWEST_OF_SAMPLE : system.fewest();
    int most = sample ? MOST_OF_SAMPLE : system.most();
    if (codes.size() < fewest || codes.size() > most) {
      throw CodesRefused.because(
          "%d codes: %s of %s has between %d and %d."
              .formatted(
                  codes.size(), sample ? "a sample" : "an edition", system.title(), fewest, most));
    }
    if (former == null || former.sample()) {
      return;
    }
    if (sample) {
      throw CodesRefused.because(
          "A sample does not take the place of a whole edition, which is in use.");
    }
    if (codes.size() < former.codes() * KEPT) {
      throw CodesRefused.because(
          "%d codes, where the edition before has %d: more than a fifth would be missing."
              .formatted(codes.size(), former.codes()));
    }
  }

  private static void each(CodeSystem system, List<MedicalCode> codes) {
    Set<String> seen = new HashSet<>();
    for (MedicalCode code : codes) {
      if (!system.wellFormed(code.code())) {
        throw CodesRefused.because(
            "%s has not the form of a code of %s.".formatted(code.code(), system.title()));
      }
      if (!seen.add(code.code())) {
        throw CodesRefused.because("%s stands in it twice.".formatted(code.code()));
      }
    }
  }
}
