package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Medicines in running text and lists: only those with a dose, or in a list of medicines. */
final class DrugFields {
  private static final Phrases KNOWN = Phrases.load("drugs.txt");
  private static final Set<String> LISTS = Set.of("medications", "stopped");

  /** In characters: how far behind its name a dose may stand. */
  private static final int REACH = 70;

  /** Endings that the naming bodies keep for medicines, with enough before them. */
  private static final Pattern STEM =
      Pattern.compile(
          "(?i)\\b[a-z]{3,12}(?:umab|ximab|zumab|tinib|ciclib|pril|sartan|statin|prazole|olol|oxacin"
              + "|cillin|mycin|gliptin|gliflozin|glutide|citinib|parib|triptan|cept|azepam|dipine|setron"
              + "|profen|conazole|vir)(?:-[a-z]{4})?\\b");

  private static final Pattern FORM =
      Pattern.compile(" (?:EC|DR|XR|ER|SR|CR|XL|LA|IR|ODT|HFA|HCl|HCL)(?!\\w)");

  private DrugFields() {}

  /** A medicine's name in a text. */
  record Mention(String key, Span span) {}

  static List<Mention> mentions(Span place) {
    List<Mention> mentions = new ArrayList<>();
    for (Phrases.Hit hit : KNOWN.in(place.sheet(), place.start(), place.end())) {
      Span span = withForm(place.sheet().span(hit.start(), hit.end()), place.end());
      mentions.add(new Mention(span.value().toLowerCase(Locale.ROOT), span));
    }
    Matcher stem = STEM.matcher(place.text());
    while (stem.find()) {
      Span span = place.part(stem.start(), stem.end());
      if (mentions.stream().noneMatch(m -> m.span.overlaps(span))) {
        mentions.add(new Mention(span.value().toLowerCase(Locale.ROOT), span));
      }
    }
    mentions.sort((a, b) -> a.span.start() - b.span.start());
    return mentions;
  }

  /** "Budesonide EC": how it is released is part of the name. */
  private static Span withForm(Span name, int limit) {
    Matcher form = FORM.matcher(name.sheet().text()).region(name.end(), limit);
    return form.lookingAt() ? name.sheet().span(name.start(), form.end()) : name;
  }

  static void read(Leaf leaf, Draft draft) {
    for (Span sentence : leaf.sentences()) {
      String section = leaf.section(sentence);
      if (section.equals("allergies")
          || sentence.value().toLowerCase(Locale.ROOT).startsWith("allerg")) {
        continue;
      }
      List<Mention> mentions = mentions(sentence);
      for (int i = 0; i < mentions.size(); i++) {
        Span name = mentions.get(i).span;
        int end = i + 1 < mentions.size() ? mentions.get(i + 1).span.start() : sentence.end();
        Span tail = name.sheet().span(name.end(), Math.min(end, name.end() + REACH));
        read(leaf, mentions.get(i), tail, LISTS.contains(section), draft);
      }
    }
  }

  private static void read(Leaf leaf, Mention drug, Span tail, boolean listed, Draft draft) {
    Span dose = Dosing.dose(tail);
    if (dose == null && !listed) {
      return;
    }
    String assertion = leaf.assertion(drug.span);
    if (assertion.equals("negated") && dose == null) {
      return;
    }
    String key = drug.key + (dose == null ? "" : " " + normal(dose)) + " " + assertion;
    boolean known = draft.knows("drug", key);
    String group = draft.group("drug", key);
    double strength = listed ? 0.9 : 0.8;
    put(draft, "drug.name", group, drug.span, drug.key, assertion, strength);
    if (!known) {
      put(draft, "drug.dose", group, dose, normal(dose), assertion, strength);
      put(draft, "drug.route", group, Dosing.route(tail), null, assertion, strength);
      put(draft, "drug.frequency", group, Dosing.frequency(tail), null, assertion, strength);
    }
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
