package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a measure behind its name: a number, a grade, a word, with its unit. */
final class Measures {
  private static final String NUMBER =
      "[<>\u2264\u2265]?=?\\s?(?<![\\d-])-?\\d{1,6}(?:,\\d{3})?(?:\\.\\d{1,3})?";

  /** Of a laboratory: the value is the number alone. */
  private static final String LAB_UNIT =
      "(?:mg/dL|g/dL|mg/L|mcg/g|ug/g|\u00b5g/g|mm/hr?|mmHg|mm Hg|bpm|mIU/L|uIU/mL|\u00b5IU/mL|mIU/mL|IU/mL|IU/L|[Uu]/L|U/mL"
          + "|AU/mL|EU/mL|kU/L|ng/mL|ng/dL|ng/L|pg/mL|pg/dL|pmol/L|nmol/L|umol/L|\u00b5mol/L|mmol/L|mmol/mol|mEq/L"
          + "|[ukm]cg/dL|ug/dL|\u00b5g/dL|mcg/dL|ug/L|mcg/L|ug/mL|mcg/mL|copies/mL|K/[u\u00b5]L|k/\u00b5L|x?\\s?10\\^?[39]/u?L"
          + "|x?\\s?10E[369]/u?L|10[\\^*]?[369]/[u\u00b5]?L|cells/[u\u00b5]L|cells/mm3|/[u\u00b5]L|fL|pg|sec(?:onds)?|g/L|g/24\\s?h|mg/g"
          + "|mg/24\\s?h(?:rs?)?|mg/mmol|M/uL|mOsm/kg|mL/min/1\\.73\\s?m(?:2|\u00b2|\\^2)?|ppb|kg/m\\^?2|kg/m\u00b2)";

  /** What is said with the number: "58 %", "91.2 kg". */
  private static final String PLAIN_UNIT =
      "(?:%(?:\\s(?:of\\s)?predicted)?|/min|kgs?|lbs?|pounds|cm/y(?:ea)?r|cm2|mm2|cm|mm|inches|in|feet|ft|meters|m2|m"
          + "|\u00b0\\s?[CF]?|degrees|deg|mL/min|L/min|mL|kPa|g|events?/h(?:ou)?r|/h(?:ou)?r|/mm2|per (?:month|week|day|hour|year)"
          + "|min(?:utes)?|hours|points|F|C)";

  private static final String UNIT = "(?:" + LAB_UNIT + "|" + PLAIN_UNIT + ")(?![\\w/])";
  private static final Pattern BODY =
      Pattern.compile("(?i)kgs?|lbs?|pounds|cm|in|inches|feet|ft|\u00b0.*|F|C");
  private static final Pattern JOINED = Pattern.compile("(?i)" + PLAIN_UNIT);

  private static final String BETWEEN =
      "(?:score|scores|level|levels|index|test|tests|sign|titer|was|is|were|are|of|at|today|now|still|currently|measured|recorded"
          + "|rated|remains|remained|(?:went|improved|decreased|increased|dropped|rose|fell|down|up|trending(?: down| up)?|trended(?: down| up)?)(?=\\s(?:to|from)\\b)|from"
          + "|result|results|on|the|last|lasts|current|best|initial|a|by|elevated|bilaterally|normal at|high at|low at|about"
          + "|approximately|came back|returned|class|grade|stage|limited|to|only|has been|scored|reached)";
  private static final String WORDS =
      "(?:weakly positive|strongly positive|positive|negative|non-?\\s?reactive|reactive|not detected|none detected|detected|undetectable|normal"
          + "|within normal limits|wnl|indeterminate|equivocal|unremarkable|immune|non-?immune|intact)";
  private static final String SIDE =
      "(?:\\s(?:on (?:the )?)?(?:right|left|both sides|bilaterally|medially|laterally)\\b)?";
  private static final String LENGTHS =
      "\\d{1,3}(?:\\.\\d)?\\s?(?:mm|cm)?\\s?x\\s?\\d{1,3}(?:\\.\\d)?(?:\\s?(?:mm|cm)?\\s?x\\s?\\d{1,3}(?:\\.\\d)?)?\\s?(?:mm|cm)";
  private static final String TALL =
      "\\d\\s?(?:ft|feet|foot|'|\u2019)\\s?\\d{1,2}(?:\\.\\d)?\\s?(?:in(?:ches)?|\"|\u201d|'')?";
  private static final String LONG =
      "(?:\\d{1,3}|one|two|three|four|five|six) (?:minutes|hours|hrs?|mins?)|\\d{1,2} years?(?:,? \\d{1,2} months?)?";
  private static final String ROMAN = "(?:I{1,3}V?|IV|V)(?:-(?:I{1,3}|IV))?[abAB]?";
  private static final String AMOUNT =
      "(?:1\\s?:\\s?\\d{1,2},?\\d{1,3}|"
          + NUMBER
          + ")"
          + "[+-]?(?:\\s?/\\s?\\d{1,3})?(?:\\s?-\\s?\\d{1,3}(?![\\d/]))?[+-]?(?!\\s?(?:hours?|hr|weeks?|days?|months?|years?|m?c?g|units?|tab(?:let)?s?)\\b(?!/))";
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)^(?:\\s?\\((?!\\d)[^)\\n]{1,30}\\))?[\\s:=,]{0,3}(?:"
              + BETWEEN
              + "\\b[\\s:=]{0,3}){0,6}(?:(?<w>"
              + WORDS
              + SIDE
              + "(?:\\sat\\s\\d{1,3}\\s?(?:degrees|deg|\u00b0))?)(?![\\w/])|(?<t>"
              + TALL
              + "|"
              + LENGTHS
              + "|"
              + LONG
              + "|(?-i:"
              + ROMAN
              + "))(?![\\w/])|(?<v>"
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
   * @param value with its unit, where that belongs to how it is said
   * @param unit null if none is said, or a per cent sign is part of the value
   * @param number of the value, for those who compare
   */
  record Value(Span value, Span unit, Span number) {}

  /**
   * The value at the start of a place, or null. Of "from 46 % to 44 %" the later one.
   *
   * @param graded whether letters may be a grade: "class III"
   */
  static Value at(Span place, boolean graded) {
    Matcher m = VALUE.matcher(place.text());
    if (!m.find()) {
      return null;
    }
    String[][] forms = {{"to", "u2"}, {"v", "u"}, {"n", "u3"}, {"t", "u"}, {"w", "u"}};
    for (String[] names : forms) {
      if (m.group(names[0]) != null) {
        Span value = place.part(m.start(names[0]), m.end(names[0])).trimmed("");
        boolean letters = names[0].equals("t") && Character.isLetter(value.text().charAt(0));
        if (letters && !graded && value.text().matches("[IVab-]+")) {
          return null;
        }
        Span unit =
            m.group(names[1]) == null ? null : place.part(m.start(names[1]), m.end(names[1]));
        return value(value, unit);
      }
    }
    return null;
  }

  private static Value value(Span value, Span unit) {
    boolean pressure = value.text().contains("/");
    if (unit == null || pressure || !JOINED.matcher(unit.text()).matches()) {
      return new Value(value, unit, value);
    }
    Span whole = value.sheet().span(value.start(), unit.end());
    return new Value(whole, BODY.matcher(unit.text()).matches() ? unit : null, value);
  }
}
