package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Labels.Label;

/** Diagnoses and services that are named where such stand, without a code. */
final class Named {
  private static final Pattern CODED =
      Pattern.compile("(?<!\\w)(?:[A-Z]\\d[0-9AB]\\.[0-9A-Z]{1,4}|[A-Z]\\d{4}|\\d{5})(?!\\w)");
  private static final Pattern PREDICATE =
      Pattern.compile(
          "(?i)\\s(?:was|were|is|are|has been)\\s(?:also )?(?:found|seen|noted|confirmed|present|identified|diagnosed)\\b.*$");
  private static final Pattern TALK =
      Pattern.compile(
          "(?i)\\b(?:continues?|starts?|begin|stop|add|increase|decrease|refer|order|obtain|schedule|will|would|should|may|can|if"
              + "|discuss\\w*|recommend\\w*|follow|return|call|avoid|plan|check|repeat|consider|is|are|was|were|has|had|have|he|she"
              + "|we|i|you|they|see|same|none|no|not|today|visit|old|days|care|daily|weekly|precautions?|prevention|management|control|education|improv\\w*|worse\\w*|stable|score|pending|center|clinic|hospital|department|institute|associates|likely|possible|probable|suspected|versus|vs|rule)\\b|\\?|\\d/\\d");

  /** One of several specimens: what it shows is a finding. */
  private static final Pattern SPECIMEN =
      Pattern.compile(
          "(?i)^[A-H][.):]\\s[^:]{0,80}\\b(?:biops\\w+|polyp\\w*|excision|resection|curettage|core)\\b");

  private static final Pattern BETWEEN = Pattern.compile(";|(?<=\\s|^)\\(?\\d{1,2}\\)\\s");

  /** How it is at present, behind its name. */
  private static final Pattern STATE =
      Pattern.compile(
          "(?i)(?:\\s[-\u2013]|,)\\s?(?:stable|improv\\w+|worsening|(?:well|poorly|un)?[- ]?controlled|at goal)\\b.*");

