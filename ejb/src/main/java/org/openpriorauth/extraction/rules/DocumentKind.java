package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a document is: from its title, its letterhead, its headings and labels, and the phrases that
 * its kind always has. Several must agree, or one must be a title; a kind that is not plain is
 * none.
 */
final class DocumentKind {
  private static final KindWords WORDS = KindWords.load("kinds.txt");

  /** In rows: how far down a title and a letterhead stand. */
  private static final int TITLE_ROWS = 16;

  private static final int HOUSE_ROWS = 8;

  /** In words: a line that is longer is no title. */
  private static final int LONGEST_TITLE = 10;

  /** In characters: a label and its value without a colon between them. */
  private static final int LONGEST_PAIR = 40;

  private static final double LEAST = 3;
  private static final double LEAST_LEAD = 0.6;

  /** What headings and phrases can tell together, so that a long page does not outweigh a title. */
  private static final double MOST_HEADS = 7;

  private static final double MOST_MARKS = 4.5;

  /** A title in the running foot, or in a row of many: a menu, a table. */
  private static final double FOOT = 0.4;

  /** A line of small words. */
  private static final double PROSE = 0.4;

  /** What stands before a colon may be a label. */
  private static final double LABEL = 0.5;

  private static final int SMALL_WORD = 3;
  private static final int FEW_WORDS = 4;
  private static final int FOOT_ROWS = 3;
  private static final int MOST_CELLS = 3;

  /** In characters of a page that are looked at. */
  private static final int REACH = 8000;

  /** In words: a card and a cover sheet have no more. */
  private static final int CARD_WORDS = 130;

  private static final int COVER_WORDS = 220;

  /** What is left of their points on a page that has more. */
  private static final double TOO_LONG = 0.35;

  /** In words: what a page that tells nothing may have, beside a cover sheet. */
  private static final int EMPTY_WORDS = 40;

  private static final int PAGES = 3;

  private static final Pattern DASHES =
      Pattern.compile("\\s[-\u2013\u2014|\u00b7\u2022]{1,2}\\s|[()]");

  /** What no title holds: a telephone's number, money. */
  private static final Pattern NO_TITLE = Pattern.compile("\\d{3}[ ).-]{1,2}\\d{4}|\\$\\d");

  private static final Pattern BOXED =
      Pattern.compile("\\s*(?:[\u2610\u2611\u2612]|\\[[ xX?]?\\])");

  private static final Pattern NAMES_ITS_KIND =
      Pattern.compile("(?i)(?:document|note|report|form|title|subject|re|regarding)(?: type)?");

  private DocumentKind() {}

  /**
   * @param type null if none is plain
   * @param score 0 to 1
   */
  record Guess(String type, double score) {}

  static Guess of(List<Leaf> leaves) {
    Guess first = leaves.isEmpty() ? new Guess(null, 0) : of(leaves.get(0).sheet());
    if ("cover_sheet".equals(first.type())) {
      return behindCover(first, leaves);
    }
    for (int i = 1; first.type() == null && i < Math.min(PAGES, leaves.size()); i++) {
      first = of(leaves.get(i).sheet());
    }
    return first;
  }

  static boolean isCover(Sheet sheet) {
    return "cover_sheet".equals(of(sheet).type());
  }

  /** A cover sheet is the sheet of what follows it. */
  private static Guess behindCover(Guess cover, List<Leaf> leaves) {
    boolean more = false;
    for (Leaf leaf : leaves.subList(1, leaves.size())) {
      Guess guess = of(leaf.sheet());
      if (guess.type() != null && !guess.type().equals(cover.type())) {
        return guess;
      }
      more |= guess.type() == null && words(leaf.sheet()) > EMPTY_WORDS;
    }
    return more ? new Guess(null, 0) : cover;
  }

  /** Of one page alone. */
  static Guess of(Sheet sheet) {
    Map<String, Double> points = points(sheet);
    String best = null;
    double most = 0;
    double second = 0;
    for (var kind : points.entrySet()) {
      if (kind.getValue() > most) {
        second = most;
        most = kind.getValue();
        best = kind.getKey();
      } else {
        second = Math.max(second, kind.getValue());
      }
    }
    if (most < LEAST || most - second < LEAST_LEAD) {
      return new Guess(null, 0);
    }
    double score = 0.55 + 0.06 * Math.min(most - second, 6) + 0.01 * Math.min(most, 7);
    return new Guess(best, Math.min(0.98, score));
  }

  /** What everything on a page tells for each kind. */
  static Map<String, Double> points(Sheet sheet) {
    Told title = new Told();
    Told house = new Told();
    Told heads = new Told();
    Map<String, String> read = new HashMap<>();
    List<String> all = new ArrayList<>();
    for (Row row : sheet.rows()) {
      if (row.start() >= REACH) {
        break;
      }
      for (Cell cell : row.cells()) {
        String text = sheet.span(cell).value();
        all.addAll(WORDS.known(text, read));
        heading(text, read, heads);
        titles(sheet, row, text, read, title);
        if (row.index() < HOUSE_ROWS) {
          phrases(WORDS.known(text, read), "house", 1, house);
        }
      }
    }
    Told marks = new Told();
    phrases(all, "mark", 1, marks);
    Map<String, Double> points = new HashMap<>();
    title.best().forEach((kind, p) -> points.merge(kind, p, Double::sum));
    house.best().forEach((kind, p) -> points.merge(kind, p, Double::sum));
    heads.sums().forEach((kind, p) -> points.merge(kind, Math.min(p, MOST_HEADS), Double::sum));
    marks.sums().forEach((kind, p) -> points.merge(kind, Math.min(p, MOST_MARKS), Double::sum));
    points.computeIfPresent(
        "insurance_card", (k, p) -> p * (all.size() > CARD_WORDS ? TOO_LONG : 1));
    points.computeIfPresent("cover_sheet", (k, p) -> p * (all.size() > COVER_WORDS ? TOO_LONG : 1));
    return points;
  }

