package org.openpriorauth.wire.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;

/** A payer's form (R4, also as DTR hands it over) to and from JSON. */
public final class Questionnaires {
  /** A package in a package in a package: nobody means more. */
  private static final int DEEPEST = 4;

  private Questionnaires() {}

  /**
   * What was read.
   *
   * @param form null where there are faults
   * @param faults all that keeps it from being read
   */
  public record Reading(QuestionnaireForm form, List<Wrong> faults) {}

  /**
   * @param pointer into the Questionnaire
   * @param code a word for programs
   */
  public record Wrong(String pointer, String code, String detail) {}

  public static String write(QuestionnaireForm form) {
    return FhirText.write(new QuestionnaireWriter(form).resource(), 16_384);
  }

  /** A Questionnaire, or a package (Parameters or Bundle) that holds exactly one; never throws. */
  public static Reading read(String json) {
    Unread unread = new Unread();
    Optional<Resource> resource = FhirText.read(json, unread);
    if (resource.isEmpty()) {
      return wrong("not_fhir", "This is not a resource of FHIR R4 in JSON.");
    }
    List<Resource> found = new ArrayList<>();
    collect(resource.get(), found, 1);
    List<Questionnaire> forms =
        found.stream()
            .filter(Questionnaire.class::isInstance)
            .map(Questionnaire.class::cast)
            .toList();
    if (forms.isEmpty()) {
      return wrong("no_questionnaire", "There is no Questionnaire in it.");
    }
    if (forms.size() > 1) {
      return wrong(
          "several", "It holds %d Questionnaires; give one at a time.".formatted(forms.size()));
    }
    found.remove(forms.get(0));
    try {
      return new QuestionnaireReader(forms.get(0), unread, found).reading();
    } catch (RuntimeException e) {
      return wrong("not_fhir", "The Questionnaire has a shape that cannot be read.");
    }
  }

  private static Reading wrong(String code, String detail) {
    return new Reading(null, List.of(new Wrong("", code, detail)));
  }

  /** Packages are opened, all else is found. */
  private static void collect(Resource resource, List<Resource> found, int depth) {
    if (depth > DEEPEST || resource == null) {
      return;
    }
    if (resource instanceof Bundle bundle) {
      Texts.each(bundle.getEntry())
          .forEach(entry -> collect(entry.getResource(), found, depth + 1));
    } else if (resource instanceof Parameters parameters) {
      collect(parameters.getParameter(), found, depth + 1);
    } else {
      found.add(resource);
    }
  }

  private static void collect(
      List<ParametersParameterComponent> parameters, List<Resource> found, int depth) {
    Texts.each(parameters)
        .forEach(
            parameter -> {
              collect(parameter.getResource(), found, depth);
              if (depth < DEEPEST) {
                collect(parameter.getPart(), found, depth + 1);
              }
            });
  }
}
