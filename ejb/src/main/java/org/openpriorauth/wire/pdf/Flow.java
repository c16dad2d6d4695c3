package org.openpriorauth.wire.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Text that runs down the page and on to the next one. */
public final class Flow {
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, Integer> starts = new HashMap<>();
  private float y;

  /** Begins a part of that title on a page of its own. */
  public void begin(String part) {
    turn();
    starts.put(part, sheets.size());
  }

  public void turn() {
    sheets.add(new Sheet());
    y = Look.TOP;
  }

  public List<Sheet> sheets() {
    return sheets;
  }

  /** A part's title to its first page, 1 for the first of all. */
  public Map<String, Integer> starts() {
    return starts;
  }

  public Sheet sheet() {
    return sheets.get(sheets.size() - 1);
  }

  public float y() {
    return y;
  }

  public float room() {
    return Look.BOTTOM - y;
  }

  public void moveTo(float newY) {
    y = newY;
  }

  public void gap(float height) {
    y += height;
  }

  /** Turns the page unless so much room is left. */
  public void need(float height) {
    if (room() < height && y > Look.TOP) {
      turn();
    }
  }

  /** Lines over the whole measure, never one alone at the foot or the head of a page. */
  public void lines(List<Line> lines) {
    lines(Look.LEFT, lines);
  }

  public void lines(float x, List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      int left = lines.size() - i;
      boolean edge = i == 0 || left == 2;
      int together = edge ? Math.min(2, left) : 1;
      need(Line.height(lines.subList(i, i + together)));
      y = sheet().lines(x, y, lines.subList(i, i + 1));
    }
  }
}
