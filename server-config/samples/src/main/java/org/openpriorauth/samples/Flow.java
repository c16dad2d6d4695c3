package org.openpriorauth.samples;

import java.io.IOException;

/** Where the next thing goes: the column at hand and how far down it is filled. */
final class Flow {
  private final Sheet sheet;
  private final Style style;
  private final float firstTop;
  private final float otherTop;
  private final float bottom;
  float left;
  float width;
  float y;
  private boolean columns;
  private float columnTop;
  private float deepest;

  Flow(Sheet sheet, Style style, float firstHead, float otherHead, float foot) {
    this.sheet = sheet;
    this.style = style;
    this.firstTop = style.margin() * 0.8f + firstHead;
    this.otherTop = style.margin() * 0.8f + otherHead;
    this.bottom = sheet.height() - style.margin() * 0.8f - foot;
    whole();
  }

  private void whole() {
    left = style.margin();
    width = sheet.width() - 2 * style.margin();
  }

  void newPage() throws IOException {
    sheet.newPage();
    y = sheet.pages() == 1 ? firstTop : otherTop;
  }

  /** Makes room, on a new page if this one is full; true if the page was turned. */
  boolean need(float height) throws IOException {
    if (y + height <= bottom) {
      return false;
    }
    if (columns) {
      throw new IllegalStateException("Columns overflow page " + sheet.pages());
    }
    newPage();
    return true;
  }

  void columns(float share, float gap) {
    columns = true;
    columnTop = y;
    deepest = y;
    float all = sheet.width() - 2 * style.margin();
    width = (all - gap) * share;
    nextLeft = style.margin() + width + gap;
    nextWidth = all - gap - width;
  }

  private float nextLeft;
  private float nextWidth;

  void nextColumn() {
    deepest = Math.max(deepest, y);
    left = nextLeft;
    width = nextWidth;
    y = columnTop;
  }

  void endColumns() {
    columns = false;
    y = Math.max(deepest, y);
    whole();
  }
}
