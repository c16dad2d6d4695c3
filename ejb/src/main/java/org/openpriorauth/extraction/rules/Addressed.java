package org.openpriorauth.extraction.rules;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Paragraphs that speak to a reading machine. They are part of the chart and stay in its text; what
 * they claim is a quotation, as a person who reads them would take it.
 */
final class Addressed {
  private static final String MACHINE =
      "(?:(?:ai|a\\.i\\.|artificial intelligence|llm|language|automated|automatic|computer|machine|software|extraction|reading|prior auth)"
          + "\\s(?:\\w{2,12}\\s)?(?:reviewers?|readers?|systems?|assistants?|models?|programs?|agents?|bots?|engines?|tools?|algorithms?)"
          + "|llms?|chat-?bots?|chat-?gpt)";

  /** In a chart it may also be a leaking valve or a tired gland. */
  private static final String AI = "(?:ai|a\\.i\\.|gpt)\\b";

  private static final String SHALL =
      "(?:must\\b|should\\b|shall\\b|please\\b|is to\\b|are to\\b|will now\\b)";
  private static final Pattern TO_A_MACHINE =
      Pattern.compile(
          "(?i)\\b(?:ignore|disregard|forget|override|bypass)\\s(?:all|any|the|your|previous|prior|above|earlier|these|those|every)\\b[^.]{0,30}"
              + "\\b(?:instructions?|rules?|prompts?|guidelines|criteria|policy|policies)\\b"
              + "|\\b(?:to|attention|attn|dear|hey|hello|for|if you are|you are)(?:\\s(?:the|an|a|any|all|every)){0,2}:?\\s"
              + MACHINE
              + "\\b|\\b(?:attention|attn|hey|hello|(?:note|notice|message|instructions?) (?:to|for)|if you are|you are)(?:\\s(?:the|an|any|all|every)){0,2}:?\\s"
              + AI
              + "|\\b"
              + MACHINE
              + "\\s?(?:[:,]|"
              + SHALL
              + ")|\\b(?:"
              + AI
              + "|"
              + MACHINE
              + ")\\s(?:reading|reviewing|processing)\\s(?:this|the)\\s\\w{2,12}\\s?(?:[:,]|"
              + SHALL
              + ")"
              + "|\\b(?:system|developer|assistant|hidden)\\s(?:prompt|notice|message|instructions?|override)\\b|\\byou are (?:now )?an?\\s(?:helpful|expert|ai)\\b"
              + "|\\b(?:mark|treat|set|record|report|consider|score)\\s(?:this|the|it|all|every|each)\\b[^.]{0,40}\\b(?:as|to)\\s(?:approved|met|fulfilled|satisfied|urgent|emergent|expedited)\\b"
              + "|\\bdo not (?:show|tell|mention|reveal|flag)\\b[^.]{0,40}\\b(?:human|person|reviewer|user|anyone|staff)\\b");

  /** What a note says of how it was made. */
  private static final Pattern MADE_BY =
      Pattern.compile(
          "(?i)\\b(?:dictat\\w{1,4}|generated|transcri\\w{2,6}|voice|speech|recogni\\w{2,5}|created|produced|documented|assisted|ambient|scribe\\w{0,2})\\b");

  private static final Pattern ORDERS =
      Pattern.compile(
          "(?i)\\b(?:ignore|disregard|forget|override|bypass|approved?|prompt|instructions?)\\b");
  private static final int LONGEST = 14;

  private Addressed() {}

  /** The rows of such paragraphs: up to white space, a heading or the end of the page. */
  static Set<Integer> rows(Sheet sheet) {
    Set<Integer> rows = new HashSet<>();
    for (Row row : sheet.rows()) {
      if (speaksToAMachine(withNext(sheet, row))) {
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

  static boolean speaksToAMachine(String text) {
    return TO_A_MACHINE.matcher(text).find()
        && (!MADE_BY.matcher(text).find() || ORDERS.matcher(text).find());
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
