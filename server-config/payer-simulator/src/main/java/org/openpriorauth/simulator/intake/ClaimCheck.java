package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Located;
import org.openpriorauth.simulator.wire.Pas;

/** The Claim's own elements: profile-claim-base, shared by requests, updates and inquiries. */
final class ClaimCheck {
  private static final Set<String> KNOWN =
      Set.of(
          "resourceType",
          "id",
          "meta",
          "implicitRules",
          "language",
          "text",
          "contained",
          "extension",
          "modifierExtension",
          "identifier",
          "status",
          "type",
          "subType",
          "use",
          "patient",
          "billablePeriod",
          "created",
          "enterer",
          "insurer",
          "provider",
          "priority",
          "fundsReserve",
          "related",
          "prescription",
          "originalPrescription",
          "payee",
          "referral",
          "facility",
          "careTeam",
          "supportingInfo",
          "diagnosis",
          "procedure",
          "insurance",
          "accident",
          "item",
          "total");
  private static final Set<String> TYPES = Set.of("institutional", "professional", "oral");

  /** No form of X12 278 carries more; checks below may be quadratic within it. */
  private static final int MOST = 500;

  private final Bundle bundle;
  private final Located claim;
  private final JsonNode content;
  private final Findings findings;

  ClaimCheck(Bundle bundle, Findings findings) {
    this.bundle = bundle;
    this.claim = bundle.claim();
    this.content = claim.resource();
    this.findings = findings;
  }

  void run(int mostIdentifiers) {
    sizes();
    elements();
    fixed("status", "active");
    fixed("use", "preauthorization");
    identifiers(mostIdentifiers);
    findings.value(
        TYPES.stream().anyMatch(t -> Fhir.carries(content.path("type"), Pas.CLAIM_TYPES, t)),
        at("type"),
        "The type must be institutional, professional or oral.");
    findings.required(
        Fhir.text(content, "created").matches("\\d{4}-\\d\\d-\\d\\d(T.+)?"),
        at("created"),
        "The Claim needs the date on which it was created.");
    findings.required(
        !Fhir.code(content.path("priority")).isEmpty(),
        at("priority"),
        "The Claim needs a priority.");
    refers("patient", "Patient");
    refers("insurer", "Organization");
    refers("provider", "Organization", "PractitionerRole");
    insurance();
    careTeam();
    diagnoses();
    findings.required(
        Fhir.list(content, "modifierExtension").isEmpty(),
        at("modifierExtension"),
        "The Claim is changed by a modifier that this payer does not know.");
  }

  private void sizes() {
    for (String list : List.of("identifier", "careTeam", "supportingInfo", "diagnosis", "item")) {
      findings.rule(
          content.path(list).size() <= MOST,
          at(list),
          "There are too many of these for one Claim.");
    }
    findings.stop();
  }

  private void elements() {
    content
        .fieldNames()
        .forEachRemaining(
            name ->
                findings.rule(
                    KNOWN.contains(name.startsWith("_") ? name.substring(1) : name),
                    claim.path(),
                    "The Claim holds an element that FHIR does not define."));
  }

  private void fixed(String name, String wanted) {
    findings.value(
        wanted.equals(Fhir.text(content, name)), at(name), "Must be \"" + wanted + "\".");
  }

  private void identifiers(int most) {
    List<JsonNode> identifiers = Fhir.list(content, "identifier");
    findings.required(
        !identifiers.isEmpty() && identifiers.size() <= most,
        at("identifier"),
        most == 1 ? "The Claim needs one identifier." : "The Claim needs one or two identifiers.");
    for (int i = 0; i < identifiers.size(); i++) {
      findings.required(
          Fhir.says(identifiers.get(i), "system") && Fhir.says(identifiers.get(i), "value"),
          at("identifier[" + i + "]"),
          "An identifier of the Claim needs system and value.");
    }
  }

  private void refers(String name, String... types) {
    String type = bundle.follow(claim, content.path(name)).map(Located::type).orElse("");
    findings.value(
        List.of(types).contains(type),
        at(name),
        "Must refer to " + String.join(" or ", types) + " in the Bundle.");
  }

  private void insurance() {
    List<JsonNode> insurance = Fhir.list(content, "insurance");
    findings.required(
        insurance.size() == 1, at("insurance"), "The Claim needs exactly one insurance.");
    for (JsonNode one : insurance) {
      findings.value(
          one.path("focal").asBoolean(false),
          at("insurance[0].focal"),
          "The insurance must be the focal one.");
      findings.required(
          Fhir.sequence(one) > 0, at("insurance[0].sequence"), "A sequence is needed.");
      String type = bundle.follow(claim, one.path("coverage")).map(Located::type).orElse("");
      findings.value(
          "Coverage".equals(type), at("insurance[0].coverage"), "Must refer to a Coverage.");
    }
  }

  private void careTeam() {
    Set<Integer> sequences = new HashSet<>();
    List<JsonNode> team = Fhir.list(content, "careTeam");
    for (int i = 0; i < team.size(); i++) {
      JsonNode member = team.get(i);
      String path = at("careTeam[" + i + "]");
      findings.rule(
          Fhir.sequence(member) > 0 && sequences.add(Fhir.sequence(member)),
          path + ".sequence",
          "Care team sequences are positive and unique.");
      findings.required(
          Fhir.extension(member, Pas.CARE_TEAM_SCOPE)
              .filter(e -> e.path("valueBoolean").isBoolean())
              .isPresent(),
          path + ".extension",
          "Each care team member says whether it stands for the whole Claim or for items.");
      String type = bundle.follow(claim, member.path("provider")).map(Located::type).orElse("");
      findings.value(
          type.equals("Organization") || type.equals("PractitionerRole"),
          path + ".provider",
          "Must refer to Organization or PractitionerRole in the Bundle.");
    }
  }

  private void diagnoses() {
    Set<Integer> sequences = new HashSet<>();
    List<JsonNode> diagnoses = Fhir.list(content, "diagnosis");
    for (int i = 0; i < diagnoses.size(); i++) {
      String path = at("diagnosis[" + i + "]");
      findings.rule(
          Fhir.sequence(diagnoses.get(i)) > 0 && sequences.add(Fhir.sequence(diagnoses.get(i))),
          path + ".sequence",
          "Diagnosis sequences are positive and unique.");
      findings.required(
          !Fhir.code(diagnoses.get(i).path("diagnosisCodeableConcept")).isEmpty(),
          path + ".diagnosisCodeableConcept",
          "A diagnosis needs a code.");
    }
  }

  private String at(String name) {
    return claim.path() + "." + name;
  }
}
