package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Medicines.Mention;

/** Treatments tried: what, from when to when, how long, and what came of it. */
final class TherapyFields {
  private static final Phrases KNOWN = Phrases.load("therapies.txt");
  private static final Set<String> NOT_HERE = Set.of("allergies", "family", "policy");
  private static final Pattern TRIED =
      Pattern.compile(
          "(?i)\\b(?:tried|trial(?:s)? of|failed|completed|attended|treated with|underwent|received|took"
              + "|course of|was taken|finished|participated|stopped|discontinued|refused|declined"
              + "|never|has not had|has not tried|previous(?:ly)?)\\b");
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
  private static final Pattern NO_TREATMENT =
      Pattern.compile(
          "(?i)^\\W{0,2}(?:services?\\b(?! from)|eval|referral|clinic|department|note|discharge summary|center)");

  private static final Pattern LIST =
      Pattern.compile(
          "(?i)\\s?(?:\\([^)]{0,40}\\))?[\\s,/&]{1,3}(?:(?:and|or|as well as)\\s)?(?:then\\s)?");

  private TherapyFields() {}

  static void read(Leaf leaf, Draft draft) {
    List<Mention> carried = List.of();
    for (Span sentence : leaf.sentences()) {
      if (NOT_HERE.contains(leaf.section(sentence))) {
        carried = List.of();
        continue;
      }
      List<Mention> mentions = mentions(sentence);
      if (mentions.isEmpty()) {
        follow(leaf, sentence, carried, draft);
        carried = List.of();
        continue;
      }
      Course before = null;
      for (int i = 0; i < mentions.size(); i++) {
        before = read(leaf, sentence, mentions, i, before, draft);
      }
      carried = mentions.subList(mentions.size() - 1, mentions.size());
    }
  }

  /** "It gave no relief": the sentence goes on about what the one before named last. */
  private static void follow(Leaf leaf, Span sentence, List<Mention> carried, Draft draft) {
    for (Mention mention : carried) {
      String key = mention.key() + " " + leaf.assertion(mention.span());
      Outcomes.Found outcome = Outcomes.in(sentence.text());
      boolean pronoun =
          sentence
              .text()
              .matches(
                  "(?is)(?:it|this|these|they|she|he|patient|discharged|stopped|there was|no|symptoms)\\b.*");
      if (outcome != null && pronoun && draft.knows("therapy", key)) {
        String group = draft.group("therapy", key);
        if (!draft.has("therapy.outcome", group)) {
          Span span = sentence.part(outcome.start(), outcome.end());
          draft.add("therapy.outcome", group, span, outcome.word(), 0.6);
        }
      }
    }
  }

  private static List<Mention> mentions(Span sentence) {
    List<Mention> mentions = new ArrayList<>(Medicines.in(sentence));
    Sheet sheet = sentence.sheet();
    for (Phrases.Hit hit : KNOWN.in(sheet, sentence.start(), sentence.end())) {
      Span span = sheet.span(hit.start(), hit.end());
      String after = sheet.text().substring(hit.end(), Math.min(sentence.end(), hit.end() + 24));
      boolean letters =
          span.text().length() == 2 && !span.text().equals(span.text().toUpperCase(Locale.ROOT));
      boolean credential =
          span.text().length() == 2
              && sheet.span(sentence.start(), hit.start()).last(2).text().matches("(?s).*,\\s?");
      if (!letters && !credential && !NO_TREATMENT.matcher(after).find()) {
        mentions.add(new Mention(hit.key(), span));
      }
    }
    mentions.sort(Comparator.comparingInt((Mention m) -> m.span().start()));
    return mentions;
  }

  /**
   * @param before the course of the treatment named before, or null
   */
  private static Course read(
      Leaf leaf, Span sentence, List<Mention> mentions, int i, Course before, Draft draft) {
    Mention mention = mentions.get(i);
    int from = i == 0 ? sentence.start() : mentions.get(i - 1).span().end();
    int to = i + 1 < mentions.size() ? mentions.get(i + 1).span().start() : sentence.end();
    Span head = sentence.sheet().span(from, mention.span().start());
    Span tail = sentence.sheet().span(mention.span().end(), to);
    Course course = course(head, tail, i == 0);
    if (before != null && LIST.matcher(head.text()).matches() && course.outcome == null) {
      course.governed(before);
    }
    boolean tried =
        leaf.section(sentence).equals("treatments")
            || TRIED.matcher(head.text()).find()
            || TRIED.matcher(tail.text()).find();
    String assertion = assertion(leaf, mention.span(), course);
    boolean told = course.facts() > 0 && (course.outcome != null || course.end != null || tried);
    if (told || tried && !assertion.equals("present")) {
      put(mention, course, assertion, draft);
    }
    return course;
  }

