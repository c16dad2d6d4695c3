package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of diagnoses in running text and in lists, with the words that name them. */
final class DiagnosisFields {
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<![\\w.-])[A-Za-z0-9$\u00a3][0-9OIlBS][0-9A-BOIlS]\\.[0-9A-Zl]{1,4}(?![\\w]|\\.\\d|-\\d)");
  private static final Pattern BARE =
      Pattern.compile("(?<![\\w.-])[A-TV-Z]\\d[0-9AB](?![\\w-]|\\.\\w)");

  /** Categories of the code set that are whole codes, as far as they are met in practice. */
  private static final Set<String> WHOLE =
      Set.of(
          "B20", "C61", "C73", "D45", "E15", "F09", "F21", "F22", "F29", "F39", "F54", "F79", "F82",
          "F99", "G14", "G20", "G35", "I10", "I38", "I81", "J22", "J36", "J40", "J80", "J90", "L00",
          "L14", "L22", "L26", "L42", "L52", "L80", "L84", "N10", "N19", "N23", "N72", "N86", "O80",
          "R05", "R12", "R17", "R21", "R34", "R42", "R52", "R54", "R55", "R58", "R61", "R64", "R69",
          "R81", "R99", "Z08", "Z21", "Z23", "Z66");

  private static final Pattern LABEL =
      Pattern.compile("(?i)\\b(?:icd(?:-?\\s?10)?(?:-?cm)?|dx|diagnos[ei]s)\\b");
  private static final Pattern OLD_SET = Pattern.compile("(?i)\\bicd-?\\s?9\\b");
  private static final Pattern TALK =
      Pattern.compile(
          "(?i)\\b(?:if|needed|included?|includes|required?|requires|must|should|call|codes?)\\b");
  private static final Pattern VERSUS_AFTER = Pattern.compile("(?i)^[)\\s]{0,3}(?:vs|versus)\\b");
  private static final Pattern VERSUS_BEFORE =
      Pattern.compile("(?i)\\b(?:vs\\.?|versus)\\s[^.;(]{0,60}\\(?$");
  private static final Pattern TELEPHONE =
      Pattern.compile("(?i)\\(?\\d{3}\\)\\s?$|\\b(?:ph|tel|fax)\\W*$");

  /** In characters: how far before a code the word may stand that says what it is. */
  private static final int REACH = 240;

  private DiagnosisFields() {}

  static void read(Leaf leaf, Row row, Draft draft) {
    String text = leaf.sheet().text();
    Matcher dotted = DOTTED.matcher(text).region(row.start(), row.end());
    dotted.useTransparentBounds(true);
    while (dotted.find()) {
      Span span = leaf.sheet().span(dotted.start(), dotted.end());
      Clause clause = Clause.of(leaf, span);
      if (isMeant(clause, span)) {
        put(clause, span, draft);
      }
    }
    Matcher bare = BARE.matcher(text).region(row.start(), row.end());
    bare.useTransparentBounds(true);
    while (bare.find()) {
      Span span = leaf.sheet().span(bare.start(), bare.end());
      Clause clause = Clause.of(leaf, span);
      if (isBareCode(clause, span)) {
        put(clause, span, draft);
      }
    }
  }

  static CodeFields.Code code(Span span) {
    // A small l is a one that was misread, also where an L would do.
    String raw = span.value();
    String read = raw.substring(0, 1).toUpperCase(Locale.ROOT) + raw.substring(1);
    if (Codes.isIcd10(read)) {
      return new CodeFields.Code("diagnosis", span, read, List.of());
    }
    String likely = Codes.likelyIcd10(read);
    List<String> flags = likely == null ? List.of("form") : List.of("form", "suggest:" + likely);
    boolean one = likely != null && Codes.differences(read, likely) == 1;
    return new CodeFields.Code("diagnosis", span, one ? likely : read, flags);
  }

  /** The code in a cell of a column of codes, or null. */
  static CodeFields.Code inColumn(Span cell, boolean mayBeBare) {
    Matcher dotted = DOTTED.matcher(cell.text());
    if (dotted.find()) {
      CodeFields.Code code = code(cell.part(dotted.start(), dotted.end()));
      return code.flags().size() == 1 ? null : code;
    }
    Matcher bare = BARE.matcher(cell.text());
    return mayBeBare && bare.find() ? code(cell.part(bare.start(), bare.end())) : null;
  }

  /**
   * A number may be a misread code only where a code is meant to be, and on a page that was read by
   * OCR.
   */
  private static boolean isMeant(Clause clause, Span span) {
    CodeFields.Code code = code(span);
    if (code.flags().isEmpty() && Character.isUpperCase(span.text().charAt(0))) {
      return !TELEPHONE.matcher(clause.before(span).last(12).text()).find();
    }
    if (code.flags().size() == 1) {
      return false;
    }
    boolean labelled =
        isBracketed(span) || LABEL.matcher(clause.before(span).last(REACH).text()).find();
    boolean part = labelled || clause.section(span).equals("assessment");
    if (code.flags().isEmpty()) {
      return part;
    }
    if (Character.isLetter(span.text().charAt(0))) {
      return labelled || isDescribed(clause, span);
    }
    String before = clause.before(span).last(24).text();
    boolean read = span.confidence() < 100 && !OLD_SET.matcher(before).find();
    boolean one = !code.normalized().equals(span.value());
    return read && one && isDescribed(clause, span);
  }

  /** Words that name a disease, and the code at the end of what is said. */
  private static boolean isDescribed(Clause clause, Span span) {
    String after = clause.after(span).first(3).text();
    boolean ends = after.isEmpty() || after.matches("(?s)(?:[),;.:]|\\s*\n|\\s{3}|\\s+$).*");
    boolean money = span.text().matches("[$]\\d{2}\\.\\d{2}");
    Span words = Descriptions.of(clause, span, false);
    return ends && !money && words != null && DiagnosisWords.isDisease(words.value());
  }

  private static boolean isBareCode(Clause clause, Span span) {
    String text = clause.leaf().sheet().text();
    char next = span.end() < text.length() ? text.charAt(span.end()) : '\n';
    boolean opened = span.start() > 0 && "([".indexOf(text.charAt(span.start() - 1)) >= 0;
    if (opened && ",);]".indexOf(next) >= 0) {
      return true;
    }
    if (LABEL.matcher(clause.before(span).last(REACH).text()).find()) {
      return true;
    }
    boolean part = clause.section(span).equals("assessment");
    if (part && span.start() - clause.span().start() < 5) {
      return true;
    }
    String after = clause.after(span).first(60).text();
    boolean leads = WHOLE.contains(span.value()) && Descriptions.isLabel(clause.before(span));
    if (leads && DiagnosisWords.isDisease(after)) {
      return true;
    }
    boolean ends = ",;.)\n".indexOf(next) >= 0 || span.end() >= clause.span().end();
    if (!WHOLE.contains(span.value()) || !ends) {
      return false;
    }
    Span words = Descriptions.of(clause, span, false);
    return words != null && (part || DiagnosisWords.isDisease(words.value()));
  }

  private static boolean isBracketed(Span span) {
    String text = span.sheet().text();
    return span.start() > 0
        && text.charAt(span.start() - 1) == '('
        && span.end() < text.length()
        && ",);".indexOf(text.charAt(span.end())) >= 0;
  }

  private static void put(Clause clause, Span span, Draft draft) {
    CodeFields.Code code = code(span);
    if (Boxes.isEmptyBefore(clause, span) || isChoice(clause, span)) {
      return;
    }
    Span words = Descriptions.of(clause, span, false);
    words = words == null || TALK.matcher(words.value()).find() ? null : words;
    String assertion = isUnsure(clause, span) ? "hypothetical" : assertion(clause, code, words);
    String group = CodeFields.put(code, draft, assertion);
    if (!draft.has("diagnosis.description", group)) {
      draft.add("diagnosis.description", group, words, null, assertion, List.of(), 0.75);
    }
  }

  /** A code alone in its column beside one with words: a choice that a form prints. */
  private static boolean isChoice(Clause clause, Span span) {
    Row row = clause.row(span);
    Sheet sheet = clause.leaf().sheet();
    boolean alone =
        row.cells().size() > 1 && clause.span().value().length() <= span.value().length();
    return alone
        && row.cells().stream()
            .map(c -> sheet.span(c).text())
            .anyMatch(t -> t.length() > 20 && DOTTED.matcher(t).find());
  }

  private static boolean isUnsure(Clause clause, Span span) {
    return VERSUS_AFTER.matcher(clause.after(span).first(8).text()).find()
        || VERSUS_BEFORE.matcher(clause.before(span).last(80).text()).find();
  }

  /** A diagnosis is not planned; and of some codes the family or the past is the meaning. */
  private static String assertion(Clause clause, CodeFields.Code code, Span words) {
    String assertion = clause.assertion(code.span(), words);
    if (assertion.equals("family") && code.normalized().matches("Z(?:8[0-4]|1[45]).*")) {
      return "present";
    }
    boolean status =
        code.normalized().matches("Z(?:8[89]|9).*") && !clause.section(code.span()).equals("past");
    if (assertion.equals("historical") && status) {
      return "present";
    }
    boolean past = code.normalized().matches("Z8[5-7].*");
    boolean own =
        past
            && words != null
            && words.value().matches("(?i)(?:personal history|acquired|presence|status).*");
    if (assertion.equals("historical") && own) {
      return "present";
    }
    return assertion.equals("planned") || assertion.equals("discontinued") ? "present" : assertion;
  }
}
