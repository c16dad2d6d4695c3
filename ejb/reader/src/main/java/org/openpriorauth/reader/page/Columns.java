package org.openpriorauth.reader.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds columns of prose and puts them one after the other. Only prose: the columns of a form or a
 * table must stay side by side, because there a line belongs together. So both sides of the gutter
 * must hold several lines of several words that fill their side.
 */
final class Columns {
  private static final int STEPS = 160;
  private static final int LEAST_LINES = 5;
  private static final double LEAST_WORDS = 4;
  private static final double LEAST_FILL = 0.6;

  private Columns() {}

  /** The lines of a page, top to bottom, cut at the gutters. */
  static List<List<Word>> inReadingOrder(List<List<Word>> lines) {
    Gutter gutter = widest(lines);
    if (gutter == null) {
      return lines;
    }
    List<List<Word>> left = gutter.side(lines, true);
    List<List<Word>> right = gutter.side(lines, false);
    List<List<Word>> ordered = new ArrayList<>(inReadingOrder(lines.subList(0, gutter.first)));
    ordered.addAll(inReadingOrder(left));
    ordered.addAll(inReadingOrder(right));
    ordered.addAll(inReadingOrder(lines.subList(gutter.last + 1, lines.size())));
    return ordered;
  }

  private static Gutter widest(List<List<Word>> lines) {
    if (lines.size() < LEAST_LINES) {
      return null;
    }
    Gutter best = null;
    for (int step = STEPS / 6; step < STEPS * 5 / 6; step++) {
      Gutter found = longest(lines, (double) step / STEPS);
      if (found != null && (best == null || found.weight > best.weight)) {
        best = found;
      }
    }
    return best != null && best.isBetweenProse(lines) ? best : null;
  }

  /** The longest run of lines that leave a place free, if both of its sides are in use. */
  private static Gutter longest(List<List<Word>> lines, double x) {
    Gutter best = null;
    int start = 0;
    for (int i = 0; i <= lines.size(); i++) {
      if (i < lines.size() && leavesFree(lines.get(i), x)) {
        continue;
      }
      Gutter run = i > start ? Gutter.of(lines, start, i - 1, x) : null;
      if (run != null && (best == null || run.weight > best.weight)) {
        best = run;
      }
      start = i + 1;
    }
    return best;
  }

  /** A line with a wide gap elsewhere than at x is a row of a table, and belongs together. */
  private static boolean leavesFree(List<Word> line, double x) {
    Word before = null;
    for (Word word : line) {
      // Close to a word there is no gutter, only the space to the next word.
      double margin = word.characterWidth() * 0.75;
      if (word.line().x() - margin < x && x < word.line().right() + margin) {
        return false;
      }
      boolean bothOnOneSide = before != null && before.line().x() < x == word.line().x() < x;
      if (bothOnOneSide && Layout.isWide(before, word)) {
        return false;
      }
      before = word;
    }
    return true;
  }

  /** A free strip at x through the lines first to last. */
  private record Gutter(int first, int last, double x, int weight) {
    static Gutter of(List<List<Word>> lines, int first, int last, double x) {
      int left = 0;
      int right = 0;
      for (List<Word> line : lines.subList(first, last + 1)) {
        left += line.get(0).line().x() < x ? 1 : 0;
        right += line.get(line.size() - 1).line().x() > x ? 1 : 0;
      }
      int weight = Math.min(left, right);
      return weight < LEAST_LINES ? null : new Gutter(first, last, x, weight);
    }

    List<List<Word>> side(List<List<Word>> lines, boolean left) {
      List<List<Word>> side = new ArrayList<>();
      for (List<Word> line : lines.subList(first, last + 1)) {
        List<Word> part = line.stream().filter(w -> w.line().x() < x == left).toList();
        if (!part.isEmpty()) {
          side.add(part);
        }
      }
      return side;
    }

    boolean isBetweenProse(List<List<Word>> lines) {
      return isProse(side(lines, true)) && isProse(side(lines, false));
    }

    private static boolean isProse(List<List<Word>> side) {
      double words = side.stream().mapToInt(List::size).average().orElse(0);
      double left = side.stream().mapToDouble(l -> l.get(0).line().x()).min().orElse(0);
      double right = side.stream().mapToDouble(Gutter::rightEdge).max().orElse(0);
      double fill = side.stream().mapToDouble(Gutter::covered).average().orElse(0);
      return words >= LEAST_WORDS && fill >= LEAST_FILL * (right - left);
    }

    private static double rightEdge(List<Word> line) {
      return line.get(line.size() - 1).line().right();
    }

    private static double covered(List<Word> line) {
      return line.stream().mapToDouble(word -> word.line().width()).sum();
    }
  }
}
