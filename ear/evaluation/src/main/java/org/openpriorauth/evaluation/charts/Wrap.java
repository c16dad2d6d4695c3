package org.openpriorauth.evaluation.charts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks runs into lines; a word stays whole, and so does a run's claim to be one field. */
record Wrap(Look look, float size) {
  private static final Pattern WORD = Pattern.compile("\\s+|[^\\s]+");

  /** Words of one run on one line; {@code first} where the run begins. */
  record Piece(String text, Run run, boolean first) {}

  List<List<Piece>> lines(List<Run> runs, float width, boolean allBold) throws IOException {
    List<List<Piece>> lines = new ArrayList<>();
    List<Piece> line = new ArrayList<>();
    float at = 0;
    for (Run given : runs) {
      Run run = allBold ? new Run(given.text(), true, given.field(), given.fact()) : given;
      boolean first = true;
      Matcher words = WORD.matcher(run.text());
      while (words.find()) {
        String word = words.group();
        float wide = look.width(word, run.bold(), size);
        if (at + wide > width && !line.isEmpty() && !word.isBlank()) {
          lines.add(line);
          line = new ArrayList<>();
          at = 0;
        }
        if (!word.isBlank() || !line.isEmpty()) {
          line.add(new Piece(word, run, first));
          first = false;
          at += wide;
        }
      }
    }
    lines.add(line);
    return lines;
  }

  float width(List<Piece> line) throws IOException {
    float width = 0;
    for (Piece piece : line) {
      width += look.width(piece.text(), piece.run().bold(), size);
    }
    return width;
  }
}
