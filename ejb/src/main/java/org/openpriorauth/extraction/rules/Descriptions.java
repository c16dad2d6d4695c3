package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that say what a code means: before it or behind it, in its row. */
final class Descriptions {
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:\\d{1,2}[.)]\\s*+)?(?:(?:(?:primary|secondary|treatment|medical|referring|visit)?\\s?(?:dx|diagnos[ei]s|problem)|icd-?10(?:-cm)?|assessment|impression|order(?:ed)?|requested|procedure|cpt|hcpcs|codes?|service|exam)\\s?(?:codes?)?\\s?[:#-]\\s*+){0,3}");
  private static final Pattern WITH_CODE =
      Pattern.compile(
          "(?i)[\\s(,;\u2013\u2014-]*+(?:(?:icd-?10(?:-cm)?|cpt|hcpcs|dx|code)s?(?:\\s?code)?[\\s:#]*+)*+$");

  /** In characters; more words than this describe no code. */
  private static final int REACH = 240;

  private Descriptions() {}

  /** Or null if no words are plain. */
  static Span around(Sheet sheet, Row row, Span code) {
    Cell own = row.cells().get(0);
    int index = 0;
    for (int i = 0; i < row.cells().size(); i++) {
      if (row.cells().get(i).start() <= code.start()) {
        own = row.cells().get(i);
        index = i;
      }
    }
    Span before = before(sheet.span(own.start(), Math.max(own.start(), code.start())));
    if (before != null) {
      return before;
    }
    Span behind = behind(sheet.span(code.end(), Math.max(code.end(), own.end())));
    if (behind != null) {
      return behind;
    }
    if (index + 1 < row.cells().size()) {
      Span next = behind(sheet.span(row.cells().get(index + 1)));
      if (next != null) {
        return next;
      }
    }
    return index > 0 ? before(sheet.span(row.cells().get(index - 1))) : null;
  }

  private static Span before(Span cell) {
    Span place = cell.last(REACH);
    if (place.value().endsWith(":")) {
      // A label: the words of the code come behind it.
      return null;
    }
    Matcher end = WITH_CODE.matcher(place.text());
    int to = end.find() ? end.start() : place.end() - place.start();
    Span head = place.part(0, to);
    String text = head.text();
    // The words of this code only, not those of the one before it.
    int from =
        Math.max(text.lastIndexOf(';'), Math.max(text.lastIndexOf("), "), text.lastIndexOf(". ")));
    Span own = head.part(from < 0 ? 0 : from + 1, to);
    Matcher lead = LEAD.matcher(own.text());
    return words(lead.find() ? own.part(lead.end(), own.end() - own.start()) : own);
  }

  private static Span behind(Span cell) {
    Span place = cell.first(REACH);
    String text = place.text();
    Matcher stop =
        Pattern.compile(
                "[;(]|\\.\\s|\\s{3}|,\\s(?=[A-Z]\\d)|\\bx\\s?\\d|\\b(?:[Uu]nits?|[Qq]ty)\\b")
            .matcher(text);
    int end = stop.find() ? stop.start() : text.length();
    return words(place.part(0, end));
  }

  private static Span words(Span span) {
    Span clean = span.trimmed(",;:-.()\u2013\u2014#*[]\u2022");
    long letters = clean.text().chars().filter(Character::isLetter).count();
    boolean colon = clean.text().indexOf(':') >= 0;
    return letters >= 4 && clean.end() - clean.start() <= 120 && !colon ? clean : null;
  }
}
