package org.openpriorauth.evaluation.charts;

import java.io.IOException;

/** The part of the page that is being filled, from the top down. */
final class Column {
  private final Paper paper;
  private final Look look;
  private final float top;
  private final float bottom;
  float x;
  float width;
  float y;
  private float begun;
  private float deepest;
  private boolean split;

  Column(Paper paper, Look look, float head, float foot) throws IOException {
    this.paper = paper;
    this.look = look;
    this.top = look.margin() * 0.75f + head;
    this.bottom = look.pageHeight() - look.margin() * 0.75f - foot;
    whole();
    newPage();
  }

  private void whole() {
    x = look.margin();
    width = look.pageWidth() - 2 * look.margin();
    split = false;
  }

  void newPage() throws IOException {
    paper.newPage();
    y = top;
  }

  void need(float height) throws IOException {
    if (y + height > bottom) {
      if (split) {
        throw new IllegalStateException("Columns overflow page " + paper.pages());
      }
      newPage();
    }
  }

  /** The first of two columns; its share in hundredths. */
  void split(float share) {
    split = true;
    begun = y;
    width = (look.pageWidth() - 2 * look.margin() - 16) * share / 100;
  }

  void next() {
    deepest = y;
    float right = look.pageWidth() - look.margin();
    x = x + width + 16;
    width = right - x;
    y = begun;
  }

  void join() {
    y = Math.max(y, deepest);
    whole();
  }
}
