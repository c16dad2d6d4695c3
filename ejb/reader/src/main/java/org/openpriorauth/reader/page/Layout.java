package org.openpriorauth.reader.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes text of words and their places. Words side by side make a line; a gap wider than between
 * words stays visible as three or more spaces, for a form's label and value must not run together;
 * columns of prose are read one after the other.
 */
public final class Layout {
  /** In characters: more than a justified line leaves between two words. */
  private static final double WIDE_GAP = 2.2;

  private static final int WIDEST = 40;

  /** An empty line is put where the distance of two lines exceeds this many line heights. */
  private static final double PARAGRAPH = 1.2;

  private Layout() {}

  /** The text of a page. */
  public static PageText of(List<Word> words) {
    StringBuilder text = new StringBuilder();
    List<PageText.Span> spans = new ArrayList<>(words.size());
    List<Word> above = null;
    for (List<Word> line : Columns.inReadingOrder(lines(words))) {
      if (above != null && distance(above, line) > PARAGRAPH * height(line)) {
        text.append('\n');
      }
      append(line, text, spans);
      above = line;
    }
    return new PageText(text.toString(), spans);
  }

  private static void append(List<Word> line, StringBuilder text, List<PageText.Span> spans) {
    Word before = null;
    for (int i = 0; i < line.size(); i++) {
      Word word = line.get(i);
      if (before != null) {
        boolean apart = isApart(line, i) || Tick.isBox(before) && isApart(line, i - 1, false);
        text.append(" ".repeat(Math.max(apart ? 3 : 1, spaces(before, word))));
      }
      spans.add(new PageText.Span(text.length(), text.length() + word.text().length(), word));
      text.append(word.text());
      before = word;
    }
    text.append('\n');
  }

  /** A box belongs to the nearer of its neighbours; from the other it stands apart. */
  private static boolean isApart(List<Word> line, int box) {
    return Tick.isBox(line.get(box)) && isApart(line, box, true);
  }

  private static boolean isApart(List<Word> line, int box, boolean fromLeft) {
    if (box == 0) {
      return false;
    }
    double left = line.get(box).line().x() - line.get(box - 1).line().right();
    double right =
        box + 1 < line.size()
            ? line.get(box + 1).line().x() - line.get(box).line().right()
            : Double.MAX_VALUE;
    return fromLeft == (left >= right);
  }

  private static int spaces(Word left, Word right) {
    if (!isWide(left, right)) {
      return 1;
    }
    double gap = right.line().x() - left.line().right();
    double character = (left.characterWidth() + right.characterWidth()) / 2;
    return character == 0 ? WIDEST : (int) Math.min(WIDEST, Math.max(3, gap / character));
  }

  /** Whether two neighbours stand apart as label and value do, or two cells. */
  static boolean isWide(Word left, Word right) {
    double gap = right.line().x() - left.line().right();
    double character = (left.characterWidth() + right.characterWidth()) / 2;
    return gap > 0 && gap >= WIDE_GAP * character;
  }

  private static double distance(List<Word> above, List<Word> below) {
    return below.get(0).line().y() - above.get(0).line().bottom();
  }

  private static double height(List<Word> line) {
    return line.stream().mapToDouble(word -> word.line().height()).max().orElse(0);
  }

  /** Words grouped into lines, top to bottom, each left to right. */
  static List<List<Word>> lines(List<Word> words) {
    List<Word> byHeight = new ArrayList<>(words);
    byHeight.sort(Comparator.comparingDouble(word -> word.line().centreY()));
    List<Line> lines = new ArrayList<>();
    for (Word word : byHeight) {
      Line home = null;
      // Words come by height, so only the last few lines can still be open.
      for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - 4) && home == null; i--) {
        home = lines.get(i).takes(word) ? lines.get(i) : null;
      }
      if (home == null) {
        home = new Line();
        lines.add(home);
      }
      home.add(word);
    }
    lines.sort(Comparator.comparingDouble(line -> line.top));
    return lines.stream().map(Line::leftToRight).toList();
  }

  /** A line in the making: a band that follows the words that it was given. */
  private static final class Line {
    private final List<Word> words = new ArrayList<>();
    private double top;
    private double bottom;

    boolean takes(Word word) {
      Box box = word.line();
      double shared = Math.min(bottom, box.bottom()) - Math.max(top, box.y());
      return shared > 0.5 * Math.min(bottom - top, box.height());
    }

    void add(Word word) {
      // The mean of the edges: one tall word must not swallow the line below.
      int n = words.size();
      top = (top * n + word.line().y()) / (n + 1);
      bottom = (bottom * n + word.line().bottom()) / (n + 1);
      words.add(word);
    }

    List<Word> leftToRight() {
      words.sort(Comparator.comparingDouble(word -> word.line().x()));
      return words;
    }
  }
}
