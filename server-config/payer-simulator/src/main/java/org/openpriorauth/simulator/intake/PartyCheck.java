package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Located;
import org.openpriorauth.simulator.wire.Npi;
import org.openpriorauth.simulator.wire.Pas;

/** The parties and the cover: PAS profiles over US Core 7.0.0, spec-19, spec-23. */
final class PartyCheck {
  private final Bundle bundle;
  private final Findings findings;

  PartyCheck(Bundle bundle, Findings findings) {
    this.bundle = bundle;
    this.findings = findings;
  }

  void run() {
    for (Located entry : bundle.entries()) {
      npi(entry);
      switch (entry.type()) {
        case "Patient" -> patient(entry);
        case "Organization" -> organization(entry);
        case "Practitioner" -> {
          needs(entry, "identifier");
          needs(entry, "name");
        }
        case "PractitionerRole" -> role(entry);
        case "Coverage" -> coverage(entry);
        default -> {
          // The other types are read where the Claim refers to them.
        }
      }
    }
  }

  private void npi(Located entry) {
    List<JsonNode> identifiers = Fhir.list(entry.resource(), "identifier");
    for (int i = 0; i < identifiers.size(); i++) {
      findings.value(
          !Pas.NPI.equals(Fhir.text(identifiers.get(i), "system"))
              || Npi.valid(Fhir.text(identifiers.get(i), "value")),
          entry.path() + ".identifier[" + i + "].value",
          "An NPI has ten digits and a right check digit (us-core-16, us-core-17).");
    }
  }

  private void patient(Located entry) {
    needs(entry, "identifier");
    needs(entry, "name");
    findings.required(
        Fhir.says(entry.resource(), "gender"), entry.path() + ".gender", "A gender is needed.");
    String born = Fhir.text(entry.resource(), "birthDate");
    findings.value(
        born.isEmpty() || born.matches("\\d{4}-\\d\\d-\\d\\d"),
        entry.path() + ".birthDate",
        "A full date is needed (FullDateRule).");
  }

  private void organization(Located entry) {
    needs(entry, "identifier");
    findings.required(
        entry.resource().path("active").isBoolean(),
        entry.path() + ".active",
        "An organisation says whether it is active.");
    findings.required(
        Fhir.says(entry.resource(), "name"), entry.path() + ".name", "A name is needed.");
  }

  private void role(Located entry) {
    findings.value(
        bundle
            .follow(entry, entry.resource().path("practitioner"))
            .filter(p -> p.type().equals("Practitioner"))
            .isPresent(),
        entry.path() + ".practitioner",
        "A role refers to its practitioner.");
    findings.rule(
        entry.resource().has("telecom") || entry.resource().has("endpoint"),
        entry.path(),
        "A role needs a contact or an endpoint (pd-1).");
  }

  private void coverage(Located entry) {
    JsonNode cover = entry.resource();
    findings.required(
        !Parties.memberId(cover).isEmpty(),
        entry.path() + ".identifier",
        "The Coverage needs a member id: an identifier of type MB with a value.");
    findings.value(
        "active".equals(Fhir.text(cover, "status")), entry.path() + ".status", "Must be active.");
    refers(entry, "beneficiary", cover.path("beneficiary"), "Patient");
    findings.required(
        !Fhir.list(cover, "payor").isEmpty(), entry.path() + ".payor", "A payor is needed.");
    for (JsonNode payor : Fhir.list(cover, "payor")) {
      refers(entry, "payor", payor, "Organization");
    }
    findings.required(
        !Fhir.code(cover.path("relationship")).isEmpty(),
        entry.path() + ".relationship",
        "The relationship to the subscriber is needed.");
    findings.rule(
        Fhir.carries(cover.path("relationship"), Pas.X12_RELATIONS, "18")
            || cover.has("subscriber"),
        entry.path() + ".subscriber",
        "A subscriber is needed unless the X12 relation is 18 (self-beneficiary).");
    String insured =
        bundle.follow(entry, cover.path("beneficiary")).map(Located::fullUrl).orElse("");
    String patient =
        bundle
            .follow(bundle.claim(), bundle.claim().resource().path("patient"))
            .map(Located::fullUrl)
            .orElse("");
    findings.rule(
        insured.equals(patient),
        entry.path() + ".beneficiary",
        "The Coverage must be the cover of the Claim's patient.");
  }

  private void refers(Located entry, String name, JsonNode reference, String type) {
    findings.value(
        bundle.follow(entry, reference).filter(r -> r.type().equals(type)).isPresent(),
        entry.path() + "." + name,
        "Must refer to " + type + " in the Bundle.");
  }

  private void needs(Located entry, String name) {
    findings.required(
        !Fhir.list(entry.resource(), name).isEmpty(),
        entry.path() + "." + name,
        entry.type() + " needs " + name + ".");
  }
}
