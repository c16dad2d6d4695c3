package org.openpriorauth.wire.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.openpriorauth.wire.fhir.QuestionnaireForm.Note;

/** What a Questionnaire says that our form has no place for: listed, so that a person knows. */
final class QuestionnaireNotes {
  private static final int LONGEST_NAME = 80;

  /** What is read, and what only describes the file. */
  private static final Set<String> READ =
      Set.of(
          "id",
          "meta",
          "language",
          "text",
          "contained",
          "extension",
          "url",
          "identifier",
          "version",
          "name",
          "title",
          "status",
          "subjectType",
          "date",
          "publisher",
          "contact",
          "description",
          "effectivePeriod",
          "item");

  private static final Set<String> READ_OF_ITEM =
      Set.of(
          "id",
          "extension",
          "linkId",
          "text",
          "type",
          "enableWhen",
          "enableBehavior",
          "required",
          "answerOption",
          "item");

  private final List<Note> notes = new ArrayList<>();

  List<Note> all() {
    return List.copyOf(notes);
  }

  void whole(Questionnaire from, Unread unread, List<Resource> beside) {
    if (from.getStatus() != PublicationStatus.ACTIVE) {
      String status = from.getStatus() == null ? "missing" : from.getStatus().toCode();
      note(null, "status", "Its status is %s and not active.".formatted(status));
    }
    if (from.hasEffectivePeriod()
        && from.getEffectivePeriod().hasStart()
        && Texts.date(from.getEffectivePeriod().getStartElement()) == null) {
      note(null, "period", "Its first day is not a full date.");
    }
    extensions(from.getExtension().stream(), null);
    left(from, READ, null);
    Map<String, Long> others =
        Stream.concat(beside.stream(), from.getContained().stream())
            .collect(
                Collectors.groupingBy(Resource::fhirType, TreeMap::new, Collectors.counting()));
    if (!others.isEmpty()) {
      note(
          null,
          "package",
          "With it came %s: not looked at, and logic in it is not run."
              .formatted(
                  others.entrySet().stream()
                      .map(e -> e.getKey() + " (" + e.getValue() + ")")
                      .collect(Collectors.joining(", "))));
    }
    if (!unread.names().isEmpty()) {
      String names =
          unread.names().stream().map(QuestionnaireNotes::plain).collect(Collectors.joining(", "));
      note(null, "unknown", "FHIR R4 has no such element, or not so: %s.".formatted(names));
    }
  }

  void item(QuestionnaireItemComponent item, String linkId) {
    boolean ours = item.hasExtension(Sdc.CRITERION);
    boolean question =
        item.getType() != QuestionnaireItemType.GROUP
            && item.getType() != QuestionnaireItemType.DISPLAY;
    if (item.getRequired()) {
      note(linkId, "required", "The payer's form cannot be sent without an answer to it.");
    } else if (question && !ours) {
      note(linkId, "optional", "The payer's form can be sent without an answer to it.");
    }
    if (item.hasEnableWhen()) {
      String how = item.getEnableBehavior() == EnableWhenBehavior.ANY ? " or " : " and ";
      String when =
          Texts.each(item.getEnableWhen())
              .map(QuestionnaireNotes::when)
              .collect(Collectors.joining(how));
      note(
          linkId,
          "enable_when",
          "The payer asks it only where %s; here it always counts.".formatted(when));
    }
    extensions(
        Stream.concat(item.getExtension().stream(), item.getTextElement().getExtension().stream()),
        linkId);
    left(item, READ_OF_ITEM, linkId);
  }

  private static String when(QuestionnaireItemEnableWhenComponent when) {
    String operator = when.getOperator() == null ? "?" : when.getOperator().toCode();
    return "“%s” %s %s".formatted(plain(when.getQuestion()), operator, answer(when.getAnswer()));
  }

  private static String answer(Type answer) {
    if (answer instanceof Coding coding) {
      return plain(coding.hasDisplay() ? coding.getDisplay() : coding.getCode());
    }
    if (answer instanceof Quantity quantity) {
      return plain(quantity.getValueElement().asStringValue() + " " + Texts.of(quantity.getUnit()));
    }
    return plain(Texts.of(answer));
  }

  private void extensions(Stream<Extension> extensions, String linkId) {
    List<String> others = new ArrayList<>();
    extensions
        .filter(e -> !Set.of(Sdc.PACK, Sdc.CRITERION).contains(Texts.of(e.getUrl())))
        .filter(e -> !help(e))
        .forEach(
            e -> {
              if (e.getValue() instanceof Expression expression) {
                String language = plain(expression.getLanguage());
                note(
                    linkId,
                    "expression",
                    "%s in %s is not run here.".formatted(name(e.getUrl()), language));
              } else {
                others.add(name(e.getUrl()));
              }
            });
    if (!others.isEmpty()) {
      String names = others.stream().distinct().collect(Collectors.joining(", "));
      note(linkId, "extension", "Extensions that are not looked at: %s.".formatted(names));
    }
  }

  private static boolean help(Extension extension) {
    return Sdc.ITEM_CONTROL.equals(extension.getUrl())
        && extension.getValue() instanceof org.hl7.fhir.r4.model.CodeableConcept concept
        && Sdc.HELP.equals(Texts.coding(concept).getCode());
  }

  private void left(Base from, Set<String> read, String linkId) {
    String names =
        from.children().stream()
            .filter(property -> !read.contains(property.getName()))
            .filter(Property::hasValues)
            .map(Property::getName)
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      note(linkId, "left_out", "Not taken over: %s.".formatted(names));
    }
  }

  private static String name(String url) {
    String all = Texts.of(url);
    return plain(all.substring(all.lastIndexOf('/') + 1));
  }

  /** Somebody's words within ours: one line, of bounded length. */
  private static String plain(String words) {
    String line = Texts.of(words).replaceAll("[\\p{C}\\s]+", " ");
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
  }

  private void note(String linkId, String code, String detail) {
    notes.add(new Note(linkId, code, detail));
  }
}
