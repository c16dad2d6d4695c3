package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The labels of a page: printed words that name the value beside or below them. */
final class Labels {
  private static final Phrases PHRASES = Phrases.load("labels.txt");

  /** Kinds whose values have a form of their own, so that their label needs no colon. */
  private static final Set<String> FORMED =
      Set.of("birth_date", "mrn", "npi", "phone", "fax", "member_id", "group_number");

  /** Kinds whose values can be told from prose. */
  private static final Set<String> BARE =
      Set.of("name", "sex", "date", "payer", "start", "end", "address", "phone", "group_number");

  /** Of these, and of those with a form of their own, what may stand behind another's value. */
  private static final Set<String> WITHIN =
      Set.of("sex", "plan", "group_number", "member_id", "birth_date", "mrn", "npi");

  private static final Pattern NUMBERING =
      Pattern.compile(
          "[\\s(\\[{\u2018\u2019'\"`|_~*.,-]*+(?:\\d{1,2}|[A-Za-z])?[a-z]?[.):\\]]*+\\s*+[\u2022\u2610\u2611*-]?\\s*+");
  private static final Pattern ASIDE = Pattern.compile("\\s{0,2}\\((?!\\d{3}\\))[^)\n]{0,40}\\)");
  private static final Pattern UNKNOWN =
      Pattern.compile("[\\p{L}#][\\p{L}\\d#/&.'() -]{0,36}+:(?=\\s|$)");
  private static final Pattern BOTH = Pattern.compile("\\s{0,2}(?:/|&|and|or)\\s{0,2}");

  private Labels() {}

  /**
   * @param key of the list
   * @param left where it stands across the page
   * @param end behind its colon
   * @param sure whether a colon follows
   */
  record Label(
      String key, int row, int cell, int start, int end, double left, double right, boolean sure) {
    String kind() {
      return key.substring(key.lastIndexOf('.') + 1);
    }

    String party() {
      return key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    }
  }

  /** The labels of a page, one list for each row. */
  static List<List<Label>> of(Sheet sheet, Set<Integer> tableRows) {
    List<List<Label>> all = new ArrayList<>();
    for (Row row : sheet.rows()) {
      List<Label> labels = new ArrayList<>();
      if (!tableRows.contains(row.index())) {
        for (int c = 0; c < row.cells().size(); c++) {
          inCell(sheet, row, c, labels);
        }
      }
      all.add(labels);
    }
    bare(sheet, tableRows, all);
    return all;
  }

  /**
   * Words at the head of a cell with a value of their form and no colon between them are a label
   * where others stand beside them or in the next row: in prose they are not.
   */
  private static void bare(Sheet sheet, Set<Integer> tableRows, List<List<Label>> all) {
    List<Label> found = new ArrayList<>();
    for (Row row : sheet.rows()) {
      boolean company =
          IntStream.rangeClosed(row.index() - 1, row.index() + 1)
              .anyMatch(r -> r >= 0 && r < all.size() && !all.get(r).isEmpty());
      for (int c = 0; c < row.cells().size(); c++) {
        int cell = c;
        if (!tableRows.contains(row.index())
            && all.get(row.index()).stream()
                .noneMatch(
                    l -> l.cell() == cell && isHead(sheet, row.cells().get(cell), l.start()))) {
          bare(sheet, row, c, company, found);
        }
      }
    }
    for (Label label : found) {
      List<Label> known = all.get(label.row());
      if (known.stream().noneMatch(l -> l.start() == label.start())) {
        known.add(label);
      }
    }
    all.forEach(row -> row.sort(Comparator.comparingInt(Label::start)));
  }

  /** The labels of a cell with their values, one behind the other. */
  private static void bare(Sheet sheet, Row row, int c, boolean company, List<Label> found) {
    Cell cell = row.cells().get(c);
    List<Phrases.Hit> hits = heads(sheet, cell);
    for (int i = 0; i < hits.size(); i++) {
      Phrases.Hit hit = hits.get(i);
      int end = i + 1 < hits.size() ? hits.get(i + 1).start() : cell.end();
      int behind = afterAside(sheet.text(), hit.end(), end);
      Span rest = sheet.span(behind, end).trimmed("#.,;");
      double left = i == 0 ? cell.left() : sheet.tokens(hit.start(), hit.end()).get(0).left();
      Label label = new Label(key(hit), row.index(), c, hit.start(), behind, left, left, false);
      boolean signed = hit.words() > 1 && Names.WITH_CREDENTIAL.matcher(rest.text()).matches();
      Shapes.Value value = company || signed ? Shapes.of(label.kind(), label.party(), rest) : null;
      boolean small = !rest.isEmpty() && Character.isLowerCase(rest.text().charAt(0));
      if (value == null || small || !rest.trimmed(".,").equals(value.span().trimmed(".,"))) {
        return;
      }
      found.add(label);
    }
  }

