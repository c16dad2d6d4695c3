package org.openpriorauth.extraction;

import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.Evidence;

/** What stands on a page, with the places of its words. */
public record PageText(UUID document, int number, String text, List<PageReader.Word> words) {
  /** A part of it, with the smallest box around its words. */
  public Evidence evidence(int start, int end) {
    double[] box = null;
    for (PageReader.Word word : words) {
      if (word.start() < end && start < word.end() && word.box() != null) {
        box = box == null ? edges(word.box()) : around(box, edges(word.box()));
      }
    }
    List<Double> place =
        box == null
            ? List.of()
            : List.of(
                rounded(box[0]),
                rounded(box[1]),
                rounded(box[2] - box[0]),
                rounded(box[3] - box[1]));
    return new Evidence(document, number, start, end, place, text.substring(start, end));
  }

  private static double[] edges(double[] box) {
    return new double[] {box[0], box[1], box[0] + box[2], box[1] + box[3]};
  }

  private static double[] around(double[] one, double[] other) {
    return new double[] {
      Math.min(one[0], other[0]),
      Math.min(one[1], other[1]),
      Math.max(one[2], other[2]),
      Math.max(one[3], other[3])
    };
  }

  private static double rounded(double fraction) {
    return Math.round(fraction * 10_000) / 10_000.0;
  }
}
