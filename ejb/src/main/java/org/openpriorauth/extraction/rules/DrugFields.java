package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Medicines.Mention;

/** Medicines in running text and lists: only those with a dose, or in a list of medicines. */
final class DrugFields {
  private static final Set<String> LISTS = Set.of("medications", "stopped");

  /** Parts in which what is to begin is ordered. */
  private static final Set<String> ORDERS =
      Set.of("plan", "orders", "assessment", "services", "medications", "");

  /** In characters: how far behind its name a dose may stand, and its other circumstances. */
  private static final int DOSE_REACH = 60;

  private static final int REACH = 120;

  /** "Humira (adalimumab)": the second name is no second medicine. */
  private static final Pattern ALIAS =
      Pattern.compile("(?i)\\s?[(\\[]\\s?(?:generic|brand|e\\.?g\\.?,?|formerly|aka)?:?\\s?");

  /** What parts a name from an amount that is another's. */
  private static final Pattern APART =
      Pattern.compile(
          "(?is).*(?:[;]|\\.\\s|:\\s\\S{3,}\\s\\S+\\s|\\b(?:weighs?|weight|glucose|ldl|ferritin|level)\\b).*");

  private static final Pattern STOP_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:stop|hold|discontinue|d/c|avoid|do not take|taper off|(?:switched|changed|transitioned"
              + "|converted) from)(?:\\s(?:taking|the))?\\s?$");
  private static final Pattern STOP_BEHIND =
      Pattern.compile(
          "(?i)\\b(?:discontinued|stopped|finished|none left|not taking|no longer|on hold|d/c'?d|inactive"
              + "|expired|was held)\\b");

