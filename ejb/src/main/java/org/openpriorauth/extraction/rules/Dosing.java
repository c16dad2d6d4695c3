package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dose, route and frequency behind a drug's name. */
final class Dosing {
  private static final Pattern DOSE =
      Pattern.compile(
          "(?i)(?<![\\w.])(?:\\d{1,3}(?:,\\d{3})|\\d{1,5}(?:\\.\\d{1,3})?)(?:\\s?(?:-|/|to)\\s?\\d{1,5}(?:\\.\\d{1,3})?)?"
              + "\\s?(?:mg|mcg|\u00b5g|ug|g|gm|grams?|ml|units?|iu|meq|%|mg/ml|mg/kg|mg/m2|puffs?)"
              + "(?:/(?:kg|ml|m2|m\u00b2|day|d|week|wk|dose|hr|actuation|\\d{1,3}\\s?ml))?(?![\\w])");
  private static final Pattern ROUTE =
      Pattern.compile(
          "(?i)\\b(?:po|by mouth|orally|oral|iv|intravenous(?:ly)?|sc|sq|subq|subcut(?:aneous(?:ly)?)?"
              + "|im|intramuscular(?:ly)?|topical(?:ly)?|inhaled|transdermal|rectal(?:ly)?|pr|sublingual"
              + "|intranasal|ophthalmic|per rectum)\\b");
  private static final Pattern FREQUENCY =
      Pattern.compile(
          "(?i)\\b(?:(?:once|twice|three times|four times|1x|2x|3x)\\s(?:a\\s|per\\s)?(?:daily|day|weekly|week"
              + "|month(?:ly)?)|(?:b\\.?i\\.?d|t\\.?i\\.?d|q\\.?i\\.?d)\\b|q\\.?\\s?(?:d|day|am|pm|hs|h\\.s|wk|week"
              + "|weekly|month|\\d{1,2}\\s?(?:-\\s?\\d{1,2}\\s?)?(?:h(?:rs?|ours?)?|d(?:ays?)?|w(?:ks?|eeks?)?|mo?))\\b"
              + "|every\\s(?:other\\s)?(?:(?:\\d{1,2}|two|four|six|eight|twelve)\\s(?:to\\s\\d{1,2}\\s|-\\s?\\d{1,2}\\s)?)?(?:hours?|days?|weeks?|months?"
              + "|morning|evening|night)|daily|nightly|weekly|monthly|at bedtime|qhs|qd|qod|once daily"
              + "|at night(?:\\sonly)?|each morning|per day)"
              + "(?:\\s(?:as needed|prn))?(?!\\w)|\\bprn\\b|\\bas needed\\b");

  private Dosing() {}

  static Span dose(Span place) {
    return first(DOSE, place);
  }

  static Span route(Span place) {
    return first(ROUTE, place);
  }

  static Span frequency(Span place) {
    return first(FREQUENCY, place);
  }

  private static Span first(Pattern pattern, Span place) {
    Matcher m = pattern.matcher(place.text());
    return m.find() ? place.part(m.start(), m.end()).trimmed("") : null;
  }
}
