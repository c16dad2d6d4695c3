package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures in running text: a name that we know with a value behind it. */
final class FindingFields {
  private static final Phrases KNOWN = Phrases.load("findings.txt");

  /** In characters: how far behind its name a value may stand. */
  private static final int REACH = 70;

  private static final String NUMBER =
      "[<>\u2264\u2265]?=?\\s?\\d{1,6}(?:,\\d{3})?(?:\\.\\d{1,3})?";
  private static final String UNIT =
      "(?:%|mg/dL|g/dL|mg/L|mcg/g|ug/g|\u00b5g/g|mm/hr?|mmHg|mm Hg|bpm|/min|kg/m2|kg/m\u00b2|kg|lbs?|cm|mm|inches"
          + "|in|\u00b0[CF]|degrees|deg|mIU/L|uIU/mL|IU/mL|IU/L|U/L|U/mL|ng/mL|ng/dL|pg/mL|mmol/L|mEq/L|K/uL|k/\u00b5L"
          + "|x10\\^?[39]/u?L|10\\^?3/uL|cells/uL|fL|sec(?:onds)?|s|min(?:utes)?|points|m2|g/L|umol/L|M/uL)(?![\\w/])";
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)^(?:\\s?\\([^)\\n]{1,30}\\))?[\\s:=,]{0,3}(?:(?:score|scores|level|index|test|sign|titer|was|is|of|at|today|now|still"
              + "|currently|measured|recorded|rated|remains|went|improved|decreased|increased|dropped|rose|down|up"
              + "|from|result|results|on|the|last|current|best|initial|a|by|elevated|bilaterally|right|left)\\b[\\s:=]{0,3}){0,6}"
              + "(?<v>NUMBER(?:\\s?/\\s?\\d{1,3})?(?:\\s?-\\s?\\d{1,3}(?![\\d/]))?|\\+|positive|negative|non-?reactive|reactive"
              + "|not detected|detected|normal|within normal limits|wnl|indeterminate)(?![\\w/])"
                  .replace("NUMBER", NUMBER)
              + "\\s?(?<u>UNIT)?(?:\\s(?:out of|of|to)\\s(?<to>NUMBER(?:/\\d{1,3})?)\\s?(?<u2>UNIT)?)?"
                  .replace("NUMBER", NUMBER)
                  .replace("UNIT", UNIT));
  private static final Pattern PAIN =
      Pattern.compile(
          "(?i)\\b(?<n>pain)(?:\\s\\w{1,12}){0,4}?\\s(?<v>\\d{1,2}(?:\\.\\d)?\\s?/\\s?10)\\b");

  private FindingFields() {}

  static void read(Leaf leaf, Draft draft) {
    for (Span sentence : leaf.sentences()) {
      Sheet sheet = sentence.sheet();
      List<Phrases.Hit> hits = KNOWN.in(sheet.text(), sentence.start(), sentence.end());
      for (int i = 0; i < hits.size(); i++) {
        Phrases.Hit hit = hits.get(i);
        int end = i + 1 < hits.size() ? hits.get(i + 1).start() : sentence.end();
        Span tail = sheet.span(hit.end(), Math.min(end, hit.end() + REACH));
        Matcher m = VALUE.matcher(tail.text());
        if (m.find()) {
          put(leaf, sentence, sheet.span(hit.start(), hit.end()), tail, m, draft);
        }
      }
      Matcher pain = PAIN.matcher(sentence.text());
      if (pain.find()) {
        Span name = sentence.part(pain.start("n"), pain.end("n"));
        Span value = sentence.part(pain.start("v"), pain.end("v"));
        put(leaf, sentence, name, value, (Span) null, draft);
      }
    }
  }

  private static void put(Leaf leaf, Span sentence, Span name, Span tail, Matcher m, Draft draft) {
    boolean changed = m.group("to") != null && m.group().contains(" to ");
    String v = changed ? "to" : "v";
    String u = changed ? "u2" : "u";
    Span unit = m.group(u) == null ? null : tail.part(m.start(u), m.end(u));
    put(leaf, sentence, name, tail.part(m.start(v), m.end(v)).trimmed(""), unit, draft);
  }

  private static void put(Leaf leaf, Span sentence, Span name, Span value, Span unit, Draft draft) {
    if (!Dates.in(
                sentence
                    .sheet()
                    .span(value.start(), Math.min(sentence.end(), value.end() + 8))
                    .text())
            .isEmpty()
        && value.value().length() < 6
        && value.value().matches("\\d{1,2}/?\\d{0,4}")) {
      return;
    }
    String key = Names.key(name.value()) + " " + value.value();
    String said = leaf.assertion(name);
    // With a value stated it is a finding, also if the value is "negative".
    boolean stated =
        said.equals("negated") || said.equals("discontinued") || said.equals("historical");
    String assertion = stated ? "present" : said;
    String group = draft.group("finding", key + " " + assertion);
    List<String> none = List.of();
    draft.add(
        "finding.name", group, name, name.value().toLowerCase(Locale.ROOT), assertion, none, 0.75);
    draft.add("finding.value", group, value, plain(value), assertion, none, 0.75);
    draft.add("finding.unit", group, unit, null, assertion, none, 0.75);
    Dates.Found date = date(sentence, value);
    if (date != null) {
      Span span = sentence.part(date.start(), date.end());
      draft.add("finding.date", group, span, date.iso(), assertion, none, 0.6);
    }
  }

  /** A number as a number, words in small letters. */
  static String plain(Span value) {
    return value
        .value()
        .replaceAll("(?<=\\d),(?=\\d{3})", "")
        .replace(" ", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Dates.Found date(Span sentence, Span value) {
    int at = value.end() - sentence.start();
    Dates.Found before = null;
    for (Dates.Found date : Dates.in(sentence.text())) {
      if (date.start() >= at) {
        String between = sentence.text().substring(at, date.start());
        return between.length() < 30 && between.indexOf(';') < 0 && between.indexOf('.') < 0
            ? date
            : before;
      }
      if (date.start() < 40) {
        before = date;
      }
    }
    return before;
  }
}
