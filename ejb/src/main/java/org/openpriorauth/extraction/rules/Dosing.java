package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dose, strength, route, frequency, days and quantity behind a drug's name. */
final class Dosing {
  private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})++|\\d{1,5}+(?:\\.\\d{1,3}+)?+)";

  /** One number, a range, or the parts of a joined medicine: "49/51", "50-200-25". */
  private static final String NUMBERS =
      NUMBER + "(?:\\s?(?:-|/|\u2013|to)\\s?" + NUMBER + "){0,3}+";

  private static final String MASS =
      "(?:mg|mcg|\u00b5g|\u03bcg|ug|u|gm?|grams?|milligrams?|micrograms?|units?|iu|meq|mmol)";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?i)(?<![\\w.,/$-])(?<n>"
              + NUMBERS
              + ")\\s?(?<u>"
              + MASS
              + "|ml|puffs?|sprays?|drops?|gtts?)(?<per>(?:\\s?/\\s?|\\sper\\s)(?:kg|m2|m\u00b2|day|d|week|wk"
              + "|hr|hour|min)){0,2}+(?<in>(?:\\s?/\\s?|\\sper\\s|\\sin\\s)(?:"
              + NUMBER
              + "\\s?)?(?:ml|dose|actuation|act|inhalation|inh|puff|spray|blister))?+(?![\\w/])");

  /** "1.5 tabs (7.5 mg total)": the sum is the dose. */
  private static final Pattern SUM =
      Pattern.compile(
          "(?i)(?:tab(?:let)?s?|cap(?:sule)?s?)\\s\\((\\d[\\d.,]{0,8}\\s?(?:mg|mcg|g|units?))(?:\\stotal)?\\)");

  private static final Pattern TABLETS =
      Pattern.compile(
          "(?i)(?<![\\w.,/$-])(?:\\d{1,2}(?:\\.5)?|\u00bd|1/2|one|two|three|half)\\s?(?:-\\s?\\d\\s?)?"
              + "(?:tab(?:let)?s?|cap(?:sule)?s?|patch(?:es)?|inhalations?|packets?|suppositor(?:y|ies))(?!\\w)");
  private static final Pattern PERCENT =
      Pattern.compile("(?<![\\w.])\\d{1,2}(?:\\.\\d{1,3})?\\s?%(?!\\w)");

  private static final Pattern ROUTE =
      Pattern.compile(
          "(?i)\\b(?:p\\.?o\\.?(?=\\W|$)|by mouth|orally|oral|iv|ivpb|intravenous(?:ly)?|sc|s\\.c\\.|sq|sub-?\\s?q|subcut"
              + "(?:aneous(?:ly)?)?|under the skin|im|intramuscular(?:ly)?|topical(?:ly)?|inhaled|via nebulizer"
              + "|by nebulizer|nebulized|transdermal(?:ly)?|rectal(?:ly)?|pr|sublingual(?:ly)?|sl|intranasal(?:ly)?"
              + "|intravitreal|intrathecal|ophthalmic|vaginal(?:ly)?|buccal|per rectum|g-tube)\\b");

  private static final String COUNTED =
      "(?:once|twice|one time|\\d{1,2} \\(\\w{3,6}\\) times|(?:two|three|four|five|\\d{1,2}) times|[1-6]\\s?x)";
  private static final String EVERY =
      "(?:every|each)\\s(?:other\\s|(?:\\d{1,2}|two|three|four|six|eight|twelve)(?:\\s?(?:to|-)\\s?\\d{1,2})?\\s)?"
          + "(?:hours?|hrs?|days?|weeks?|wks?|months?|morning|evening|night|bedtime)";
  private static final String LATIN =
      "(?:b\\.?i\\.?d|t\\.?i\\.?d|q\\.?i\\.?d|q\\.?d|q\\.?o\\.?d|q\\.?h\\.?s|qam|qpm|q\\s?(?:day|am|pm|hs|wk|week|weekly"
          + "|month|\\d{1,2}\\s?(?:-\\s?\\d{1,2}\\s?)?(?:h(?:rs?|ours?)?|d(?:ays?)?|w(?:ks?|eeks?)?|mo(?:nths?)?|m)))\\b(?:(?<=\\.\\w)\\.)?";
  private static final Pattern FREQUENCY =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:"
              + COUNTED
              + "\\s(?:(?:a|per|every)\\s)?(?:daily|day|weekly|week|month(?:ly)?|year(?:ly)?)|"
              + LATIN
              + "|"
              + EVERY
              + "|(?:once\\s)?(?:daily|nightly|weekly|monthly|yearly|annually|quarterly)|at bedtime|at night(?:\\sonly)?"
              + "|in the (?:morning|evening)|(?:\\d|one|two|three) (?:a|per) day|(?:with|before|after) (?:meals|breakfast|dinner))"
              + "(?:\\s(?:as needed|prn|at bedtime|with meals|in the (?:morning|evening)))?(?!\\w)|\\bprn\\b|\\bas needed\\b");

  private static final Pattern DAYS =
      Pattern.compile(
          "(?i)(?:\\b(?:for|over|per)\\s|[x\u00d7]\\s?|/\\s?|,\\s|#\\d{1,3}\\s)(\\d{1,3}\\s?days?)(?!\\w)"
              + "|(?<![\\w.])(\\d{1,3})[\\s-]{1,2}days?[\\s']{1,2}supply");
  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?i)(?:#\\s?|\\b(?:qty|quantity|disp(?:ense)?)[.:\\s#]{1,3})(\\d{1,4})(?![\\w.])"
              + "|(?<![\\w.])(\\d{1,3})\\s(?:auto-?injectors?|pens?|syringes?|vials?|kits?|patches|inhalers?|boxes"
              + "|tablets?|capsules?)\\s(?:per|every|for)\\s(?=\\d)");

  private Dosing() {}

  /**
   * @param strength what one tablet or millilitre holds, if that is said
   */
  record Amount(Span dose, Span strength) {}

  /** What of the amounts behind a name is the dose and what the strength. */
  static Amount amount(Span place) {
    Matcher m = AMOUNT.matcher(place.text());
    if (!m.find()) {
      Span counted = first(TABLETS, place);
      return new Amount(counted, first(PERCENT, place));
    }
    Span first = place.part(m.start(), m.end());
    Matcher sum = SUM.matcher(place.text());
    if (sum.find() && sum.start() > m.end()) {
      Span dose = place.part(sum.start(1), sum.end(1));
      boolean same = dose.value().equalsIgnoreCase(first.value());
      return new Amount(dose, same ? null : first);
    }
    Span second = next(m, place);
    if (m.group("in") != null && m.group("u").matches("(?i)" + MASS)) {
      // "10 mg/mL, 0.3 mL": so much is in it, so much is given.
      Span mass = place.part(m.start("n"), m.end("u"));
      boolean bare = !m.group("in").matches(".*\\d.*");
      return second == null ? new Amount(mass, bare ? null : first) : new Amount(second, first);
    }
    boolean joined = m.group("n").matches(".*[-/\u2013].*");
    Span tablets = TABLETS.matcher(place.text()).find() ? first(TABLETS, place) : null;
    if (joined && tablets != null) {
      return new Amount(null, first);
    }
    boolean isCounted = second != null && second.text().matches("(?is).*(?:puff|spray|drop|gtt).*");
    return isCounted ? new Amount(second, first) : new Amount(first, first(PERCENT, place));
  }

  /** A second amount, that is given of what the first says is in it. */
  private static Span next(Matcher m, Span place) {
    Matcher second = AMOUNT.matcher(place.text());
    boolean given =
        second.find(m.end())
            && second.group("in") == null
            && second.group("u").matches("(?i)ml|puffs?|sprays?|drops?|gtts?|units?|mg");
    return given ? place.part(second.start(), second.end()) : null;
  }

  static Span dose(Span place) {
    return amount(place).dose();
  }

  static Span route(Span place) {
    return first(ROUTE, place);
  }

  static Span frequency(Span place) {
    return first(FREQUENCY, place);
  }

  static Span days(Span place) {
    return group(DAYS, place);
  }

  static Span quantity(Span place) {
    return group(QUANTITY, place);
  }

  private static Span group(Pattern pattern, Span place) {
    Matcher m = pattern.matcher(place.text());
    if (!m.find()) {
      return null;
    }
    int group = m.group(1) != null ? 1 : 2;
    return place.part(m.start(group), m.end(group));
  }

  private static Span first(Pattern pattern, Span place) {
    Matcher m = pattern.matcher(place.text());
    return m.find() ? place.part(m.start(), m.end()).trimmed("") : null;
  }
}
