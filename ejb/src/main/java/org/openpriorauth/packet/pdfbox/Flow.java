package org.openpriorauth.packet.pdfbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Text that runs down the page and on to the next one. */
final class Flow {
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<Part, Integer> starts = new EnumMap<>(Part.class);
  private float y;

  /** Begins the part on a page of its own. */
  void begin(Part part) {
    turn();
    starts.put(part, sheets.size());
  }

  void turn() {
    sheets.add(new Sheet());
    y = Look.TOP;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** Part to its first page, 1 for the packet's first. */
  Map<Part, Integer> starts() {
    return starts;
  }

  Sheet sheet() {
    return sheets.get(sheets.size() - 1);
  }

  float y() {
    return y;
  }

  float room() {
    return Look.BOTTOM - y;
  }

  void moveTo(float newY) {
    y = newY;
  }

  void gap(float height) {
    y += height;
  }

  /** Turns the page unless so much room is left. */
  void need(float height) {
    if (room() < height && y > Look.TOP) {
      turn();
    }
  }

  /** Lines over the whole measure, never one alone at the foot or the head of a page. */
  void lines(List<Line> lines) {
    lines(Look.LEFT, lines);
  }

  void lines(float x, List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      int left = lines.size() - i;
      boolean edge = i == 0 || left == 2;
      int together = edge ? Math.min(2, left) : 1;
      need(Line.height(lines.subList(i, i + together)));
      y = sheet().lines(x, y, lines.subList(i, i + 1));
    }
  }
}
