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

  private final String type;
  private final Draft draft;
  private final Map<String, Shapes.Value> course = new HashMap<>();

  private CourseFields(String type, Draft draft) {
    this.type = type;
    this.draft = draft;
  }

  static void read(List<Leaf> leaves, String type, Draft draft) {
    CourseFields fields = new CourseFields(type, draft);
    for (Leaf leaf : leaves) {
      Pairs pairs = new Pairs(leaf.sheet(), leaf.labels());
      leaf.labels().forEach(row -> row.forEach(l -> fields.label(leaf, l, pairs)));
      fields.conditional(leaf);
    }
    fields.therapy(leaves);
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
      }
    }
  }

  private boolean service(Label label, Span place) {
    String kind = label.kind();
    String group =
        draft.all("service.code").isEmpty()
            ? draft.group("service", "labelled")
            : draft.all("service.code").get(0).group();
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

  private static Shapes.Value description(Label label, Span place) {
    boolean titled = place.end() - place.start() <= 110 && !place.text().contains(". ");
    return label.sure() && titled ? Shapes.take("text", place) : null;
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

  private void conditional(Leaf leaf) {
    for (Span sentence : leaf.sentences()) {
      String section = leaf.section(sentence);
      boolean part =
          section.equals("plan") || section.equals("orders") || section.equals("assessment");
      Matcher m = CONDITION.matcher(sentence.text());
      if (part && m.find() && !draft.has("order.conditional")) {
        draft.add("order.conditional", "order", sentence, null, "hypothetical", List.of(), 0.6);
      }
    }
  }

  /** A therapist's own note: the course is the document's, its name is in the title. */
  private void therapy(List<Leaf> leaves) {
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
