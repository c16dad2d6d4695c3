package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What part of a document a row belongs to. */
final class Sections {
  private static final Phrases HEADINGS = Phrases.load("sections.txt");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\s*+(?:(?:section\\s)?[0-9A-Z]{1,3}[.):]\\s*+)?+", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 60;

  private final List<String> byRow = new ArrayList<>();

  private Sections() {}

  /**
   * @param before the part that the page before ended with, or ""
   */
  static Sections of(Sheet sheet, String before) {
    Sections sections = new Sections();
    String current = before;
    int since = 0;
    boolean inline = false;
    for (Row row : sheet.rows()) {
      String opened = opens(sheet, row);
      since = opened == null ? since + 1 : 0;
      inline =
          opened == null
              ? inline
              : !sheet.span(row.start(), row.end()).value().endsWith(":")
                  && sheet.text().substring(row.start(), row.end()).indexOf(':') > 0;
      // "Allergies: none" is often the last heading before the text of a letter.
      boolean over = current.equals("allergies") && row.gap() && since > (inline ? 0 : 1);
      current = opened != null ? opened : over ? "" : current;
      sections.byRow.add(current);
    }
    return sections;
  }

  String at(int row) {
    return row < 0 || row >= byRow.size() ? "" : byRow.get(row);
  }

  String last() {
    return byRow.isEmpty() ? "" : byRow.get(byRow.size() - 1);
  }

  /** A heading stands alone, or with a colon before its text. */
  private static String opens(Sheet sheet, Row row) {
    if (row.cells().size() > 2) {
      return null;
    }
    String opened = sideBySide(sheet, row) ? "columns" : null;
    for (Cell cell : row.cells()) {
      String key = headed(sheet.span(cell).text());
      boolean party = key != null && key.startsWith("role.");
      // Parties stand side by side; they do not open a part of the text.
      if (key != null && !party && row.cells().size() == 1) {
        opened = key;
      } else if (party && opened == null) {
        opened = "parties";
      }
    }
    return opened;
  }

  /** Two parts beside each other: what stands below belongs to either. */
  private static boolean sideBySide(Sheet sheet, Row row) {
    return row.cells().size() == 2
        && row.cells().stream().allMatch(c -> isBareHeading(sheet.span(c).text()));
  }

  private static boolean isBareHeading(String text) {
    String key = text.indexOf(':') < 0 ? headed(text.replace(" / ", " ")) : null;
    boolean both = text.contains(" / ") && headed(text.substring(0, text.indexOf(" / "))) != null;
    return both || key != null && !key.startsWith("role.");
  }

  /** What a text that is a heading, or starts with one and a colon, opens; or null. */
  static String headed(String text) {
    Matcher number = NUMBER.matcher(text);
    int start = number.lookingAt() ? number.end() : 0;
    int colon = text.indexOf(':', start);
    int dash = text.indexOf(" - ", start);
    int end = colon > 0 && colon - start < LONGEST ? colon : text.length();
    end = dash > 0 && dash < end ? dash : end;
    if (end - start > LONGEST || end <= start) {
      return null;
    }
    String head = text.substring(start, end).replaceAll("\\([^)]{0,40}\\)", "");
    List<Phrases.Word> words = Phrases.words(head, 0, head.length());
    if (words.isEmpty()) {
      return null;
    }
    Phrases.Hit hit = HEADINGS.at(words, 0);
    boolean whole = hit != null && hit.words() == words.size();
    boolean lower = Character.isLowerCase(head.strip().charAt(0));
    return whole && !lower ? hit.key() : null;
  }
}
