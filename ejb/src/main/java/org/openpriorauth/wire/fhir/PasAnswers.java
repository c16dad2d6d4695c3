package org.openpriorauth.wire.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** A payer's answers, read leniently (conf-7, conf-8). Nothing that comes makes these throw. */
public final class PasAnswers {
  /**
   * The longest answer that is read, in characters. Who takes an answer from the network stops
   * there, before there is a text: here it would be too late.
   */
  public static final int LONGEST = 20 * 1024 * 1024;

  static final String TOO_LONG = "The payer's text is longer than 20 MB.";
  static final String NOT_FHIR = "The payer's text is not a FHIR R4 resource in JSON.";

  private PasAnswers() {}

  /** The answer to {@code Claim/$submit}: a Bundle of a ClaimResponse, or an OperationOutcome. */
  public static PasAnswer read(String json) {
    if (json.length() > LONGEST) {
      return new PasAnswer.Unreadable(TOO_LONG);
    }
    Optional<Resource> resource = FhirText.read(json);
    return resource.map(PasAnswers::one).orElseGet(() -> new PasAnswer.Unreadable(NOT_FHIR));
  }

  /**
   * The answer to {@code Claim/$inquire}, one for each match: Parameters of Bundles in PAS 2.2, one
   * Bundle before. No match is a normal answer (spec-50), and so is a warning beside matches, which
   * is left out.
   */
  public static List<PasAnswer> readInquiry(String json) {
    if (json.length() > LONGEST) {
      return List.of(new PasAnswer.Unreadable(TOO_LONG));
    }
    return FhirText.read(json)
        .map(PasAnswers::all)
        .orElseGet(() -> List.of(new PasAnswer.Unreadable(NOT_FHIR)));
  }

  static PasAnswer one(Resource resource) {
    try {
      List<PasAnswer> answers = answers(resource);
      return answers.isEmpty()
          ? new PasAnswer.Unreadable(
              "The payer sent a " + resource.fhirType() + " without a ClaimResponse.")
          : answers.get(0);
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  private static List<PasAnswer> all(Resource resource) {
    try {
      if (!(resource instanceof Parameters parameters)) {
        boolean bundle = resource instanceof Bundle;
        return bundle ? answers(resource) : List.of(one(resource));
      }
      List<PasAnswer> all = new ArrayList<>();
      Texts.each(parameters.getParameter())
          .map(Parameters.ParametersParameterComponent::getResource)
          .filter(Bundle.class::isInstance)
          .forEach(bundle -> all.addAll(answers(bundle)));
      if (all.isEmpty()) {
        Texts.each(parameters.getParameter())
            .map(Parameters.ParametersParameterComponent::getResource)
            .filter(OperationOutcome.class::isInstance)
            .map(o -> ResponseReader.refused((OperationOutcome) o))
            .filter(PasAnswers::failed)
            .forEach(all::add);
      }
      return all;
    } catch (RuntimeException e) {
      return List.of(broken(e));
    }
  }

  private static boolean failed(PasAnswer.Refused refused) {
    return refused.issues().stream().anyMatch(i -> i.severity().matches("error|fatal"));
  }

  private static List<PasAnswer> answers(Resource resource) {
    if (resource instanceof ClaimResponse response) {
      return List.of(ResponseReader.answered(response, List.of()));
    }
    if (resource instanceof OperationOutcome outcome) {
      return List.of(ResponseReader.refused(outcome));
    }
    if (!(resource instanceof Bundle bundle)) {
      return List.of();
    }
    List<Resource> inside =
        bundle.getEntry().stream()
            .map(Bundle.BundleEntryComponent::getResource)
            .filter(java.util.Objects::nonNull)
            .toList();
    List<PasAnswer> found = new ArrayList<>();
    Texts.each(inside)
        .filter(ClaimResponse.class::isInstance)
        .forEach(r -> found.add(ResponseReader.answered((ClaimResponse) r, inside)));
    if (found.isEmpty()) {
      Texts.each(inside)
          .filter(OperationOutcome.class::isInstance)
          .forEach(r -> found.add(ResponseReader.refused((OperationOutcome) r)));
    }
    return found;
  }

  private static PasAnswer.Unreadable broken(RuntimeException e) {
    return new PasAnswer.Unreadable(
        "The payer's answer has a shape that is not read: " + e.getClass().getSimpleName() + ".");
  }
}
