package org.openpriorauth.reader.typed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;

/** Items of lists that were typed by hand: a bullet or a number, a tab, and the rest. */
final class Items {
  private static final Pattern MARKED =
      Pattern.compile(
          "(?s)[ \\t]{0,20}+([\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\u2610\u2611"
              + "\u2612\u2013\u2014*o-]|\\(?[0-9]{1,3}(?:\\.[0-9]{1,3}){0,4}[.)]"
              + "|\\(?(?:[A-Za-z]|[ivxIVX]{2,5})[.)])\\t[ \\t]*+(\\S.*)");

  private Items() {}

  /** The same, its marker apart: tabs that stand between two columns are something else. */
  static Paragraph marked(Paragraph paragraph) {
    Look look = paragraph.look();
    Matcher found = look.marker().isEmpty() ? MARKED.matcher(paragraph.text()) : null;
    if (found == null || !found.matches()) {
      return paragraph;
    }
    return new Paragraph(
        found.group(2),
        new Look(
            look.points(),
            found.group(1),
            look.heading(),
            look.bold(),
            look.align(),
            look.stops()));
  }
}
