package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a measure behind its name: a number, a grade, a word, with its unit. */
final class Measures {
  private static final String NUMBER =
      "[<>\u2264\u2265]?=?\\s?\\d{1,6}(?:,\\d{3})?(?:\\.\\d{1,3})?";
  private static final String UNIT =
      "(?:%|mg/dL|g/dL|mg/L|mcg/g|ug/g|\u00b5g/g|mm/hr?|mmHg|mm Hg|bpm|/min|kg/m2|kg/m\u00b2|kg|lbs?"
          + "|cm|mm|inches|in|\u00b0\\s?[CF]|degrees|deg|mIU/L|uIU/mL|mIU/mL|IU/mL|IU/L|U/L|U/mL|ng/mL|ng/dL"
          + "|pg/mL|mmol/L|mEq/L|K/uL|k/\u00b5L|x10\\^?[39]/u?L|10[\\^*]?3/uL|cells/uL|fL|sec(?:onds)?"
          + "|min(?:utes)?|points|m2|g/L|umol/L|M/uL|F|C)(?![\\w/])";
  private static final String BETWEEN =
      "(?:score|scores|level|index|test|tests|sign|titer|was|is|of|at|today|now|still|currently|measured|recorded"
          + "|rated|remains|remained|went|improved|decreased|increased|dropped|rose|down|up|from|result|results"
          + "|on|the|last|current|best|initial|a|by|elevated|bilaterally|normal at|high at|low at|about"
          + "|approximately|came back|returned|class|grade|stage|limited|to)";
  private static final String WORDS =
      "(?:positive|negative|non-?reactive|reactive|not detected|detected|normal|within normal limits"
          + "|wnl|indeterminate|unremarkable)";
  private static final String AMOUNT =
      NUMBER + "(?:\\s?/\\s?\\d{1,3})?(?:\\s?-\\s?\\d{1,3}(?![\\d/]))?[+-]?";
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)^(?:\\s?\\([^)\\n]{1,30}\\))?[\\s:=,]{0,3}(?:"
              + BETWEEN
              + "\\b[\\s:=]{0,3}){0,6}(?:(?<w>"
              + WORDS
              + "(?:\\s(?:on the )?(?:right|left|bilaterally)\\b)?(?:\\sat\\s\\d{1,3}\\s?(?:degrees|deg|\u00b0))?)(?![\\w/])|(?<v>"
              + AMOUNT
              + ")(?![\\w/]|\\.\\d)\\s?(?<u>"
              + UNIT
              + ")?(?:\\s(?:to|down to|up to)\\s(?<to>"
              + AMOUNT
              + ")\\s?(?<u2>"
              + UNIT
              + ")?)?|(?<n>"
              + NUMBER
              + ")\\s?(?<u3>"
              + UNIT
              + "))");

  private Measures() {}

  /**
   * @param unit null if none is said
   */
  record Value(Span value, Span unit) {}

  /**
   * The value at the start of a place, or null. Of "from 46 % to 44 %" the later one.
   *
   * @param score whether a per cent sign is part of the value, as with scores
   */
  static Value at(Span place, boolean score) {
    Matcher m = VALUE.matcher(place.text());
    if (!m.find()) {
      return null;
    }
    for (String[] names : new String[][] {{"to", "u2"}, {"v", "u"}, {"n", "u3"}, {"w", "u"}}) {
      if (m.group(names[0]) != null) {
        Span value = place.part(m.start(names[0]), m.end(names[0])).trimmed("");
        Span unit =
            m.group(names[1]) == null ? null : place.part(m.start(names[1]), m.end(names[1]));
        boolean joined = score && unit != null && unit.text().equals("%");
        return joined
            ? new Value(place.sheet().span(value.start(), unit.end()), null)
            : new Value(value, unit);
      }
    }
    return null;
  }
}
