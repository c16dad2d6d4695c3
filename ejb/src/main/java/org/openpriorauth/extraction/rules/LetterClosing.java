package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Pattern;

/** The day of a payer's letter and who signs it, where nothing on the page has a label for them. */
final class LetterClosing {
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)(?:sincerely|yours (?:truly|sincerely)|very truly yours|respectfully|(?:kind |best |with kind )?regards|cordially)(?: yours)?[,.]?");
  private static final Pattern NO_NAME =
      Pattern.compile("(?i)\\d{2}|@|:|^(?:enc\\w*|cc|page|please|if|you|this)\\b|\\b(?:page \\d)");
  private static final int LONGEST = 70;

  /** In rows: how far down a letter is dated, and how far below its closing it is signed. */
  private static final int DATE_ROWS = 14;

  private static final int SIGNED = 4;

  private LetterClosing() {}

  static void read(List<Leaf> leaves, String type, Draft draft) {
    if (!"payer_letter".equals(type) || leaves.isEmpty()) {
      return;
    }
    if (!draft.has("document.date")) {
      date(leaves.get(0).sheet(), draft);
    }
    for (Leaf leaf : leaves) {
      if (!draft.has("document.author")) {
        author(leaf.sheet(), draft);
      }
    }
  }

  /** A line that is a date and nothing else. */
  private static void date(Sheet sheet, Draft draft) {
    for (Row row : sheet.rows().subList(0, Math.min(DATE_ROWS, sheet.rows().size()))) {
      for (Cell cell : row.cells()) {
        Span span = sheet.span(cell).trimmed("., ");
        List<Dates.Found> dates = Dates.in(span.text());
        boolean whole =
            dates.size() == 1
                && dates.get(0).hasDay()
                && dates.get(0).start() == 0
                && dates.get(0).end() == span.text().length();
        if (whole) {
          draft.add("document.date", "document", span, dates.get(0).iso(), 0.75);
          return;
        }
      }
    }
  }

  private static void author(Sheet sheet, Draft draft) {
    boolean closed = false;
    int below = 0;
    for (Row row : sheet.rows()) {
      Span line = sheet.span(row.cells().get(0)).trimmed("_-|. ");
      String text = line.value();
      boolean name =
          text.chars().filter(Character::isLetter).count() >= 4
              && text.length() <= LONGEST
              && Character.isUpperCase(text.charAt(0))
              && !NO_NAME.matcher(text).find();
      if (closed && name) {
        draft.add("document.author", "document", line, null, 0.75);
        return;
      }
      below += closed ? 1 : 0;
      closed =
          below < SIGNED
              && (closed || CLOSING.matcher(text + ",").lookingAt() && text.length() < 30);
    }
  }
}
