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

  /** Lists of what is taken: what was stopped there is no treatment that was tried. */
  private static final Set<String> LISTS = Set.of("medications", "stopped");

  /** Parts that tell what was: a course of weeks in them is over or goes on. */
  private static final Set<String> TOLD = Set.of("history", "past", "treatments");

  /** Parts in which words behind a time say what is to be done. */
  private static final Set<String> ORDERS =
      Set.of("plan", "orders", "services", "assessment", "medications");

  private static final Pattern TRIED =
      Pattern.compile(
          "(?i)\\b(?:conservative (?:treatment|management|care|therapy|measures)|tried|trial(?:s)? of|failed|completed|attended|treated with|underwent|received|took"
              + "|course of|was taken|finished|participated|stopped|discontinued|refused|declined"
              + "|never|has not had|has not tried|previous(?:ly)?)\\b");
  private static final Pattern NO_TREATMENT =
      Pattern.compile(
          "(?i)^\\W{0,2}(?:services?\\b(?! from)|eval|referral|clinic|department|note|discharge summary|center)");

  private static final Pattern OF_TIME =
      Pattern.compile(
          "(?i)(?:\\ban?\\s)?[\\w-]{1,8}[\\s-](?:weeks?|wks?|months?|days?|years?)\\s(?:course\\s|trial\\s)?of\\s(?:supervised\\s|formal\\s)?$");
  private static final Pattern LIST =
      Pattern.compile(
          "(?i)\\s?(?:\\([^)]{0,40}\\))?[\\s,/&]{1,3}(?:(?:and|or|as well as)\\s)?(?:then\\s)?");

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)\\s\\d{1,3}(?:\\.\\d)?/\\d{1,3}(?:\\.\\d)?(?=[\\s,])(?!\\s(?:mc?g|units?)\\b)|(?:\\s\\d{1,2}(?:\\.\\d{1,3})?\\s?%)?\\s(?:ointment|cream|gel|lotion|patch(?:es)?|solution|foam"
              + "|shampoo|injections?|nasal spray|eye drops|inhaler)(?!\\w)");

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
    List<Mention> mentions = new ArrayList<>();
    Sheet sheet = sentence.sheet();
    for (Mention drug : Medicines.in(sentence)) {
      mentions.add(new Mention(drug.key(), withForm(drug.span(), sentence.end())));
    }
    for (Phrases.Hit hit : KNOWN.in(sheet, sentence.start(), sentence.end())) {
      Span span = sheet.span(hit.start(), hit.end());
      String after = sheet.text().substring(hit.end(), Math.min(sentence.end(), hit.end() + 24));
      boolean letters =
          span.text().length() == 2 && !span.text().equals(span.text().toUpperCase(Locale.ROOT));
      boolean credential =
          span.text().length() == 2
              && sheet.span(sentence.start(), hit.start()).last(2).text().matches("(?s).*,\\s?");
      if (!letters && !credential && !NO_TREATMENT.matcher(after).find()) {
        mentions.add(new Mention(hit.key(), withPrefix(span, sentence.start())));
      }
    }
    mentions.removeIf(m -> isPart(m, mentions));
    mentions.sort(Comparator.comparingInt((Mention m) -> m.span().start()));
    return mentions;
  }

  /** A name within another's: "steroid" of "topical steroid". */
  private static boolean isPart(Mention one, List<Mention> all) {
    return all.stream()
        .anyMatch(
            o ->
                o.span().overlaps(one.span())
                    && o.span().text().length() > one.span().text().length());
  }

  /** "Tacrolimus 0.1 % ointment": what is put on the skin is named with its form. */
  private static Span withForm(Span name, int limit) {
    var form = FORM.matcher(name.sheet().text()).region(name.end(), Math.max(name.end(), limit));
    return form.lookingAt() ? name.sheet().span(name.start(), form.end()) : name;
  }

  /** "Physician-supervised diet". */
  private static Span withPrefix(Span name, int from) {
    int start = name.start();
    String text = name.sheet().text();
    if (start > from && text.charAt(start - 1) == '-') {
      int i = start - 1;
      while (i > from && Character.isLetter(text.charAt(i - 1))) {
        i--;
      }
      return start - i > 3 ? name.sheet().span(i, name.end()) : name;
    }
    return name;
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
    Course course = Course.around(head, tail, i == 0, i + 1 == mentions.size());
    if (before != null) {
      course.without(before);
    }
    if (before != null
        && LIST.matcher(OF_TIME.matcher(head.text()).replaceFirst("")).matches()
        && course.outcome == null) {
      course.governed(before);
    }
    boolean tried =
        leaf.section(sentence).equals("treatments")
            || isTried(head.text(), leaf.section(sentence))
            || isTried(tail.text(), leaf.section(sentence));
    String assertion = assertion(leaf, mention.span(), course);
    boolean lasted = course.isLong() && TOLD.contains(leaf.section(sentence));
    boolean ordered = ORDERS.contains(leaf.section(sentence)) && !course.isKnown();
    boolean went = course.outcome != null && !ordered || course.end != null;
    boolean told = course.says() && (went || tried || lasted);
    boolean list = LISTS.contains(leaf.section(sentence));
    boolean over = !list || course.duration != null || course.start != null || course.reason;
    if (told && over || tried && !list && !assertion.equals("present")) {
      put(mention, course, assertion, draft);
    }
    return course;
  }

  /** In a plan "a trial of" is one that is to be. */
  private static boolean isTried(String words, String section) {
    Matcher m = TRIED.matcher(words);
    return m.find() && !(ORDERS.contains(section) && m.group().matches("(?i)(?:trial|course).*"));
  }

  /** What was stopped or is over was still tried: only the rest of the words weigh. */
  private static String assertion(Leaf leaf, Span span, Course course) {
    String assertion = leaf.assertion(span);
    boolean over = course.isKnown() || course.end != null && course.start != null;
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
}