  /** "10 mg, increased to 20 mg": the later dose is taken. */
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?i)^[^.;]{0,40}\\b(?:increased|decreased|reduced|lowered|titrated|up-?titrated|changed|raised)\\s(?:up\\s|down\\s)?to\\s");

  /** What begins now. */
  private static final Pattern ORDERED =
      Pattern.compile(
          "(?i)(?:^|[.;:,)*\u2022-]|\\b(?:will|we|please|to|and|then|plan|today|new))\\s{0,2}(?:re-?)?(?:start|begin|initiate"
              + "|continue|keep|order|prescribe|add|increase|decrease|request|give|trial|starting|beginning|initiating"
              + "|requesting|switch|change)\\b[^.;]{0,40}$");

  private static final Pattern WISH = Pattern.compile("(?i)\\b(?:would|could|may|might|if)\\b");

  /** It was given, and is over. */
  private static final Pattern TRIED_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:failed|tried|trial of|treated with|completed|intoleran(?:t|ce) (?:of|to)|could not tolerate|cannot tolerate|unable to tolerate"
              + "|did not tolerate|previous(?:ly)?|prior|past|courses? of|used to take|had taken|has (?:tried|used|had|completed|failed))\\b[^.;]{0,60}$");

  private static final Pattern WAS =
      Pattern.compile(
          "(?i)\\b(?:was|were|tried|took|had|gave|helped|caused|failed)\\b(?!\\s(?:\\w{2,12}ly\\s)?(?:increased|decreased|reduced"
              + "|titrated|started|initiated|begun|continued|resumed|added|changed|switched|prescribed|ordered|restarted))");

  /** A course of weeks that is told is one that was; days may be those of a prescription. */
  private static final Pattern WEEKS =
      Pattern.compile(
          "(?i)(?<![\\w/])(?<!\\b(?:every|each|past|last|next|in|for the)\\s)(?:\\d{1,2}|one|two|three|four|five|six|eight|ten|twelve)\\+?[\\s-](?:weeks?|wks?|months?|mos?|years?|yrs?)(?!\\w)(?!,?\\s(?:ago|then|and))");

  /** "Failed etodolac 400 mg, and then nabumetone": one word for all of a list. */
  private static final Pattern LIST = Pattern.compile("(?i)(?:,|\\band|\\bor|including|then)\\s?$");

  private static final Pattern CLAUSE_ENDS =
      Pattern.compile("(?i);|\\.\\s|,\\s(?:and\\s)?(?:now|currently)\\b");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?i)\\b(?:may|might|is|are|was|were|not|if|would|could|should|we|she|he)\\b");

  /** Also as OCR reads one. */
  private static final Pattern EMPTY_BOX =
      Pattern.compile(
          "\\s?(?:[\u2610\u25a1\u25cboO0]|\\[\\?\\]|[\\[(CLU{]\\s?[\\])J1lI}])\\s{1,4}");

  private static final Pattern NOW =
      Pattern.compile(
          "(?i)\\b(?:now|currently|current|continues?|remains?|still|takes|taking|is on|maintained on|ongoing|stable on|since)\\b");

  private static final Pattern DIRECTIONS =
      Pattern.compile("(?i)^(?:sig:|take \\d|take one|inject|apply|inhale|instill|place \\d)\\b");

  private static final String NO_NAME =
      "take|inject|apply|use|give|sig|dispense|qty|total|dose|weight|then|from|with|for|and|the|to|of|on|at|per|about"
          + "|under|over|up|increase|decrease|maximum|max|daily|mouth|tablet|capsule|glucose|loss|strength|contrast|x|by|each";

  /** A line of a list whose medicine we do not know: name, amount, how. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?i)^[\\W\\d]{0,6}(?:(?:start|continue|begin|add|keep)\\s(?:taking\\s)?)?+(?<name>(?!(?:"
              + NO_NAME
              + ")\\b)[a-z][a-z-]{3,24}(?:\\s(?!(?:"
              + NO_NAME
              + ")\\b)[a-z][a-z-]{1,20}){0,2})\\s(?:\\([^)]{1,40}\\)\\s)?(?=\\d[\\d.,/-]{0,12}\\s?(?:mg|mcg|units?|iu|g|ml|meq)\\b)");

  private DrugFields() {}

  static void read(Leaf leaf, Draft draft) {
    List<Span> sentences = leaf.sentences();
    for (int s = 0; s < sentences.size(); s++) {
      Span sentence =
          directed(sentences.get(s), s + 1 < sentences.size() ? sentences.get(s + 1) : null);
      String section = leaf.section(sentence);
      if (section.equals("allergies")
          || sentence.value().toLowerCase(Locale.ROOT).startsWith("allerg")) {
        continue;
      }
      List<Mention> mentions = mentions(sentence, section);
      String before = "present";
      for (int i = 0; i < mentions.size(); i++) {
        Place place = new Place(before, head(sentence, mentions, i), tail(sentence, mentions, i));
        if (i == 0 || !ALIAS.matcher(place.head.text()).matches()) {
          before = read(leaf, place, mentions.get(i), draft);
        }
      }
    }
  }

  /** "Take 1 tablet daily.": how to take it may be a sentence of its own. */
  private static Span directed(Span sentence, Span next) {
    boolean goesOn = next != null && DIRECTIONS.matcher(next.first(12).text()).find();
    return goesOn ? sentence.sheet().span(sentence.start(), next.end()) : sentence;
  }

  /**
   * @param before how the medicine named before it is meant
   * @param head from the medicine before to its name
   * @param tail from its name to the next medicine's
   */
  private record Place(String before, Span head, Span tail) {}

  private static String key(Span name) {
    return name.value().toLowerCase(Locale.ROOT);
  }

  private static List<Mention> mentions(Span sentence, String section) {
    List<Mention> known = Medicines.in(sentence);
    if (!known.isEmpty() || !section.equals("medications")) {
      return known;
    }
    Matcher line = LINE.matcher(sentence.first(REACH).text());
    if (!line.find()) {
      return List.of();
    }
    Span name = sentence.part(line.start("name"), line.end("name"));
    return List.of(new Mention(key(name), name));
  }

  static Span head(Span sentence, List<Mention> mentions, int i) {
    int from = i == 0 ? sentence.start() : mentions.get(i - 1).span().end();
    return sentence.sheet().span(from, mentions.get(i).span().start());
  }

  /** Of a medicine with its other name in brackets behind it, what is behind that. */
  static Span tail(Span sentence, List<Mention> mentions, int i) {
    Sheet sheet = sentence.sheet();
    int from = mentions.get(i).span().end();
    int next = i + 1;
    if (next < mentions.size()
        && ALIAS
            .matcher(sheet.text().substring(from, mentions.get(next).span().start()))
            .matches()) {
      from = mentions.get(next).span().end();
      next++;
    }
    int end = next < mentions.size() ? mentions.get(next).span().start() : sentence.end();
    return sheet.span(from, Math.max(from, end)).first(REACH);
  }

  /** How it is meant. */
  private static String read(Leaf leaf, Place place, Mention drug, Draft draft) {
    String section = leaf.section(drug.span());
    boolean listed = LISTS.contains(section);
    Dosing.Amount amount = amount(place.tail());
    boolean measured = amount.dose() != null || amount.strength() != null;
    String assertion = assertion(leaf, place, drug.span(), section, measured);
    boolean entry = listed && !assertion.equals("negated") && isEntry(place);
    if (!measured && !entry || isUnticked(leaf, place, drug.span())) {
      return assertion;
    }
    String key = drug.key() + " " + normal(amount.dose()) + " " + assertion;
    boolean known = draft.knows("drug", key);
    String group = draft.group("drug", key);
    double strength = listed ? 0.9 : 0.8;
    put(draft, "drug.name", group, drug.span(), drug.key(), assertion, strength);
    if (!known) {
      Span tail = place.tail();
      put(draft, "drug.dose", group, amount.dose(), normal(amount.dose()), assertion, strength);
      put(draft, "drug.strength", group, amount.strength(), null, assertion, strength);
      put(draft, "drug.route", group, Dosing.route(tail), null, assertion, strength);
      put(draft, "drug.frequency", group, Dosing.frequency(tail), null, assertion, strength);
      Span days = Dosing.days(tail);
      put(draft, "drug.days", group, days, number(days), assertion, strength);
      Span quantity = Dosing.quantity(tail);
      Span dose = amount.dose() == null ? amount.strength() : amount.dose();
      // "Tylenol #3 1 tab": a number before the dose is the name's.
      boolean behind = quantity != null && (dose == null || quantity.start() > dose.end());
      put(draft, "drug.quantity", group, behind ? quantity : null, null, assertion, strength);
    }
    return assertion;
  }

  /** A line that starts with the name and is no sentence. */
  private static boolean isEntry(Place place) {
    return place.head().text().chars().noneMatch(Character::isLetter)
        && !SENTENCE.matcher(place.tail().text()).find();
  }

  /**
   * An empty box before the name; or one of several medicines side by side, of which a form does
   * not let us see which are ticked: only one that says how often is ordered.
   */
  private static boolean isUnticked(Leaf leaf, Place place, Span name) {
    if (EMPTY_BOX.matcher(place.head().text()).matches()) {
      return true;
    }
    Sheet sheet = leaf.sheet();
    Row row = sheet.rows().get(sheet.rowAt(name.start()));
    long side =
        row.cells().stream()
            .map(sheet::span)
            .filter(c -> Dosing.dose(c) != null && !Medicines.in(c).isEmpty())
            .count();
    return side > 1 && Dosing.frequency(place.tail()) == null;
  }

  private static Dosing.Amount amount(Span tail) {
    Matcher changed = CHANGED.matcher(tail.text());
    if (changed.find()) {
      Span now = Dosing.dose(tail.part(changed.end(), tail.text().length()).first(DOSE_REACH));
      if (now != null) {
        return new Dosing.Amount(now, null);
      }
    }
    Dosing.Amount amount = Dosing.amount(tail);
    Span first = amount.strength() == null ? amount.dose() : amount.strength();
    if (first == null) {
      return amount;
    }
    String between = tail.sheet().text().substring(tail.start(), first.start());
    boolean far = between.length() > DOSE_REACH || APART.matcher(between).matches();
    return far ? new Dosing.Amount(null, null) : amount;
  }

  /** Ordered is what begins here; of what was tried only the course counts. */
  private static String assertion(
      Leaf leaf, Place place, Span name, String section, boolean measured) {
    String assertion = leaf.assertion(name);
    String head = place.head().text();
    String tail = clause(place.tail().text());
    if (assertion.equals("quoted") || assertion.equals("family") || assertion.equals("negated")) {
      return assertion;
    }
    if (STOP_BEFORE.matcher(head).find() || STOP_BEHIND.matcher(tail).find()) {
      return "discontinued";
    }
    boolean ordered = ORDERED.matcher(head).find() && ORDERS.contains(section);
    if (assertion.equals("planned") && measured && ordered && !WISH.matcher(head).find()) {
      return "present";
    }
    boolean after = place.before().matches("historical|discontinued");
    boolean listed = after && LIST.matcher(head).find();
    boolean tried =
        (isTried(head, tail, section) || listed) && !ordered && !NOW.matcher(head).find();
    return assertion.equals("present") && tried ? "historical" : assertion;
  }

  private static boolean isTried(String head, String tail, String section) {
    if (section.equals("treatments") || TRIED_BEFORE.matcher(head).find()) {
      return !NOW.matcher(tail).find();
    }
    if (section.equals("medications") || NOW.matcher(tail).find()) {
      return false;
    }
    boolean went = Outcomes.in(tail) != null || WAS.matcher(tail).find();
    boolean order = ORDERS.contains(section) && !section.isEmpty();
    return went || !order && (WEEKS.matcher(tail).find() || Dates.in(tail).size() > 1);
  }

  /** As far as what is said of this one reaches. */
  private static String clause(String tail) {
    Matcher end = CLAUSE_ENDS.matcher(tail);
    return end.find() ? tail.substring(0, end.start()) : tail;
  }

  private static String number(Span span) {
    return span == null ? null : span.value().replaceAll("\\D", "");
  }

  private static void put(
      Draft draft,
      String name,
      String group,
      Span span,
      String normalized,
      String assertion,
      double strength) {
    draft.add(name, group, span, normalized, assertion, List.of(), strength);
  }

  /** Without spaces: "500 MG" is "500mg". */
  static String normal(Span span) {
    return span == null ? null : span.value().replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