  /**
   * The first words of a cell, and what within it can only be a label: capital, with words behind
   * it.
   */
  private static List<Phrases.Hit> heads(Sheet sheet, Cell cell) {
    List<Phrases.Word> words = sheet.words(cell.start(), cell.end());
    List<Phrases.Hit> heads = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Phrases.Hit hit = PHRASES.at(words, i);
      boolean last = hit != null && hit.words() == words.size() - i;
      String kind = hit == null ? "" : key(hit).substring(key(hit).lastIndexOf('.') + 1);
      boolean capital = Character.isUpperCase(sheet.text().charAt(words.get(i).start()));
      boolean head = i == 0 && isHead(sheet, cell, words.get(i).start());
      if (i == 0 && (!head || last || !BARE.contains(kind))) {
        return List.of();
      }
      if (hit != null && !last && (head || capital && WITHIN.contains(kind))) {
        heads.add(hit);
        i += hit.words() - 1;
      }
    }
    return heads;
  }

  private static String key(Phrases.Hit hit) {
    return hit.key().endsWith("?") ? hit.key().substring(0, hit.key().length() - 1) : hit.key();
  }

  /** A row that holds nothing but labels, at least two. */
  static boolean isHeading(Sheet sheet, Row row) {
    for (Cell cell : row.cells()) {
      List<Phrases.Word> words = sheet.words(cell.start(), cell.end());
      Phrases.Hit hit = words.isEmpty() ? null : PHRASES.at(words, 0);
      if (hit == null || hit.words() != words.size()) {
        return false;
      }
    }
    return row.cells().size() >= 2;
  }

  private static void inCell(Sheet sheet, Row row, int c, List<Label> labels) {
    Cell cell = row.cells().get(c);
    List<Phrases.Word> words = sheet.words(cell.start(), cell.end());
    Set<Integer> taken = new HashSet<>();
    boolean first = false;
    for (int i = 0; i < words.size(); i++) {
      Phrases.Hit hit = taken.contains(i) ? null : PHRASES.at(words, i);
      Label label = hit == null ? null : label(sheet, row, c, hit);
      if (label != null) {
        labels.add(label);
        first |= isHead(sheet, cell, label.start());
        for (int j = i; j < i + hit.words(); j++) {
          taken.add(j);
        }
      }
    }
    if (!first) {
      unknown(sheet, row, c, labels);
    }
  }

  /** A label that we do not know still ends the value before it and owns its own. */
  private static void unknown(Sheet sheet, Row row, int c, List<Label> labels) {
    Cell cell = row.cells().get(c);
    var m = UNKNOWN.matcher(sheet.text()).region(cell.start(), cell.end());
    if (m.lookingAt() && labels.stream().noneMatch(l -> l.cell() == c && l.start() < m.end())) {
      labels.add(
          new Label(
              "none", row.index(), c, cell.start(), m.end(), cell.left(), cell.right(), true));
    }
  }

  private static Label label(Sheet sheet, Row row, int c, Phrases.Hit hit) {
    Cell cell = row.cells().get(c);
    String text = sheet.text();
    int end = afterAside(text, afterSign(text, hit.end(), cell.end()), cell.end());
    int colon = colon(text, end, cell.end());
    boolean head = isHead(sheet, cell, hit.start());
    boolean weak = hit.key().endsWith("?");
    String key = key(hit);
    boolean formed = FORMED.contains(key.substring(key.lastIndexOf('.') + 1));
    boolean alone = head && sheet.span(end, cell.end()).trimmed(".#)").isEmpty();
    boolean partOfWord = hit.start() > 0 && "-/'".indexOf(text.charAt(hit.start() - 1)) >= 0;
    // It heads a part of every note.
    alone &= !key.equals("coverage.plan") || row.cells().size() > 1;
    boolean counts = colon > 0 && !(partOfWord && !head) || alone || formed && !weak;
    if (!counts || weak && !head) {
      return null;
    }
    double left = head ? cell.left() : sheet.tokens(hit.start(), hit.end()).get(0).left();
    double right = sheet.tokens(hit.end() - 1, hit.end()).get(0).right();
    return new Label(
        key, row.index(), c, hit.start(), colon > 0 ? colon : end, left, right, colon > 0);
  }

  /** Behind the full stop of "No." or "D.O.B.". */
  private static int afterSign(String text, int end, int limit) {
    boolean stop = end + 1 < limit && text.charAt(end) == '.' && text.charAt(end + 1) == ' ';
    return stop ? end + 1 : end;
  }

  private static int afterAside(String text, int end, int limit) {
    var aside = ASIDE.matcher(text).region(end, limit);
    int after = aside.lookingAt() ? aside.end() : end;
    return text.startsWith("(s)", end) ? Math.min(limit, end + 3) : after;
  }

  /** Behind the colon that follows, also if a second label shares it ("NPI / Tax ID:"); or -1. */
  private static int colon(String text, int end, int limit) {
    int i = end;
    while (i < limit && (text.charAt(i) == ' ' || text.charAt(i) == '#' || text.charAt(i) == '.')) {
      i++;
    }
    if (i < limit && (":\uff1a;".indexOf(text.charAt(i)) >= 0)) {
      return i + 1;
    }
    var both = BOTH.matcher(text).region(end, limit);
    if (both.lookingAt() && both.end() > end) {
      String second = text.substring(both.end(), Math.min(limit, both.end() + 23));
      int colon = second.indexOf(':');
      boolean near = colon >= 0 && second.substring(0, colon).matches("[\\p{L}\\d .#]*");
      return near ? both.end() + colon + 1 : -1;
    }
    return -1;
  }

  static boolean isHead(Sheet sheet, Cell cell, int start) {
    return NUMBERING.matcher(sheet.text().substring(cell.start(), start)).matches();
  }
}