  private static void titles(
      Sheet sheet, Row row, String text, Map<String, String> read, Told title) {
    boolean foot = row.index() >= Math.max(TITLE_ROWS, sheet.rows().size() - FOOT_ROWS);
    if (row.index() >= TITLE_ROWS && !foot || NO_TITLE.matcher(text).find()) {
      return;
    }
    double height = foot || row.cells().size() > MOST_CELLS ? FOOT : 1 - 0.015 * row.index();
    for (String part : DASHES.split(text)) {
      String said = ofTitle(part);
      List<String> words = WORDS.known(said, read);
      words.removeIf(w -> Character.isDigit(w.charAt(0)));
      if (!words.isEmpty() && words.size() <= LONGEST_TITLE) {
        double factor = height * (isTitled(said) ? 1 : PROSE) * (isLabel(part, said) ? LABEL : 1);
        phrases(words, "title", factor, title);
        ends(words, factor, title);
        if (row.cells().size() == 1) {
          told(String.join(" ", words), "alone", factor, title);
        }
      }
    }
  }

  private static boolean isLabel(String part, String said) {
    int colon = part.indexOf(':');
    return colon >= said.length() && !part.substring(colon + 1).isBlank();
  }

  /** Whether it is a few words that begin with a capital, or most of its longer words do. */
  private static boolean isTitled(String text) {
    int longer = 0;
    int capitals = 0;
    for (String word : text.split("[ /-]++")) {
      longer += word.length() > SMALL_WORD ? 1 : 0;
      capitals += word.length() > SMALL_WORD && !Character.isLowerCase(word.charAt(0)) ? 1 : 0;
    }
    boolean few = text.split("[ /-]++").length <= FEW_WORDS;
    return capitals * 2 > longer || few && !Character.isLowerCase(text.strip().charAt(0));
  }

  /** A line without its colon, or what stands behind the word for the kind of a document. */
  private static String ofTitle(String part) {
    int colon = part.indexOf(':');
    if (colon < 0) {
      return part;
    }
    String behind = part.substring(colon + 1).strip();
    String before = part.substring(0, colon).strip();
    if (NAMES_ITS_KIND.matcher(before).matches()) {
      return behind;
    }
    return hasDigit(behind) ? "" : before;
  }

  private static void told(String phrase, String place, double factor, Told told) {
    WORDS.of(phrase, place).forEach(weight -> told.add(weight, phrase, factor));
  }

  private static void ends(List<String> words, double factor, Told told) {
    for (int n = 1; n < Math.min(words.size(), KindWords.LONGEST); n++) {
      told(String.join(" ", words.subList(words.size() - n, words.size())), "ends", factor, told);
    }
  }

  /** A title that is only a part of its line tells less. */
  private static void phrases(List<String> words, String place, double factor, Told told) {
    for (int i = 0; i < words.size(); i++) {
      StringBuilder phrase = new StringBuilder();
      for (int n = 1; n <= KindWords.LONGEST && i + n <= words.size(); n++) {
        phrase.append(n == 1 ? "" : " ").append(words.get(i + n - 1));
        for (KindWords.Weight weight : WORDS.of(phrase.toString(), place)) {
          double share = place.equals("title") ? 0.25 + 0.75 * n / words.size() : 1;
          told.add(weight, phrase.toString(), factor * share);
        }
      }
    }
  }

  /** The whole of a cell, or what stands before its colon. */
  private static void heading(String text, Map<String, String> read, Told heads) {
    // What is there to be ticked heads nothing.
    if (BOXED.matcher(text).lookingAt()) {
      return;
    }
    int colon = text.indexOf(':');
    String head = colon > 0 ? text.substring(0, colon) : text;
    List<String> words = head.length() > 60 ? List.of() : WORDS.known(head, read);
    List<String> bare = new ArrayList<>(words);
    while (!bare.isEmpty() && bare.get(0).length() <= 3 && hasDigit(bare.get(0))) {
      bare.remove(0);
    }
    String phrase = String.join(" ", bare);
    told(phrase, "head", 1, heads);
    if (colon < 0 && head.length() <= LONGEST_PAIR && Character.isUpperCase(head.charAt(0))) {
      for (int n = 1; n < Math.min(bare.size(), KindWords.LONGEST); n++) {
        told(String.join(" ", bare.subList(0, n)), "head", 0.5, heads);
      }
    }
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  private static int words(Sheet sheet) {
    return sheet.words(0, sheet.text().length()).size();
  }

  /** What was told for each kind, the same phrase once. */
  private static final class Told {
    private final Map<String, Double> best = new HashMap<>();
    private final Map<String, Double> sums = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    void add(KindWords.Weight weight, String phrase, double factor) {
      double points = weight.points() * factor;
      best.merge(weight.kind(), points, Math::max);
      if (said.add(weight.kind() + "\n" + phrase)) {
        sums.merge(weight.kind(), points, Double::sum);
      }
    }

    Map<String, Double> best() {
      return best;
    }

    Map<String, Double> sums() {
      return sums;
    }
  }
}
