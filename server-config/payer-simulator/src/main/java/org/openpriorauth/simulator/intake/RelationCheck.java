package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Located;
import org.openpriorauth.simulator.wire.Pas;

/**
 * Whether the Claim is new or the next version of one: profile-claim has no {@code related},
 * profile-claim-update exactly one of kind prior with the prior Claim in the Bundle (spec-65).
 */
final class RelationCheck {
  private final Bundle bundle;
  private final Located claim;
  private final Findings findings;

  RelationCheck(Bundle bundle, Findings findings) {
    this.bundle = bundle;
    this.claim = bundle.claim();
    this.findings = findings;
  }

  void run() {
    List<JsonNode> related = Fhir.list(claim.resource(), "related");
    long claims = bundle.entries().stream().filter(e -> e.type().equals("Claim")).count();
    if (related.isEmpty()) {
      findings.rule(
          claims == 1,
          claim.path() + ".related",
          "A second Claim must be related as the prior one.");
      return;
    }
    findings.rule(
        related.size() == 1, claim.path() + ".related", "An update has exactly one related Claim.");
    findings.value(
        "prior".equals(Fhir.code(related.get(0).path("relationship"))),
        claim.path() + ".related[0].relationship",
        "The relationship must be prior.");
    findings.value(
        bundle
            .follow(claim, related.get(0).path("claim"))
            .filter(c -> c.type().equals("Claim") && !c.equals(claim))
            .isPresent(),
        claim.path() + ".related[0].claim",
        "The prior Claim must be in the Bundle (spec-65).");
  }

  /** Certification type 3 on the Claim itself cancels everything; items are not needed then. */
  static boolean cancelsAll(JsonNode claim) {
    return Fhir.extension(claim, Pas.CERTIFICATION_TYPE)
        .map(e -> Fhir.code(e.path("valueCodeableConcept")))
        .filter("3"::equals)
        .isPresent();
  }
}
