package org.openpriorauth.wire.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** A form as the resource: yes or no for each question, and words below it as its help (SDC). */
final class QuestionnaireWriter {
  private final QuestionnaireForm form;

  QuestionnaireWriter(QuestionnaireForm form) {
    this.form = form;
  }

  Questionnaire resource() {
    Questionnaire to = new Questionnaire();
    to.setUrl(form.url()).setVersion(form.version()).setName(form.name()).setTitle(form.title());
    to.setDescription(form.description());
    to.setStatus(form.retired() ? PublicationStatus.RETIRED : PublicationStatus.ACTIVE);
    to.addSubjectType("Patient");
    if (form.from() != null) {
      Period period = new Period().setStartElement(new DateTimeType(form.from().toString()));
      if (form.to() != null) {
        period.setEndElement(new DateTimeType(form.to().toString()));
      }
      to.setEffectivePeriod(period);
    }
    if (form.own() != null) {
      to.addExtension(Elements.text(Sdc.PACK, form.own()));
    }
    to.setItem(items(form.items(), false));
    return to;
  }

  private static List<QuestionnaireItemComponent> items(
      List<QuestionnaireForm.Item> from, boolean help) {
    return from.stream().map(item -> item(item, help)).toList();
  }

  private static QuestionnaireItemComponent item(QuestionnaireForm.Item from, boolean help) {
    QuestionnaireItemComponent to = new QuestionnaireItemComponent();
    to.setLinkId(from.linkId()).setText(from.text());
    to.setType(
        switch (from.kind()) {
          case GROUP -> QuestionnaireItemType.GROUP;
          case QUESTION -> QuestionnaireItemType.BOOLEAN;
          case DISPLAY -> QuestionnaireItemType.DISPLAY;
        });
    if (from.own() != null) {
      to.addExtension(Elements.text(Sdc.CRITERION, from.own()));
    }
    if (help && from.kind() == QuestionnaireForm.Kind.DISPLAY) {
      to.addExtension(Elements.coded(Sdc.ITEM_CONTROL, Sdc.ITEM_CONTROLS, Sdc.HELP));
    }
    to.setItem(items(from.items(), from.kind() == QuestionnaireForm.Kind.QUESTION));
    return to;
  }
}
