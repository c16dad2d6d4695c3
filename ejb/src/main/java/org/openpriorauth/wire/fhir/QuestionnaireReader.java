package org.openpriorauth.wire.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.openpriorauth.wire.fhir.QuestionnaireForm.Kind;
import org.openpriorauth.wire.fhir.Questionnaires.Reading;
import org.openpriorauth.wire.fhir.Questionnaires.Wrong;

/** Somebody's Questionnaire, which may be anything, within bounds. */
final class QuestionnaireReader {
  private static final int MOST_QUESTIONS = 200;
  private static final int MOST_ITEMS = 1_000;
  private static final int DEEPEST = 8;
  private static final int LONGEST_NAME = 500;

  /**
   * Control characters, and those that turn or hide what follows them: a person could not see what
   * she agrees to.
   */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]|[\\u200B\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  private final Questionnaire from;
  private final QuestionnaireNotes notes = new QuestionnaireNotes();
  private final List<Wrong> wrong = new ArrayList<>();
  private final Set<String> linkIds = new HashSet<>();
  private int items;
  private int questions;

  QuestionnaireReader(Questionnaire from, Unread unread, List<Resource> beside) {
    this.from = from;
    notes.whole(from, unread, beside);
  }

  Reading reading() {
    words(from.getUrl(), "/url", LONGEST_NAME);
    words(from.getVersion(), "/version", LONGEST_NAME);
    words(from.getName(), "/name", LONGEST_NAME);
    words(from.getTitle(), "/title", LONGEST_NAME);
    List<QuestionnaireForm.Item> read = items(from.getItem(), "", 1);
    if (items > MOST_ITEMS || questions > MOST_QUESTIONS) {
      String detail = "At most %d questions, and %d items in all.";
      return refused(new Wrong("/item", "too_many", detail.formatted(MOST_QUESTIONS, MOST_ITEMS)));
    }
    if (questions == 0) {
      fault("/item", "no_questions", "There is no question in it.");
    }
    return wrong.isEmpty() ? new Reading(form(read), List.of()) : new Reading(null, wrong);
  }

  private static Reading refused(Wrong why) {
    return new Reading(null, List.of(why));
  }

  private QuestionnaireForm form(List<QuestionnaireForm.Item> read) {
    LocalDate start = day(true);
    LocalDate end = day(false);
    return new QuestionnaireForm(
        Texts.orNull(from.getUrl()),
        Texts.orNull(from.getVersion()),
        Texts.orNull(from.getName()),
        Texts.orNull(from.getTitle()),
        null,
        from.getStatus() == PublicationStatus.RETIRED,
        start,
        end,
        own(from.getExtension(), Sdc.PACK),
        read,
        notes.all());
  }

  private LocalDate day(boolean start) {
    return !from.hasEffectivePeriod()
        ? null
        : Texts.date(
            start
                ? from.getEffectivePeriod().getStartElement()
                : from.getEffectivePeriod().getEndElement());
  }

  private List<QuestionnaireForm.Item> items(
      List<QuestionnaireItemComponent> given, String place, int depth) {
    List<QuestionnaireForm.Item> read = new ArrayList<>();
    for (int i = 0; i < given.size() && items <= MOST_ITEMS; i++) {
      items++;
      read.add(item(given.get(i), place + "/item/" + i, depth));
    }
    return read;
  }

  private QuestionnaireForm.Item item(QuestionnaireItemComponent given, String place, int depth) {
    Kind kind = kind(given.getType());
    String linkId = Texts.of(given.getLinkId());
    String text = Texts.of(given.getText());
    questions += kind == Kind.QUESTION ? 1 : 0;
    if (kind == null) {
      fault(place, "type", "The item has no type that FHIR R4 knows.");
    }
    if (linkId.isEmpty()) {
      fault(place, "link_id_missing", "The item has no linkId.");
    } else if (!linkIds.add(linkId)) {
      fault(place, "link_id_twice", "Two items have this linkId.");
    }
    words(given.getLinkId(), place, LONGEST_NAME);
    words(given.getText(), place, Texts.LONGEST);
    if (kind == Kind.QUESTION && text.isEmpty()) {
      fault(place, "text_missing", "The question has no text.");
    }
    if (depth > DEEPEST && kind != Kind.DISPLAY) {
      fault(place, "too_deep", "Groups and questions may be nested eight deep.");
      return null;
    }
    notes.item(given, linkId);
    return new QuestionnaireForm.Item(
        linkId,
        kind,
        text,
        given.getType() == null ? "" : given.getType().toCode(),
        own(given.getExtension(), Sdc.CRITERION),
        options(given),
        items(given.getItem(), place, depth + 1));
  }

  private static Kind kind(QuestionnaireItemType type) {
    if (type == null || type == QuestionnaireItemType.NULL) {
      return null;
    }
    return switch (type) {
      case GROUP -> Kind.GROUP;
      case DISPLAY -> Kind.DISPLAY;
      default -> Kind.QUESTION;
    };
  }

  private static String own(List<Extension> extensions, String url) {
    return extensions.stream()
        .filter(e -> url.equals(e.getUrl()) && e.getValue() != null)
        .map(e -> e.getValue().primitiveValue())
        .findFirst()
        .orElse(null);
  }

  private static List<QuestionnaireForm.Option> options(QuestionnaireItemComponent given) {
    return Texts.each(given.getAnswerOption())
        .map(QuestionnaireItemAnswerOptionComponent::getValue)
        .map(QuestionnaireReader::option)
        .toList();
  }

  private static QuestionnaireForm.Option option(Type value) {
    if (value instanceof Coding coding) {
      String code = seen(coding.getCode());
      String display = seen(coding.getDisplay());
      return new QuestionnaireForm.Option(
          Texts.orNull(coding.getSystem()), code, display.isEmpty() ? code : display);
    }
    return new QuestionnaireForm.Option(null, null, seen(Texts.of(value)));
  }

  private static String seen(String words) {
    return UNSEEN.matcher(Texts.of(words)).replaceAll(" ");
  }

  private void words(String text, String place, int longest) {
    if (text == null) {
      return;
    }
    if (text.length() > longest) {
      fault(place, "too_long", "A text may have %d characters.".formatted(longest));
    } else if (UNSEEN.matcher(text).find()) {
      fault(place, "unseen", "A text has characters that nobody can see.");
    }
  }

  private void fault(String pointer, String code, String detail) {
    wrong.add(new Wrong(pointer, code, detail));
  }
}
