package org.openpriorauth.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.samples.Typeface.Weight;

/** Text with {@code **bold**}, {@code __italic__}, check boxes and wide gaps, broken into lines. */
record Prose(Typeface face, float size) {
  static final char CHECKED = '\uE001';
  static final float BOX = 1.1f;
  static final char UNCHECKED = '\uE000';

  record Run(String text, Weight weight) {}

  static String withoutBoxes(String text) {
    return text.replace(String.valueOf(CHECKED), "").replace(String.valueOf(UNCHECKED), "");
  }

  float leading() {
    return size * 1.22f;
  }

  List<List<Run>> wrap(String text, Weight base, float width) throws IOException {
    List<List<Run>> lines = new ArrayList<>();
    List<Run> line = new ArrayList<>();
    float used = 0;
    for (Run word : words(text, base)) {
      float wide = face.width(word.text(), word.weight(), size);
      float gap = line.isEmpty() ? 0 : face.width(" ", word.weight(), size);
      if (!line.isEmpty() && used + gap + wide > width) {
        lines.add(join(line));
        line = new ArrayList<>();
        used = 0;
        gap = 0;
      }
      line.add(word);
      used += gap + wide;
    }
    lines.add(join(line));
    return lines;
  }

  float width(List<Run> line) throws IOException {
    float sum = 0;
    for (Run run : line) {
      sum += face.width(run.text(), run.weight(), size);
    }
    return sum;
  }

  private static List<Run> words(String text, Weight base) {
    String boxed =
        text.replaceAll(" {3,}", "\u00A0\u00A0\u00A0 ")
            .replaceAll("\\[x] ?", CHECKED + "\u00A0")
            .replaceAll("\\[ ] ?", UNCHECKED + "\u00A0");
    List<Run> words = new ArrayList<>();
    Weight weight = base;
    for (String part : boxed.split("(?=\\*\\*|__)|(?<=\\*\\*|__)")) {
      if (part.equals("**")) {
        weight = weight == Weight.BOLD ? Weight.REGULAR : Weight.BOLD;
      } else if (part.equals("__")) {
        weight = weight == Weight.ITALIC ? Weight.REGULAR : Weight.ITALIC;
      } else {
        for (String word : part.strip().split(" +")) {
          if (!word.isEmpty()) {
            words.add(new Run(word, weight));
          }
        }
      }
    }
    return words;
  }

  /** Neighbours of the same weight become one run, so that a line is written in few pieces. */
  private static List<Run> join(List<Run> words) {
    List<Run> runs = new ArrayList<>();
    for (Run word : words) {
      String text = word.text().replace('\u00A0', ' ');
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).weight() == word.weight()) {
        runs.set(last, new Run(runs.get(last).text() + " " + text, word.weight()));
      } else {
        runs.add(new Run(last < 0 ? text : " " + text, word.weight()));
      }
    }
    return runs;
  }
}
