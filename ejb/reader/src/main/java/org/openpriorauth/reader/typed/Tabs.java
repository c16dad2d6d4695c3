package org.openpriorauth.reader.typed;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.typed.Block.Align;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Stop;

/** Tabs as they are seen: what stands behind one begins at a column of its own. */
final class Tabs {
  /** Points of a typed column; a letter of a printed text has about as much. */
  private static final double COLUMN = 5.61;

  /** Between two stops where a paragraph has none of its own: half an inch. */
  private static final double USUAL = 36 / COLUMN;

  private static final int DEEPEST = 24;
  private static final int FARTHEST = 168;

  private Tabs() {}

  /** Columns for a distance in points, as far as anything is moved in. */
  static int indent(double points) {
    return (int) Math.round(Math.max(0, Math.min(DEEPEST, points / COLUMN)));
  }

  /** A line without tabs; those at its beginning and its end are white space. */
  static String spaced(String line, int indent, Look look) {
    List<String> parts = new ArrayList<>(List.of(line.split("\t", -1)));
    while (parts.size() > 1 && parts.get(parts.size() - 1).isBlank()) {
      parts.remove(parts.size() - 1);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (i > 0) {
        boolean behindText = !parts.get(i - 1).isBlank();
        int least = indent + text.length() + (behindText ? Line.GAP : 1);
        int stop = stop(indent + text.length(), look.stops(), part.length());
        text.append(" ".repeat(Math.max(least, stop) - indent - text.length()));
      }
      text.append(part);
    }
    return text.toString();
  }

  /** The column where the next part begins. */
  private static int stop(int column, List<Stop> stops, int length) {
    for (Stop stop : stops) {
      int at = (int) Math.round(Math.min(FARTHEST, stop.points() / COLUMN));
      if (at > column) {
        return stop.align() == Align.LEFT
            ? at
            : at - (stop.align() == Align.RIGHT ? length : length / 2);
      }
    }
    return (int) Math.round((Math.floor(column / USUAL) + 1) * USUAL);
  }
}
