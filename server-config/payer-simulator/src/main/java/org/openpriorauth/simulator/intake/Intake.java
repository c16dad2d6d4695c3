package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Located;
import org.openpriorauth.simulator.wire.Pas;

/**
 * Takes a request in: structure first, stage by stage, then the payer's own view of it. Broken
 * structure is the sender's to mend (spec-39 ff.) and leaves no trace in the ledger.
 */
public final class Intake {
  private static final Set<String> DOCUMENTS = Set.of("DocumentReference", "QuestionnaireResponse");

  private Intake() {}

  /**
   * Checks a bundle posted to {@code Claim/$submit}.
   *
   * @throws Refusal with status 400 and everything that was found
   */
  public static AuthorizationRequest request(JsonNode root) {
    Findings findings = new Findings();
    Bundle bundle = parties(root, findings, 2);
    JsonNode claim = bundle.claim().resource();
    new RelationCheck(bundle, findings).run();
    if (!RelationCheck.cancelsAll(claim)) {
      findings.required(
          !Fhir.list(claim, "item").isEmpty(),
          bundle.claim().path() + ".item",
          "The Claim needs at least one item.");
    }
    new ItemCheck(bundle, findings).run();
    new SupportingInfoCheck(bundle, findings).run();
    findings.stop();
    new ClosureCheck(bundle, findings).run();
    return read(bundle);
  }

  /**
   * Checks a bundle posted to {@code Claim/$inquire}: profile-claim-inquiry asks less of the items.
   *
   * @throws Refusal with status 400 and everything that was found
   */
  public static Inquiry inquiry(JsonNode root) {
    Findings findings = new Findings();
    Bundle bundle = parties(root, findings, 1);
    findings.stop();
    new ClosureCheck(bundle, findings).run();
    JsonNode claim = bundle.claim().resource();
    return new Inquiry(
        root.path("identifier"),
        identifiers(claim),
        Parties.requestor(bundle),
        Parties.insurer(bundle),
        memberId(bundle),
        Examples.texts(claim, Pas.AUTHORIZATION_NUMBER),
        Examples.texts(claim, Pas.ADMINISTRATION_NUMBER),
        Examples.traces(claim),
        Examples.codes(claim),
        Examples.actions(claim));
  }

  private static Bundle parties(JsonNode root, Findings findings, int mostClaims) {
    new EnvelopeCheck(root, findings).run(mostClaims);
    Bundle bundle = new Bundle(root);
    // An inquiry has one trace number, a request one or two; so many Claims, so many numbers.
    new ClaimCheck(bundle, findings).run(mostClaims);
    new PartyCheck(bundle, findings).run();
    return bundle;
  }

  private static String memberId(Bundle bundle) {
    return Parties.coverage(bundle).map(c -> Parties.memberId(c.resource())).orElse("");
  }

  private static AuthorizationRequest read(Bundle bundle) {
    JsonNode claim = bundle.claim().resource();
    List<String> diagnoses =
        Fhir.list(claim, "diagnosis").stream()
            .map(d -> Fhir.code(d.path("diagnosisCodeableConcept")))
            .toList();
    boolean cancelsAll = RelationCheck.cancelsAll(claim);
    return new AuthorizationRequest(
        bundle,
        key(bundle.root().path("identifier")),
        identifiers(claim),
        Parties.requestor(bundle),
        Parties.insurer(bundle),
        Parties.sender(claim),
        memberId(bundle),
        Fhir.code(claim.path("priority")),
        diagnoses,
        items(bundle, cancelsAll),
        prior(bundle),
        cancelsAll,
        ContentDigest.of(bundle));
  }

  private static Optional<List<String>> prior(Bundle bundle) {
    return Fhir.list(bundle.claim().resource(), "related").stream()
        .findFirst()
        .flatMap(r -> bundle.follow(bundle.claim(), r.path("claim")))
        .map(c -> identifiers(c.resource()));
  }

  private static List<RequestedItem> items(Bundle bundle, boolean cancelsAll) {
    Map<Integer, String> supports = new HashMap<>();
    JsonNode claim = bundle.claim().resource();
    for (JsonNode info : Fhir.list(claim, "supportingInfo")) {
      supports.put(
          Fhir.sequence(info),
          bundle.follow(bundle.claim(), info.path("valueReference")).map(Located::type).orElse(""));
    }
    boolean any = supports.values().stream().anyMatch(DOCUMENTS::contains);
    List<RequestedItem> items = new ArrayList<>();
    for (JsonNode item : Fhir.list(claim, "item")) {
      List<JsonNode> named = Fhir.list(item, "informationSequence");
      boolean documented =
          named.isEmpty()
              ? any
              : named.stream()
                  .anyMatch(n -> DOCUMENTS.contains(supports.getOrDefault(n.asInt(), "")));
      JsonNode units = item.path("quantity").path("value");
      BigDecimal quantity = units.isNumber() ? units.decimalValue() : null;
      items.add(
          new RequestedItem(
              Fhir.sequence(item),
              Fhir.code(item.path("productOrService")),
              quantity,
              documented,
              Examples.traces(item),
              cancelsAll || cancelled(item)));
    }
    return items;
  }

  private static boolean cancelled(JsonNode item) {
    return Fhir.list(item, "modifierExtension").stream()
        .anyMatch(
            m ->
                Pas.INFO_CANCELLED.equals(Fhir.text(m, "url"))
                    && m.path("valueBoolean").asBoolean());
  }

  private static List<String> identifiers(JsonNode claim) {
    return Fhir.list(claim, "identifier").stream().map(Intake::key).toList();
  }

  private static String key(JsonNode identifier) {
    return Fhir.text(identifier, "system") + "|" + Fhir.text(identifier, "value");
  }
}
