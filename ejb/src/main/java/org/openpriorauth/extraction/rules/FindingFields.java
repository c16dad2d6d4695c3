package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures in running text: a name that we know with a value behind it. */
final class FindingFields {
  private static final Phrases KNOWN = Phrases.load("findings.txt");

  private static final Set<String> NOT_HERE = Set.of("medications", "stopped", "allergies");

  /** In characters: how far behind its name a value may stand. */
  private static final int REACH = 70;

  /** In characters: where a date is looked for, with its whole length. */
  private static final int NEAR_DATE = 80;

  private static final Pattern PAIN =
      Pattern.compile(
          "(?i)\\b(?<n>pain)(?:\\s\\w{1,12}){0,4}?\\s(?<v>\\d{1,2}(?:\\.\\d)?\\s?/\\s?10)\\b");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)(\\d{1,3}(?:\\s?/\\s?\\d{1,3}|\\s?%))\\s(?:on|by|per|using)\\s(?:the|an?)?\\s?$");

  private static final Pattern NOW =
      Pattern.compile("(?i)^[^.;:\\d]{0,30}?\\b(?:and|but|now)\\s(?:is|now|it is)\\s(?:now\\s)?");
  private static final Pattern RULE =
      Pattern.compile(
          "(?i)\\b(?:would|until|goal|target|reserved for|threshold|cut-?off|call (?:for|if)|if|unless|must be|should be|at least"
              + "|stays|greater than|less than|requires?|keep)\\b");
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)(?:,\\s(?:\\d{1,2}[ -](?:hours?|hrs?)|total|free|fasting|random|quantitative|qualitative|calculated|direct"
              + "|serum|plasma|femoral neck|lumbar spine|total hip|peak)|\\s(?:score|left|right))(?!\\w)");

  private FindingFields() {}

  static void read(Leaf leaf, Draft draft) {
    strips(leaf, draft);
    for (Span sentence : leaf.sentences()) {
      Sheet sheet = sentence.sheet();
      if (NOT_HERE.contains(leaf.section(sentence)) && !Medicines.in(sentence).isEmpty()) {
        continue;
      }
      List<Phrases.Hit> hits = new ArrayList<>(KNOWN.in(sheet, sentence.start(), sentence.end()));
      // "mm/hr" is no heart rate.
      hits.removeIf(h -> h.start() > 2 && sheet.text().startsWith("mm/", h.start() - 3));
      for (int i = 0; i < hits.size(); i++) {
        Phrases.Hit hit = hits.get(i);
        int end = i + 1 < hits.size() ? hits.get(i + 1).start() : sentence.end();
        Span tail = sheet.span(hit.end(), Math.min(end, hit.end() + REACH));
        Span name = whole(sheet.span(hit.start(), hit.end()), sentence.end());
        tail = sheet.span(Math.max(name.end(), tail.start()), tail.end());
        Measures.Value value = before(sentence, name);
        value = value == null ? Measures.at(tail, hit.key().equals("score")) : value;
        if (value != null
            && fits(hit.key(), name, value)
            && !isEarlier(sentence, hits, i, value)
            && !isRule(sentence, name, value)) {
          value = later(sentence, value, hit.key().equals("score"));
          put(leaf, sentence, name, value, draft);
        }
      }
      Matcher pain = PAIN.matcher(sentence.text());
      if (pain.find()) {
        Span name = sentence.part(pain.start("n"), pain.end("n"));
        Span value = sentence.part(pain.start("v"), pain.end("v"));
        boolean known =
            hits.stream().anyMatch(h -> h.end() >= name.end() && h.start() <= name.start());
        if (!known) {
          put(leaf, sentence, name, new Measures.Value(value, null, value), draft);
        }
      }
    }
  }

  /** Whether a text begins with a measure, which speaks for itself. */
  static boolean isMeasure(Span text) {
    List<Phrases.Word> words = text.sheet().words(text.start(), text.end());
    return !words.isEmpty() && KNOWN.at(words, 0) != null;
  }

  /** "NYHA class was II in May and is III today", or named a second time. */
  private static boolean isEarlier(
      Span sentence, List<Phrases.Hit> hits, int i, Measures.Value value) {
    if (value.value().start() < hits.get(i).end()) {
      return false;
    }
    String name = Names.key(sentence.sheet().span(hits.get(i).start(), hits.get(i).end()).value());
    boolean again =
        hits.subList(i + 1, hits.size()).stream()
            .anyMatch(
                h -> Names.key(sentence.sheet().span(h.start(), h.end()).value()).equals(name));
    String between = sentence.sheet().text().substring(hits.get(i).end(), value.value().start());
    return again && between.contains("was");
  }

  private static Measures.Value later(Span sentence, Measures.Value value, boolean graded) {
    Span behind = sentence.sheet().span(value.value().end(), sentence.end());
    Matcher now = NOW.matcher(behind.first(REACH).text());
    Measures.Value later =
        now.find() ? Measures.at(behind.part(now.end(), behind.text().length()), graded) : null;
    return later == null ? value : later;
  }

  /** What is hoped for, feared or a rule, and not measured. */
  private static boolean isRule(Span sentence, Span name, Measures.Value value) {
    Span before = sentence.sheet().span(sentence.start(), name.start()).last(45);
    Span between = sentence.sheet().span(name.end(), Math.max(name.end(), value.value().start()));
    return RULE.matcher(before.text()).find() || RULE.matcher(between.text()).find();
  }

  /** "Glucose, 1 hour", "ABI left": what is measured more exactly. */
  private static Span whole(Span name, int limit) {
    Matcher more =
        MORE.matcher(name.sheet().text()).region(name.end(), Math.max(name.end(), limit));
    return more.lookingAt() ? name.sheet().span(name.start(), more.end()) : name;
  }

  /** A strength of 5/5 and not of 50 mg; oxygen of 87 % and not of 2 liters. */
  private static boolean fits(String kind, Span name, Measures.Value value) {
    String text = value.value().text();
    if (kind.equals("none")) {
      return false;
    }
    if (kind.equals("sign")) {
      return !Character.isDigit(text.charAt(0))
          || text.contains("/")
          || text.matches("(?i).*(?:deg.*|\u00b0)");
    }
    boolean oxygen = name.text().toLowerCase(Locale.ROOT).matches("(?:oxygen|sat).*");
    return !oxygen || text.contains("%");
  }

  /** A row of names of measures above a row of their values. */
  private static void strips(Leaf leaf, Draft draft) {
    List<Row> rows = leaf.sheet().rows();
    for (int r = 0; r + 1 < rows.size(); r++) {
      List<Span> names = names(leaf.sheet(), rows.get(r));
      for (int i = 0; i < names.size(); i++) {
        double left = names.get(i).tokens().get(0).left() - 0.015;
        double right =
            i + 1 < names.size() ? names.get(i + 1).tokens().get(0).left() - 0.005 : 1.01;
        Span under = Pairs.within(leaf.sheet(), rows.get(r + 1), left, right);
        Measures.Value value = under == null ? null : Measures.at(under, false);
        if (value != null) {
          put(leaf, leaf.sentence(names.get(i)), names.get(i), value, draft);
        }
      }
    }
  }

  /** Of a row that holds nothing but names of measures, at least three. */
  private static List<Span> names(Sheet sheet, Row row) {
    List<Span> names = new ArrayList<>();
    int words = sheet.words(row.start(), row.end()).size();
    for (Phrases.Hit hit : KNOWN.in(sheet, row.start(), row.end())) {
      names.add(sheet.span(hit.start(), hit.end()));
      words -= hit.words();
    }
    // On a page whose words' places are patchy, some have none.
    boolean placed = names.stream().noneMatch(name -> name.tokens().isEmpty());
    return placed && names.size() >= 3 && words <= 1 ? names : List.of();
  }

  /** "7/10 on the numeric rating scale". */
  private static Measures.Value before(Span sentence, Span name) {
    int end = name.start() - sentence.start();
    int from = Math.max(0, end - 30);
    Matcher m = BEFORE.matcher(sentence.text().substring(from, end));
    if (!m.find()) {
      return null;
    }
    Span value = sentence.part(from + m.start(1), from + m.end(1));
    return new Measures.Value(value, null, value);
  }

  static void put(Leaf leaf, Span sentence, Span name, Measures.Value measure, Draft draft) {
    Span value = measure.value();
    if (isDate(sentence, value)) {
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
    draft.add("finding.name", group, name, called(name), assertion, none, 0.75);
    draft.add("finding.value", group, value, plain(measure.number()), assertion, none, 0.75);
    draft.add("finding.unit", group, measure.unit(), null, assertion, none, 0.75);
    Dates.Found date = date(sentence, value);
    if (date != null) {
      Span span = sentence.part(date.start(), date.end());
      draft.add("finding.date", group, span, date.iso(), assertion, none, 0.6);
    } else {
      leaf.collected().put(value, group, assertion, draft);
    }
  }

  private static boolean isDate(Span sentence, Span value) {
    Span around = sentence.sheet().span(value.start(), Math.min(sentence.end(), value.end() + 8));
    String text = value.value();
    return !Dates.in(around.text()).isEmpty()
        && text.length() < 6
        && text.matches("\\d{1,2}/?\\d{0,4}");
  }

  /** Without the word that says what kind of number it is. */
  private static String called(Span name) {
    return name.value().toLowerCase(Locale.ROOT).replaceFirst(" score$", "");
  }

  /** A number as a number, words in small letters. */
  static String plain(Span value) {
    return value
        .value()
        .replaceAll("(?<=\\d),(?=\\d{3})", "")
        .replace(" ", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The date close behind a value, or the one that opens the sentence. */
  private static Dates.Found date(Span sentence, Span value) {
    int at = Math.min(value.end(), sentence.end()) - sentence.start();
    String behind = sentence.sheet().span(value.end(), sentence.end()).first(NEAR_DATE).text();
    Dates.Found opening = null;
    for (Dates.Found date : Dates.in(sentence.first(NEAR_DATE).text())) {
      if (date.start() < Math.min(at, 40)) {
        opening = date;
      }
    }
    List<Dates.Found> dates = Dates.in(behind);
    String between = dates.isEmpty() ? behind : behind.substring(0, dates.get(0).start());
    boolean near = between.length() < 30 && between.indexOf(';') < 0 && between.indexOf('.') < 0;
    if (dates.isEmpty() || !near) {
      return opening;
    }
    Dates.Found date = dates.get(0);
    return new Dates.Found(at + date.start(), at + date.end(), date.iso());
  }
}