  /** What was stopped or is over was still tried: only the rest of the words weigh. */
  private static String assertion(Leaf leaf, Span span, Course course) {
    String assertion = leaf.assertion(span);
    boolean over = course.outcome != null || course.end != null && course.start != null;
    boolean happened = assertion.equals("discontinued") || assertion.equals("historical");
    boolean begun = assertion.equals("planned") && over;
    return happened || begun ? "present" : assertion;
  }

  private static void put(Mention mention, Course course, String assertion, Draft draft) {
    String key = mention.key() + " " + assertion;
    String group = draft.group("therapy", key);
    double strength = 0.6 + 0.08 * course.facts();
    String name = mention.key();
    put(draft, "therapy.name", group, mention.span(), name, assertion, strength);
    put(draft, "therapy.duration", group, course.duration, course.period, assertion, strength);
    put(draft, "therapy.start", group, course.start, course.startIso, assertion, strength);
    put(draft, "therapy.end", group, course.end, course.endIso, assertion, strength);
    put(draft, "therapy.outcome", group, course.outcome, course.outcomeWord, assertion, strength);
  }

  private static void put(
      Draft draft,
      String name,
      String group,
      Span span,
      String normalized,
      String assertion,
      double strength) {
    if (span != null && (!draft.has(name, group) || name.equals("therapy.name"))) {
      draft.add(name, group, span, normalized, assertion, List.of(), strength);
    }
  }

  /** What stands around one treatment. */
  private static final class Course {
    private Span duration;
    private String period;
    private Span start;
    private String startIso;
    private Span end;
    private String endIso;
    private Span outcome;
    private String outcomeWord;
    private boolean governing;

    /** "Failed naproxen, meloxicam and PT": one word for all of a list. */
    void governed(Course before) {
      if (before.governing) {
        outcome = before.outcome;
        outcomeWord = before.outcomeWord;
        governing = true;
      }
    }

    int facts() {
      return (duration == null ? 0 : 1)
          + (start == null ? 0 : 1)
          + (end == null ? 0 : 1)
          + (outcome == null ? 0 : 1);
    }
  }

  @SuppressWarnings("ReferenceEquality") // which of the two it was
  private static Course course(Span head, Span tail, boolean first) {
    Course course = new Course();
    dates(tail, course);
    duration(head, tail, course);
    Outcomes.Found found = Outcomes.in(tail.text());
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
      course.outcome = place.part(found.start(), found.end()).trimmed("");
      course.outcomeWord = found.word();
      course.governing = place == head;
    }
    return course;
  }

  private static void duration(Span head, Span tail, Course course) {
    for (Durations.Found d : Durations.in(tail.text())) {
      if (d.start() < 110) {
        course.duration = tail.part(d.start(), d.end());
        course.period = d.iso();
        return;
      }
    }
    List<Durations.Found> before = Durations.in(head.text());
    if (!before.isEmpty()) {
      Durations.Found d = before.get(before.size() - 1);
      String between = head.text().substring(d.end());
      if (between.length() < 45 && SINCE_BEFORE.matcher(between).find()) {
        course.duration = head.part(d.start(), d.end());
        course.period = d.iso();
      }
    }
  }

  private static void dates(Span tail, Course course) {
    String text = tail.text();
    for (Dates.Found date : Dates.in(text)) {
      String before = text.substring(Math.max(0, date.start() - BESIDE), date.start());
      Matcher ends = END.matcher(before.stripTrailing() + " ");
      Matcher starts = START.matcher(before.stripTrailing() + " ");
      boolean range =
          text.substring(date.end(), Math.min(text.length(), date.end() + BESIDE))
              .matches("(?is)\\s?(?:to|through|thru|until|-|\u2013)\\s?\\d.*");
      if (course.end == null && (ends.find() && !range)) {
        course.end = tail.part(date.start(), date.end());
        course.endIso = date.iso();
      } else if (course.start == null && (starts.find() || range)) {
        course.start = tail.part(date.start(), date.end());
        course.startIso = date.iso();
      }
    }
  }
}
