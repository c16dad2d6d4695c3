package org.openpriorauth.extraction.rules;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Paragraphs that speak to a reading machine. They are part of the chart and stay in its text; what
 * they claim is a quotation, as a person who reads them would take it.
 */
final class Addressed {
  private static final Pattern TO_A_MACHINE =
      Pattern.compile(
          "(?i)\\b(?:ignore|disregard|forget|override)\\s(?:all|any|the|your|previous|prior|above|earlier)\\b[^.]{0,30}"
              + "\\b(?:instructions?|rules?|prompts?|guidelines|criteria)\\b|\\b(?:ai|a\\.i\\.|llm|language model|chatbot|gpt"
              + "|automated|computer|machine|software|extraction|reading)\\s(?:reviewers?|readers?|systems?|assistants?"
              + "|models?|programs?|agents?|bots?|engines?)\\b|\\b(?:system|developer) (?:prompt|notice|message|instruction)\\b"
              + "|\\bmark (?:this|the|as)\\b[^.]{0,40}\\bapproved\\b");
  private static final int LONGEST = 14;

  private Addressed() {}

  /** The rows of such paragraphs: up to white space, a heading or the end of the page. */
  static Set<Integer> rows(Sheet sheet) {
    Set<Integer> rows = new HashSet<>();
    for (Row row : sheet.rows()) {
      if (TO_A_MACHINE.matcher(withNext(sheet, row)).find()) {
        int first = row.index();
        while (first > 0 && first > row.index() - LONGEST && !starts(sheet, first)) {
          first--;
        }
        int last = row.index();
        while (last + 1 < sheet.rows().size()
            && last < row.index() + LONGEST
            && !starts(sheet, last + 1)) {
          last++;
        }
        for (int r = first; r <= last; r++) {
          rows.add(r);
        }
      }
    }
    return rows;
  }

  /** A phrase may be broken over two rows. */
  private static String withNext(Sheet sheet, Row row) {
    int next = row.index() + 1;
    boolean more = next < sheet.rows().size() && !starts(sheet, next);
    int end = more ? sheet.rows().get(row.index() + 1).end() : row.end();
    int shown = more ? Math.min(end, row.end() + 40) : end;
    return sheet.text().substring(row.start(), shown).replaceAll("\\s++", " ");
  }

  private static boolean starts(Sheet sheet, int r) {
    Row row = sheet.rows().get(r);
    Row before = sheet.rows().get(r - 1);
    String text = sheet.text().substring(row.start(), row.end());
    boolean shortBefore =
        before.right() < row.right() * 0.8 && Character.isUpperCase(text.charAt(0));
    return row.gap() || row.cells().size() > 1 || Sections.headed(text) != null || shortBefore;
  }
}
