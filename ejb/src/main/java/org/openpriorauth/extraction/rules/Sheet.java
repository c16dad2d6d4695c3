package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openpriorauth.extraction.PageReader;

/** A page as rows of cells. */
final class Sheet {
  /** In characters: wider than between two words of a justified line. */
  private static final double WIDE_GAP = 2.2;

  /** Columns of a page whose words have no places: text only. */
  private static final double COLUMNS = 120;

  /**
   * In characters. A paragraph that was typed as one line is longer than a line of a page; it is
   * cut where it is broken on the page. No rule looks further than its row or sentence, so this
   * bounds what one place of a page can cost.
   */
  private static final int LONGEST_ROW = 500;

  /** In characters: a row that nothing breaks is cut here. */
  private static final int LONGEST_UNBROKEN = 600;

  /** In characters: no word is longer. */
  private static final int LONGEST_TOKEN = 100;

  /** Words and characters of a page that the rules look at: the densest print has a third. */
  private static final int MOST_TOKENS = 10_000;

  private static final int MOST_CHARACTERS = 50_000;

  /** What may be ticked. */
  private static final String BOXES = "\u2610\u2611\u2612\u2713\u2714";

  private final int number;
  private final String text;
  private final boolean placed;
  private final List<Token> tokens;
  private final List<Phrases.Word> words;
  private final List<Row> rows = new ArrayList<>();
  private final boolean whole;

  private Sheet(int number, String text, boolean placed, List<Token> all) {
    this.number = number;
    this.text = text;
    this.placed = placed;
    int count = Math.min(all.size(), MOST_TOKENS);
    while (count > 0 && all.get(count - 1).end() > MOST_CHARACTERS) {
      count--;
    }
    this.whole = count == all.size();
    this.tokens = all.subList(0, count);
    this.words = Phrases.words(text, 0, count == 0 ? 0 : tokens.get(count - 1).end());
  }

  static Sheet of(PageReader.Page page) {
    String text = page.text() == null ? "" : page.text();
    List<Token> tokens = placedTokens(page, text);
    boolean placed = !tokens.isEmpty();
    Sheet sheet = new Sheet(page.number(), text, placed, placed ? tokens : tokensOfText(text));
    sheet.makeRows();
    return sheet;
  }

  int number() {
    return number;
  }

  String text() {
    return text;
  }

  /** Whether all of it is looked at. */
  boolean whole() {
    return whole;
  }

  /** Whether the places of the words are known and not made up from the text. */
  boolean placed() {
    return placed;
  }

  List<Row> rows() {
    return rows;
  }

  Span span(int start, int end) {
    return new Span(this, start, end);
  }

  Span span(Cell cell) {
    return span(cell.start(), cell.end());
  }

  /** The letters-and-digits words that lie in [start, end). */
  List<Phrases.Word> words(int start, int end) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int last = low;
    while (last < words.size() && words.get(last).end() <= end) {
      last++;
    }
    return words.subList(low, last);
  }

  /** The words that touch [start, end). */
  List<Token> tokens(int start, int end) {
    int low = firstEndingAfter(start);
    int high = low;
    while (high < tokens.size() && tokens.get(high).start() < end) {
      high++;
    }
    return tokens.subList(low, high);
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The row that holds a character, or the last one before it; -1 if there is none. */
  int rowAt(int offset) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private static List<Token> placedTokens(PageReader.Page page, String text) {
    List<Token> tokens = new ArrayList<>();
    if (page.words() == null) {
      return tokens;
    }
    int last = 0;
    List<PageReader.Word> words = new ArrayList<>(page.words());
    words.sort(Comparator.comparingInt(PageReader.Word::start));
    for (PageReader.Word word : words) {
      double[] box = word.box();
      // What does not fit the text is not a word of it.
      if (box == null || box.length < 4 || word.start() < last || word.end() > text.length()) {
        continue;
      }
      if (word.start() < word.end()) {
        cut(word, box, tokens);
        last = word.end();
      }
    }
    return tokens;
  }

  /** What is too long for a word becomes several, side by side. */
  private static void cut(PageReader.Word word, double[] box, List<Token> tokens) {
    double character = box[2] / (word.end() - word.start());
    for (int from = word.start(); from < word.end(); from += LONGEST_TOKEN) {
      int to = Math.min(word.end(), from + LONGEST_TOKEN);
      double left = box[0] + (from - word.start()) * character;
      double right = to == word.end() ? box[0] + box[2] : left + (to - from) * character;
      tokens.add(new Token(from, to, left, box[1], right, box[1] + box[3], word.confidence()));
    }
  }

  private static List<Token> tokensOfText(String text) {
    List<Token> tokens = new ArrayList<>();
    int line = 0;
    int lineStart = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        if (c == '\n') {
          line++;
          lineStart = i + 1;
        }
        i++;
        continue;
      }
      int start = i;
      while (i < text.length()
          && i - start < LONGEST_TOKEN
          && !Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      double top = line * 0.015;
      double left = (start - lineStart) / COLUMNS;
      double right = (i - lineStart) / COLUMNS;
      tokens.add(new Token(start, i, left, top, right, top + 0.012, 100));
    }
    return tokens;
  }

  private void makeRows() {
    List<Cell> cells = new ArrayList<>();
    List<Token> cell = new ArrayList<>();
    Token before = null;
    int first = 0;
    boolean gap = false;
    for (Token token : tokens) {
      String between = before == null ? "" : text.substring(before.end(), token.start());
      boolean newLine = between.indexOf('\n') >= 0 || isTooLong(first, before, token);
      boolean rule = isRule(token);
      if (before != null && (newLine || rule || isWide(before, token, between))) {
        close(cell, cells);
      }
      if (newLine) {
        close(cells, gap);
        gap = between.indexOf('\n') != between.lastIndexOf('\n');
        first = token.start();
      }
      if (!rule) {
        cell.add(token);
      }
      before = token;
    }
    close(cell, cells);
    close(cells, gap);
  }

  /** A scan's specks are no row. */
  private boolean hasWords(List<Cell> cells) {
    return cells.stream()
        .anyMatch(
            c ->
                text.substring(c.start(), c.end())
                    .chars()
                    .anyMatch(x -> Character.isLetterOrDigit(x) || BOXES.indexOf(x) >= 0));
  }

  private boolean isTransmission(List<Cell> cells) {
    return Transmission.is(text.substring(cells.get(0).start(), cells.get(cells.size() - 1).end()));
  }

  private static boolean isTooLong(int first, Token before, Token token) {
    int length = token.end() - first;
    boolean broken = before != null && token.left() < before.left();
    return length > LONGEST_UNBROKEN || length > LONGEST_ROW && broken;
  }

  /** A printed line between two cells, read as a character. */
  private boolean isRule(Token token) {
    char c = text.charAt(token.start());
    return token.end() - token.start() == 1 && (c == '|' || c == '\u2502' || c == '\u00a6');
  }

  private static boolean isWide(Token left, Token right, String between) {
    if (between.length() >= 3 || between.indexOf('\t') >= 0) {
      return true;
    }
    double character = (left.character() + right.character()) / 2;
    return right.left() - left.right() >= WIDE_GAP * character;
  }

  private static void close(List<Token> cell, List<Cell> cells) {
    if (!cell.isEmpty()) {
      cells.add(new Cell(List.copyOf(cell)));
      cell.clear();
    }
  }

  private void close(List<Cell> cells, boolean gap) {
    if (hasWords(cells) && !(rows.isEmpty() && isTransmission(cells))) {
      rows.add(new Row(rows.size(), List.copyOf(cells), gap));
    }
    cells.clear();
  }
}
