package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands around the name of one treatment: how long, from when to when, what came of it. */
final class Course {
  private static final Pattern START =
      Pattern.compile(
          "(?i)(?:start(?:ed|ing)?|began|beginning|begun|initiated|since|from|added)(?: on| in)?\\s?$");
  private static final Pattern END =
      Pattern.compile(
          "(?i)(?:to|through|thru|until|ended|ending|stopped|discontinued|completed|finished|discharged|-|\u2013)(?: on| in)?\\s?$");

  /** In characters: how far from a date the word stands that makes it a start or an end. */
  private static final int BESIDE = 40;

  private static final Pattern SINCE_BEFORE =
      Pattern.compile(
          "(?i)(?:of|course of|with|trial of|on|a trial of|supervised|formal|and)\\s?(?:\\w{1,12}\\s){0,3}$");

  /** "60 % relief for 3 weeks": so long it helped. */
  private static final Pattern OF_RELIEF =
      Pattern.compile(
          "(?i)\\b(?:relief|improvement|benefit|better|response|helped)(?:\\s[\\w%]{1,10}){0,3}?\\s(?:for|x|lasting|lasted|of)\\s(?:about\\s|only\\s)?$");

  private static final Pattern OF_NEXT =
      Pattern.compile(
          "(?is)\\s(?:(?:course|trial|supervised|formal|trials)\\s){0,2}of\\s[\\w\\s-]{0,30}");
  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";

  /** "June 8 to July 31, 2026": the year stands at the end only. */
  private static final Pattern DAY_BEFORE =
      Pattern.compile("(?i)\\b(" + MONTH + "\\s\\d{1,2})\\s?(?:to|through|thru|-|\u2013)\\s?$");

  /** "2/2023-8/2023": without a space between. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?<![\\w/.-])(\\d{1,2}/(?:\\d{1,2}/)?\\d{2,4})\\s?[-\u2013]\\s?(\\d{1,2}/(?:\\d{1,2}/)?\\d{2,4})(?![\\w/-])");

  private static final Pattern YEARS =
      Pattern.compile(
          "(?i)(?<![\\w/.-])((?:19|20)\\d\\d)\\s?(?:to|through|thru|until|-|\u2013)\\s?((?:19|20)\\d\\d)(?![\\w/-])");

  /** "for 5 weeks: dizziness", "for six weeks with burning": what follows is what came of it. */
  private static final Pattern RESULT =
      Pattern.compile(
          "(?is)^[^:.;]{0,110}?(?::\\s|\\b(?:gave|caused|led to|resulted in|produced)\\s)(?<r>[^.;:()]{3,80})");

  private static final Pattern WITH_RESULT =
      Pattern.compile(
          "(?is)^\\s?(?:\\([^)]{1,40}\\))?,?\\s?with\\s(?<r>(?!dr\\b|ms\\b|mr\\b|a\\b)[a-z][^.;:(),]{3,60})");
  private static final Pattern DIRECTIONS =
      Pattern.compile(
          "(?i)^(?:take|inject|apply|give|use|sig|one|two|half|\\d|daily|twice|once|by mouth|po|for|continue|start|increase|decrease"
              + "|hold|refills?|dispense|every|per|then|to|please|see|we|will)\\b");
  private static final Pattern FOR_NEXT =
      Pattern.compile("(?i)\\s(?:both\\s|on\\s|with\\s|of\\s|to\\s)?");
  private static final Pattern RESULT_ENDS =
      Pattern.compile(
          "(?is),?\\s(?:now\\b|and (?:then|now|was|he|she)\\b|currently\\b|followed by\\b).*|[,\\s]+$");

  Span duration;
  String period;
  Span start;
  String startIso;
  Span end;
  String endIso;
  Span outcome;
  String outcomeWord;

  /** Whether the outcome says more than that it ended. */
  boolean reason;

  private boolean governing;

  private Course() {}

  @SuppressWarnings("ReferenceEquality") // which of the two it was
  static Course around(Span head, Span tail, boolean first, boolean last) {
    Course course = new Course();
    course.dates(tail);
    course.duration(head, tail);
    if (course.result(tail)) {
      return course;
    }
    Outcomes.Found found = Outcomes.in(tail.text());
    // "Start A; the patient failed B": the word is the next one's.
    if (found != null && FOR_NEXT.matcher(tail.text().substring(found.end())).matches() && !last) {
      found = Outcomes.in(tail.text().substring(0, found.start()));
    }
    Span place = tail;
    if (found == null && (first || head.end() - head.start() < 40)) {
      found = Outcomes.in(head.text());
      // Before the name only what governs it: "failed naproxen", "no relief with PT".
      place = head;
      if (found != null && head.text().length() - found.end() > 25) {
        found = null;
      }
    }
    if (found != null) {
      course.outcome(place, found);
      course.governing = place == head;
    }
    return course;
  }

  private void outcome(Span place, Outcomes.Found found) {
    Span whole = place.part(found.start(), found.end()).trimmed("");
    Span why = Outcomes.reason(whole);
    outcome = why == null ? whole : why;
    outcomeWord = found.word();
    reason = why != null || !found.word().equals("stopped");
  }

