package org.openpriorauth.criteria;

import java.util.List;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.language.Outcome;

/**
 * What a language model is or was asked about a request's criteria in words.
 *
 * @param lines one for each criterion
 */
public record PassageSearch(List<Line> lines) {
  static final PassageSearch NONE = new PassageSearch(List.of());

  /**
   * @param basis a hash of the criterion and of the pages: an answer is for these
   * @param outcome null as long as it waits to be asked
   * @param picks passages that hold what it quoted
   * @param dropped how many of its quotes do not stand where it said
   */
  public record Line(
      String criterion,
      String text,
      List<String> hints,
      String basis,
      Outcome outcome,
      String model,
      String prompt,
      List<Pick> picks,
      int dropped) {
    static Line waiting(PolicyPack.Node criterion, String basis) {
      return new Line(
          criterion.id(),
          criterion.text(),
          criterion.narrative().hints(),
          basis,
          null,
          null,
          null,
          List.of(),
          0);
    }

    boolean isAbout(String id, String pages) {
      return criterion.equals(id) && basis.equals(pages);
    }

    /** Whether nobody was asked yet, or whoever was asked may answer next time. */
    boolean toAsk() {
      return outcome == null || outcome.passing();
    }

    boolean answered() {
      return outcome == Outcome.ANSWERED;
    }
  }

  /**
   * @param stance for or against
   */
  public record Pick(Evidence evidence, String stance) {}
}
