package org.openpriorauth.evaluation.charts;

import java.util.List;
import org.openpriorauth.samples.Options;

/** A piece of a page. */
sealed interface Block {

  /**
   * A paragraph; its style is one of plain, heading, bullet, quote, small, title, center, right.
   */
  record Text(String style, List<Run> runs) implements Block {}

  /**
   * Rows of cells, the first perhaps a head.
   *
   * @param style grid (ruled), lines (a rule below each row), zebra, plain, cells (label above in
   *     the box), over (label above, no box), under (label below a line)
   * @param widths in hundredths of the column
   */
  record Table(String style, boolean head, List<Float> widths, List<List<Cell>> rows)
      implements Block {}

  /**
   * @param label small print above or below the words, or empty
   */
  record Cell(String label, List<Run> runs) {}

  /** Space, a rule, a new page, columns. */
  record Move(String kind, Options options) implements Block {}
}