  /** What follows the time that a treatment took, or a verb that says what it did. */
  private boolean result(Span tail) {
    boolean timed = duration != null || start != null || end != null;
    if (!timed && Dosing.dose(tail) == null) {
      return false;
    }
    Matcher m = RESULT.matcher(tail.text());
    boolean found = m.find();
    int at = 0;
    if (!found && duration != null && duration.start() >= tail.start()) {
      at = duration.end() - tail.start();
      m = WITH_RESULT.matcher(tail.text().substring(at));
      found = m.find();
    }
    if (!found) {
      return false;
    }
    Span said = tail.part(at + m.start("r"), at + m.end("r"));
    Matcher ends = RESULT_ENDS.matcher(said.text());
    said = (ends.find() ? said.part(0, ends.start()) : said).trimmed(",-");
    Outcomes.Found known = Outcomes.in(said.text());
    boolean plain = Durations.in(said.text()).isEmpty() && Dates.in(said.text()).isEmpty();
    boolean directions = DIRECTIONS.matcher(said.text()).find() || !timed && known == null;
    if (said.isEmpty() || !plain || directions || said.text().length() < 4) {
      return false;
    }
    Span why = known == null ? null : Outcomes.reason(said);
    outcome = why == null ? said : why;
    outcomeWord = known == null ? "unknown" : known.word();
    reason = true;
    return true;
  }

  /** What stood between two names and is the first one's is not the second's too. */
  void without(Course before) {
    if (duration != null && before.duration != null && duration.overlaps(before.duration)) {
      duration = null;
      period = null;
    }
  }

  /** "Failed naproxen, meloxicam and PT": one word for all of a list. */
  void governed(Course before) {
    if (before.governing) {
      outcome = before.outcome;
      outcomeWord = before.outcomeWord;
      reason = before.reason;
      governing = true;
    }
  }

  int facts() {
    return (duration == null ? 0 : 1)
        + (start == null ? 0 : 1)
        + (end == null ? 0 : 1)
        + (outcome == null ? 0 : 1);
  }

  /** Whether it is told how it went, in words that we know. */
  boolean isKnown() {
    return outcome != null && !"unknown".equals(outcomeWord);
  }

  /** More than that it was stopped. */
  boolean says() {
    return facts() > 1 || facts() == 1 && (outcome == null || reason);
  }

  /** Weeks or more: days may be those of a prescription. */
  boolean isLong() {
    return duration != null && !duration.text().toLowerCase(java.util.Locale.ROOT).contains("day");
  }

  private void duration(Span head, Span tail) {
    for (Durations.Found d : Durations.in(tail.text())) {
      // "Naproxen and 6 weeks of therapy": the time is the next one's.
      boolean next = OF_NEXT.matcher(tail.text().substring(d.end())).matches();
      boolean lasted = OF_RELIEF.matcher(tail.text().substring(0, d.start())).find();
      if (d.start() < 110 && !next && !lasted) {
        duration = tail.part(d.start(), d.end());
        period = d.iso();
        return;
      }
    }
    List<Durations.Found> before = Durations.in(head.text());
    if (!before.isEmpty()) {
      Durations.Found d = before.get(before.size() - 1);
      String between = head.text().substring(d.end());
      if (between.length() < 45 && SINCE_BEFORE.matcher(between).find()) {
        duration = head.part(d.start(), d.end());
        period = d.iso();
      }
    }
  }

  private void dates(Span tail) {
    String text = tail.text();
    for (Dates.Found date : Dates.in(text)) {
      String before = text.substring(Math.max(0, date.start() - BESIDE), date.start());
      Matcher ends = END.matcher(before.stripTrailing() + " ");
      Matcher starts = START.matcher(before.stripTrailing() + " ");
      boolean range =
          text.substring(date.end(), Math.min(text.length(), date.end() + BESIDE))
              .matches("(?is)\\s?(?:to|through|thru|until|-|\u2013)\\s?(?:\\d|" + MONTH + ").*");
      if (end == null && (ends.find() && !range)) {
        end = tail.part(date.start(), date.end());
        endIso = date.iso();
        dayBefore(tail, date);
      } else if (start == null && (starts.find() || range)) {
        start = tail.part(date.start(), date.end());
        startIso = date.iso();
      }
    }
    Matcher range = RANGE.matcher(text);
    if (start == null && end == null && range.find() && range.start() < BESIDE * 2) {
      List<Dates.Found> first = Dates.in(range.group(1));
      List<Dates.Found> last = Dates.in(range.group(2));
      if (!first.isEmpty() && !last.isEmpty()) {
        start = tail.part(range.start(1), range.end(1));
        startIso = first.get(0).iso();
        end = tail.part(range.start(2), range.end(2));
        endIso = last.get(0).iso();
      }
    }
    Matcher years = YEARS.matcher(text);
    if (start == null && end == null && years.find() && years.start() < BESIDE) {
      start = tail.part(years.start(1), years.end(1));
      startIso = years.group(1);
      end = tail.part(years.start(2), years.end(2));
      endIso = years.group(2);
    }
  }

  private void dayBefore(Span tail, Dates.Found last) {
    Matcher day = DAY_BEFORE.matcher(tail.text().substring(0, last.start()));
    if (start == null && day.find()) {
      List<Dates.Found> whole = Dates.in(day.group(1) + ", " + last.iso().substring(0, 4));
      start = whole.isEmpty() ? null : tail.part(day.start(1), day.end(1));
      startIso = whole.isEmpty() ? null : whole.get(0).iso();
    }
  }
}
