package org.openpriorauth.extraction.rules;

import java.util.List;

/**
 * A line of a page.
 *
 * @param index 0 for the first of its page
 * @param gap whether white space parts it from the row above
 */
record Row(int index, List<Cell> cells, boolean gap) {
  int start() {
    return cells.get(0).start();
  }

  int end() {
    return cells.get(cells.size() - 1).end();
  }

  double left() {
    return cells.get(0).left();
  }

  double right() {
    return cells.get(cells.size() - 1).right();
  }

  double top() {
    return cells.get(0).tokens().get(0).top();
  }

  double height() {
    Token first = cells.get(0).tokens().get(0);
    return first.bottom() - first.top();
  }
}