  private static final Pattern GRADE = Pattern.compile("(?i),\\s(?:\\w+\\s)?grade\\b");
  private static final Pattern SEEN_FOR =
      Pattern.compile(
          "(?i)\\b(?:(?:you were|was|is|were) (?:seen|evaluated|treated|admitted) (?:for|with)|diagnosed with|diagnosis of)\\s(?:an?\\s)?"
              + "([^.;,()]{4,80})(?=[.;,(]|$)");
  private static final Pattern ENDS =
      Pattern.compile(
          "(?i)[;(]|\\.(?:\\s|$)|,?\\s(?:on|by|before|within|at|in)\\s(?=\\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|this)\\w{0,6}\\b)|,\\s(?:urgent|stat|routine|expedited)\\b");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\brequest(?:ed)? (?:for|coverage of|approval of)\\s(?:an?\\s|the\\s)?([^.;(]{4,80}?)(?=\\s(?:was|is|has been|were)\\b|[.;,(])");
  private static final int LONGEST = 90;

  /** In rows: how far above a row its heading is looked for. */
  private static final int FURTHEST = 60;

  private Named() {}

  static void read(Leaf leaf, Draft draft) {
    for (Span sentence : leaf.sentences()) {
      String section = leaf.section(sentence);
      if (leaf.addressed().contains(leaf.sheet().rowAt(sentence.start()))
          || CODED.matcher(sentence.text()).find()) {
        continue;
      }
      boolean list = section.equals("assessment") || section.equals("orders");
      if (!list || !isOpen(leaf, sentence)) {
        section = "";
      }
      if (section.equals("assessment")) {
        parts(sentence).forEach(part -> diagnosis(leaf, part, draft));
      } else if (section.equals("orders")) {
        service(leaf, sentence, draft);
      }
      seenFor(leaf, sentence, draft);
      asked(leaf, sentence, draft);
    }
  }

  /** A part ends where a form goes on with other labels; columns side by side are no list. */
  private static boolean isOpen(Leaf leaf, Span sentence) {
    int row = leaf.sheet().rowAt(sentence.start());
    String section = leaf.section(sentence);
    if (leaf.sheet().rows().get(row).cells().size() > 1) {
      return false;
    }
    for (int r = row; r > row - FURTHEST && r >= 0 && leaf.sections().at(r).equals(section); r--) {
      Row above = leaf.sheet().rows().get(r);
      if (Sections.headed(leaf.sheet().span(above.start(), above.end()).text()) != null) {
        return true;
      }
      boolean other =
          leaf.labels().get(r).stream()
              .anyMatch(l -> !l.party().equals("diagnosis") && !l.party().equals("service"));
      if (other) {
        return false;
      }
    }
    return true;
  }

  /** Several of one line: "COPD; gout", "1) COPD 2) gout". */
  private static List<Span> parts(Span line) {
    List<Span> parts = new ArrayList<>();
    Matcher between = BETWEEN.matcher(line.text());
    int from = 0;
    while (between.find()) {
      parts.add(line.part(from, between.start()));
      from = between.end();
    }
    parts.add(line.part(from, line.end() - line.start()));
    return parts.stream().filter(p -> !p.isEmpty()).toList();
  }

  private static void diagnosis(Leaf leaf, Span sentence, Draft draft) {
    String line = sentence.text().replaceAll("\\s", " ");
    if (SPECIMEN.matcher(line).find()) {
      return;
    }
    Clause clause = Clause.of(leaf, sentence);
    Matcher told = PREDICATE.matcher(line);
    Span head = told.find() ? sentence.part(0, told.start()) : sentence;
    Matcher state = STATE.matcher(head.text());
    head = state.find() ? head.part(0, state.start()) : head;
    Matcher grade = GRADE.matcher(head.text());
    head = grade.find() ? head.part(0, grade.start()) : head;
    boolean heading = Sections.headed(head.text()) != null && head.text().indexOf(':') < 0;
    Span words = heading ? null : Descriptions.plain(head, false);
    if (words == null || words.end() - words.start() > LONGEST) {
      return;
    }
    String name = words.value();
    boolean plain =
        !TALK.matcher(name).find()
            && Medicines.in(sentence).isEmpty()
            && Dosing.dose(sentence) == null
            && DiagnosisWords.isDisease(name)
            && !ServiceSigns.isProcedure(name)
            && name.indexOf('.') < 0
            && name.split(" ").length <= 12;
    if (plain && !Boxes.isEmptyBefore(clause, words)) {
      put(draft, words, clause.assertion(words, words));
    }
  }

  /** What a label calls a diagnosis needs no word of one. */
  static void labelled(Leaf leaf, Draft draft) {
    Pairs pairs = leaf.pairs();
    for (List<Label> row : leaf.labels()) {
      for (Label label : row) {
        if (label.key().equals("diagnosis.description") && label.sure()) {
          pairs.places(label).stream()
              .limit(1)
              .flatMap(p -> parts(p).stream())
              .forEach(p -> labelled(leaf, p, draft));
        }
      }
    }
  }

  private static void labelled(Leaf leaf, Span place, Draft draft) {
    Span first = leaf.sentence(place);
    Span own =
        leaf.sheet()
            .span(place.start(), Math.min(place.end(), Math.max(first.end(), place.start())));
    Span words = CODED.matcher(own.text()).find() ? null : Descriptions.plain(own, false);
    if (words == null
        || words.end() - words.start() > LONGEST
        || TALK.matcher(words.value()).find()) {
      return;
    }
    boolean known =
        draft.all("diagnosis.description").stream().anyMatch(i -> i.span().overlaps(own));
    if (!known && words.value().split(" ").length <= 14) {
      put(draft, words, Clause.of(leaf, words).assertion(words, words));
    }
  }

  private static void put(Draft draft, Span words, String assertion) {
    String group = draft.group("diagnosis", "named " + Names.key(words.value()));
    draft.add("diagnosis.description", group, words, null, assertion, List.of(), 0.7);
  }

  private static void seenFor(Leaf leaf, Span sentence, Draft draft) {
    Matcher m = SEEN_FOR.matcher(sentence.text().replaceAll("\\s", " "));
    if (m.find() && !leaf.section(sentence).equals("assessment")) {
      Span words = sentence.part(m.start(1), m.end(1)).trimmed("");
      String told = Assertions.of(sentence, words, leaf.section(sentence));
      boolean disease =
          DiagnosisWords.isDisease(words.value())
              && !DiagnosisWords.isComplaint(words.value())
              && !TALK.matcher(words.value()).find();
      if (disease && words.value().split(" ").length <= 9) {
        put(draft, words, told);
      }
    }
  }

  /** An entry of a list of orders. */
  private static void service(Leaf leaf, Span sentence, Draft draft) {
    Matcher end = ENDS.matcher(sentence.text());
    Span head = end.find() ? sentence.part(0, end.start()) : sentence;
    Span words = Descriptions.plain(head, true);
    if (words == null || words.end() - words.start() > LONGEST) {
      return;
    }
    String name = words.value();
    boolean plain =
        ServiceSigns.isProcedure(name)
            && Medicines.in(words).isEmpty()
            && !TALK.matcher(name).find()
            && Character.isUpperCase(name.charAt(0));
    Clause clause = Clause.of(leaf, sentence);
    if (!plain || Boxes.isEmptyBefore(clause, words)) {
      return;
    }
    String told = clause.assertion(words, words);
    String assertion = told.equals("planned") ? "present" : told;
    String group = draft.group("service", "named " + Names.key(name));
    draft.add("service.description", group, words, null, assertion, List.of(), 0.7);
    for (Dates.Found date : Dates.in(sentence.text())) {
      if (date.hasDay() && !draft.has("service.date", group)) {
        Span place = sentence.part(date.start(), date.end());
        draft.add("service.date", group, place, date.iso(), assertion, List.of(), 0.7);
      }
    }
  }

  /** What a letter says that somebody asked for. */
  private static void asked(Leaf leaf, Span sentence, Draft draft) {
    Matcher m = ASKED.matcher(sentence.text().replaceAll("\\s", " "));
    if (!m.find()) {
      return;
    }
    Span words = sentence.part(m.start(1), m.end(1)).trimmed("");
    String told = Assertions.of(sentence, words, leaf.section(sentence));
    boolean ours = told.equals("present") || told.equals("planned");
    if (ours && ServiceSigns.isProcedure(words.value()) && Medicines.in(words).isEmpty()) {
      String group = draft.group("service", "named " + Names.key(words.value()));
      draft.add("service.description", group, words, null, 0.7);
    }
  }

  /** The day of an examination or an operation, where its report calls it so. */
  static void dates(Leaf leaf, Draft draft) {
    boolean report =
        leaf.labels().stream()
            .flatMap(List::stream)
            .anyMatch(l -> l.key().equals("service.description"));
    Pairs pairs = leaf.pairs();
    for (List<Label> row : leaf.labels()) {
      for (Label label : row) {
        String text = leaf.sheet().span(label.start(), label.end()).value();
        boolean exam =
            text.matches(
                "(?i)(?:exam|study|scan|service|imaging|procedure) date\\W{0,2}|date of (?:exam|study|service|procedure)\\W{0,2}");
        if (report && exam && !draft.has("service.date")) {
          date(pairs.places(label), draft);
        }
      }
    }
  }

  private static void date(List<Span> places, Draft draft) {
    for (Span place : places) {
      Shapes.Value value = Shapes.take("date", place);
      String group = ServiceFields.groupBeside(place, draft);
      if (value != null && !draft.has("service.date", group)) {
        draft.add("service.date", group, value.span(), value.normalized(), 0.8);
      }
    }
  }
}
