package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a report says of a part of the body or a study in words: "Labrum: anterior tear." */
final class Statements {
  private static final Pattern OF_A_PART =
      Pattern.compile(
          "(?s)^\\s?(?:\\d{1,2}[.)]\\s|[\u2022*-]\\s)?(?<n>\\p{Lu}[\\p{L}\\d/-]{1,20}(?:[\\s-][\\p{L}\\d/()-]{1,20}){0,4}):\\s"
              + "(?<v>[^:]{3,160}?)\\.?\\s?$");
  private static final Pattern OF_A_STUDY =
      Pattern.compile(
          "(?is)\\b(?<n>(?:MRI|MRA|CT|CTA|X-?rays?|radiographs?|ultrasound|mammogram|echo(?:cardiogram)?|EMG(?:/NCS)?|EEG|EKG|ECG|PET(?:[ /-]CT)?"
              + "|DEXA|DXA|colonoscopy|endoscopy|EGD|angiogram|venogram|myelogram|bone scan)(?:\\s(?!of\\b|on\\b|from\\b|dated\\b|in\\b|was\\b"
              + "|is\\b|show|demonstr|reveal|with|normal|and\\b|report|at\\b)[\\p{L}-]{2,16}){0,3})(?<m>[^.:;]{0,50}?)(?::\\s|\\s(?:showed|shows|showing|demonstrated|demonstrates"
              + "|revealed|reveals)\\s(?:an?\\s)?|\\s(?:(?:was|is|were)\\s)?(?=(?:normal|negative|positive|unremarkable|abnormal|BI-?RADS|consistent with)\\b))(?<v>[^.:;]{4,110}?)(?=[.;]|$)");

  /** Headings within a report that are no part of the body. */
  private static final Pattern NO_PART =
      Pattern.compile(
          "(?i).*\\b(?:note|comment|technique|comparison|indication|history|impression|findings?|conclusion|recommend\\w{0,8}|addendum"
              + "|exam|examination|procedure|contrast|dose|date|time|page|signed|dictated|by|provider|physician|patient|name|mrn|dob"
              + "|phone|fax|accession|diagnosis|diagnoses|plan|follow|specimen|clinical|reason|study|report|status|code|cpt|icd|insurance|member"
              + "|organization|criteria|guidelines?|limitations?|quality|method|electronically)\\b.*");

  private static final Set<String> REPORTS = Set.of("impression", "findingstext");

  /** Parts in which a study that was done is told. */
  private static final Set<String> TOLD =
      Set.of("history", "findings", "assessment", "impression", "findingstext", "past", "");

  private Statements() {}

  static void read(Leaf leaf, Draft draft) {
    List<Span> concluded = new ArrayList<>();
    List<Span> described = new ArrayList<>();
    for (Span sentence : leaf.sentences()) {
      String section = leaf.section(sentence);
      if (REPORTS.contains(section)) {
        (section.equals("impression") ? concluded : described).add(sentence);
      }
      if (TOLD.contains(section)) {
        study(leaf, sentence, draft);
      }
    }
    // What is concluded repeats what was described.
    if (concluded.stream().filter(s -> part(leaf, s, draft)).count() == 0) {
      described.forEach(s -> part(leaf, s, draft));
    }
  }

  private static boolean part(Leaf leaf, Span sentence, Draft draft) {
    Matcher m = OF_A_PART.matcher(sentence.text());
    if (!m.find() || NO_PART.matcher(m.group("n")).matches()) {
      return false;
    }
    Span value = sentence.part(m.start("v"), m.end("v")).trimmed(".,");
    return put(leaf, sentence, sentence.part(m.start("n"), m.end("n")), value, draft);
  }

  private static void study(Leaf leaf, Span sentence, Draft draft) {
    Matcher m = OF_A_STUDY.matcher(sentence.text());
    if (!m.find()) {
      return;
    }
    Span value = sentence.part(m.start("v"), m.end("v")).trimmed(",");
    Span name = sentence.part(m.start("n"), m.end("n"));
    String assertion = leaf.assertion(name);
    if (assertion.equals("present") || assertion.equals("historical")) {
      put(leaf, sentence, name, value, draft);
      date(sentence.part(m.start("m"), m.end("m")), name, value, draft);
    }
  }

  private static void date(Span middle, Span name, Span value, Draft draft) {
    for (Dates.Found date : Dates.in(middle.text())) {
      Span span = middle.part(date.start(), date.end());
      String group = draft.group("finding", key(name, value));
      draft.add("finding.date", group, span, date.iso(), 0.7);
    }
  }

  private static String key(Span name, Span value) {
    return Names.key(name.value()) + " " + value.value() + " present";
  }

  private static boolean put(Leaf leaf, Span sentence, Span name, Span value, Draft draft) {
    String section = leaf.section(sentence);
    boolean letters = value.text().chars().anyMatch(Character::isLetter);
    boolean measure = FindingFields.isMeasure(value);
    if (!letters
        || measure
        || leaf.addressed().contains(leaf.sheet().rowAt(value.start()))
        || isQuoted(section)) {
      return false;
    }
    String group = draft.group("finding", key(name, value));
    draft.add("finding.name", group, name, null, 0.7);
    draft.add("finding.value", group, value, null, 0.7);
    return true;
  }

  private static boolean isQuoted(String section) {
    return section.equals("policy") || section.equals("family");
  }
}
