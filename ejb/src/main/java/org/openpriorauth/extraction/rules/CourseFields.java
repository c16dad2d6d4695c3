package org.openpriorauth.extraction.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Labels.Label;

/** What labels say of a course of therapy, a service and an order as a whole. */
final class CourseFields {
  private static final Pattern DISCIPLINE =
      Pattern.compile(
          "(?i)\\b(?:(?:physical|occupational|speech) therapy|physiotherapy|hand therapy)\\b");
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?i)\\b(?:if|unless)\\s[^.]{3,80}\\b(?:order|obtain|mri|ct|refer|schedule|proceed|repeat|x-?ray|imaging|start)\\b"
              + "|\\b(?:order|obtain|mri|ct|referral|repeat|imaging|x-?ray)\\b[^.]{0,60}\\bif\\b[^.]{0,40}"
              + "\\b(?:no better|no improvement|not improv\\w+|fails?|persist\\w*|worse\\w*|not better)\\b");

  private static final Pattern STRENGTH =
      Pattern.compile(
          "(?i)(\\d{1,5}(?:\\.\\d{1,3})?\\s?(?:mg|mcg|g|units?)(?:/\\d{0,3}\\.?\\d{0,2}\\s?ml)?)\\s"
              + "(?:vial|tab|cap|pen|syringe|inj)");

  private final String type;
  private String drug;
  private final Draft draft;
  private final Map<String, Shapes.Value> course = new HashMap<>();

  CourseFields(String type, Draft draft) {
    this.type = type;
    this.draft = draft;
  }

  void read(Leaf leaf) {
    Pairs pairs = leaf.pairs();
    leaf.labels().forEach(row -> row.forEach(l -> label(leaf, l, pairs)));
    conditional(leaf);
  }

  private void label(Leaf leaf, Label label, Pairs pairs) {
    for (Span place : pairs.places(label)) {
      if (label.party().equals("therapy")) {
        Shapes.Value value = Shapes.take(label.kind(), place);
        if (value != null) {
          course.putIfAbsent(label.kind(), value);
          return;
        }
      } else if (label.party().equals("service") && service(label, place)) {
        return;
      } else if (label.party().equals("drug") && drug(label, place)) {
        return;
      } else if (label.party().equals("measure") && measure(leaf, label, place)) {
        return;
      }
    }
  }

  private boolean service(Label label, Span place) {
    String kind = label.kind();
    String group = ServiceFields.groupBeside(place, draft);
    if (kind.equals("code") || draft.has("service." + kind, group)) {
      return true;
    }
    Shapes.Value value =
        switch (kind) {
          case "date" -> Shapes.take("date", place);
          case "units" -> number(place);
          case "laterality" -> side(place);
          default -> description(label, place);
        };
    if (value != null) {
      draft.add(
          "service." + kind, group, value.span(), value.normalized(), label.sure() ? 0.85 : 0.75);
      if (kind.equals("description")) {
        CodeFields.laterality(value.span(), group, draft, "present");
      }
    }
    return value != null;
  }

  /** A form for one medicine: each row a label and its value. */
  private boolean drug(Label label, Span place) {
    String kind = label.kind();
    if (kind.equals("name")) {
      List<Medicines.Mention> known = Medicines.in(place);
      Span name = known.isEmpty() ? null : known.get(0).span();
      if (name != null) {
        drug = draft.group("drug", "labelled " + known.get(0).key());
        draft.add("drug.name", drug, name, known.get(0).key(), 0.9);
        Matcher vial = STRENGTH.matcher(place.text());
        if (vial.find()) {
          draft.add("drug.strength", drug, place.part(vial.start(1), vial.end(1)), null, 0.8);
        }
      }
      return name != null;
    }
    Span value =
        switch (kind) {
          case "dose", "strength" -> Dosing.dose(place);
          case "route" -> Dosing.route(place);
          case "frequency" -> isFrequency(place) ? place.trimmed("") : null;
          case "quantity", "days" -> {
            Shapes.Value number = number(place);
            yield number == null ? null : number.span();
          }
          default -> place.end() - place.start() <= 80 ? place.trimmed("") : null;
        };
    if (drug != null && value != null && !draft.has("drug." + kind, drug)) {
      draft.add("drug." + kind, drug, value, null, 0.85);
    }
    return true;
  }

  private static boolean isFrequency(Span place) {
    return place.end() - place.start() <= 80
        && (Dosing.frequency(place) != null
            || place.text().matches("(?is).*\\b(?:day|week|once)s?\\b.*"));
  }

  private boolean measure(Leaf leaf, Label label, Span place) {
    Measures.Value value = Measures.at(place, false);
    if (value == null) {
      return false;
    }
    Span name = leaf.sheet().span(label.start(), label.end()).trimmed(":");
    String group =
        draft.group("finding", Names.key(name.value()) + " " + value.value().value() + " present");
    draft.add("finding.name", group, name, null, 0.85);
    draft.add("finding.value", group, value.value(), FindingFields.plain(value.number()), 0.85);
    draft.add("finding.unit", group, value.unit(), null, 0.85);
    for (Dates.Found date : Dates.in(place.text())) {
      draft.add("finding.date", group, place.part(date.start(), date.end()), date.iso(), 0.8);
    }
    return true;
  }

  private static Shapes.Value description(Label label, Span place) {
    boolean titled = place.end() - place.start() <= 110 && !place.text().contains(". ");
    // What has a code was found with it.
    boolean coded = CodeFields.inColumn(place, "code") != null;
    boolean named = label.sure() || ServiceSigns.isProcedure(place.value());
    return named && titled && !coded ? Shapes.take("text", place) : null;
  }

  private static Shapes.Value number(Span place) {
    Matcher m = Pattern.compile("^\\s?(\\d{1,4})\\b").matcher(place.text());
    return m.find() ? new Shapes.Value(place.part(m.start(1), m.end(1)), m.group(1)) : null;
  }

  private static Shapes.Value side(Span place) {
    Matcher m =
        Pattern.compile("(?i)^\\W{0,3}(right|left|bilateral|rt|lt)\\b").matcher(place.text());
    if (!m.find()) {
      return null;
    }
    String word = m.group(1).toLowerCase(java.util.Locale.ROOT);
    String side = word.startsWith("r") ? "right" : word.startsWith("l") ? "left" : word;
    return new Shapes.Value(place.part(m.start(1), m.end(1)), side);
  }

  /** Without the number or the mark of its list. */
  private static Span entry(Span sentence) {
    Matcher m = Pattern.compile("^\\W{0,3}\\d{1,2}[.)]\\s").matcher(sentence.text());
    Span own = m.find() ? sentence.part(m.end(), sentence.end() - sentence.start()) : sentence;
    return own.trimmed("-\u2022*");
  }

  private void conditional(Leaf leaf) {
    for (Span sentence : leaf.sentences()) {
      String section = leaf.section(sentence);
      boolean part =
          section.equals("plan") || section.equals("orders") || section.equals("assessment");
      Matcher m = CONDITION.matcher(sentence.text());
      if (part && m.find() && !draft.has("order.conditional")) {
        draft.add(
            "order.conditional", "order", entry(sentence), null, "hypothetical", List.of(), 0.6);
      }
    }
  }

  /** A therapist's own note: the course is the document's, its name is in the title. */
  void finish(List<Leaf> leaves) {
    if (leaves.isEmpty() || !"therapy_note".equals(type) || !course.containsKey("end")) {
      return;
    }
    Sheet first = leaves.get(0).sheet();
    Matcher m = DISCIPLINE.matcher(first.text());
    if (!m.find()) {
      return;
    }
    Span name = first.span(m.start(), m.end());
    String key = name.value().toLowerCase(java.util.Locale.ROOT) + " present";
    String group = draft.group("therapy", key);
    draft.add("therapy.name", group, name, name.value().toLowerCase(java.util.Locale.ROOT), 0.85);
    course.forEach(
        (kind, value) -> {
          String word = value.normalized();
          if (kind.equals("outcome")) {
            Outcomes.Found found = Outcomes.in(value.span().text());
            word = found == null ? "unknown" : found.word();
          }
          draft.add("therapy." + kind, group, value.span(), word, 0.9);
        });
  }
}
