package org.openpriorauth.simulator.adjudication;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.simulator.intake.AuthorizationRequest;
import org.openpriorauth.simulator.intake.RequestedItem;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;
import org.openpriorauth.simulator.wire.Pas;

/** The payer's visible policy, read from {@code rules.json}; the first rule that holds decides. */
public final class RuleBook {
  private final JsonNode text;
  private final List<Rule> rules;

  private RuleBook(JsonNode text) {
    this.text = text;
    this.rules = Fhir.list(text, "rules").stream().map(Rule::of).toList();
  }

  /** The rules that ship with the simulator. */
  public static RuleBook shipped() {
    try (InputStream in =
        RuleBook.class.getResourceAsStream("/org/openpriorauth/simulator/rules.json")) {
      return new RuleBook(Json.readOwn(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules as they are written, for {@code GET /rules}. */
  public JsonNode text() {
    return text;
  }

  /** What becomes of each item. */
  public List<ItemPlan> decide(AuthorizationRequest request) {
    return request.items().stream().map(item -> decide(request, item)).toList();
  }

  private ItemPlan decide(AuthorizationRequest request, RequestedItem item) {
    if (item.cancelled()) {
      return ItemPlan.of(item, "cancelled", Verdict.of(ReviewAction.CANCELLED), null);
    }
    return rules.stream()
        .filter(rule -> rule.holds(request, item))
        .findFirst()
        .map(rule -> rule.plan(item))
        .orElseGet(() -> ItemPlan.of(item, "none", Verdict.of(ReviewAction.PENDED), null));
  }

  /** A member whom this payer does not work for, by the prefixes in the rules. */
  public Optional<BusinessError> error(AuthorizationRequest request) {
    return Fhir.list(text, "members").stream()
        .filter(m -> request.memberId().startsWith(Fhir.text(m, "member_id_prefix")))
        .findFirst()
        .map(
            m ->
                new BusinessError(
                    Fhir.text(m, "code"),
                    Fhir.text(m, "follow_up"),
                    Fhir.text(m, "element"),
                    memberId(request.bundle()),
                    Fhir.text(m, "words")));
  }

  /** Why an update cannot be worked on: {@code unknown_prior} or {@code after_denial}. */
  public BusinessError updateError(String why) {
    JsonNode error = text.path("updates").path(why);
    return new BusinessError(
        Fhir.text(error, "code"),
        Fhir.text(error, "follow_up"),
        "",
        "Bundle.entry[0].resource.related[0].claim",
        Fhir.text(error, "words"));
  }

  private static String memberId(Bundle bundle) {
    return Fhir.list(bundle.claim().resource(), "insurance").stream()
        .findFirst()
        .flatMap(i -> bundle.follow(bundle.claim(), i.path("coverage")))
        .map(c -> c.path() + ".identifier[" + memberIdPlace(c.resource()) + "].value")
        .orElse("Bundle");
  }

  private static int memberIdPlace(JsonNode coverage) {
    List<JsonNode> identifiers = Fhir.list(coverage, "identifier");
    for (int i = 0; i < identifiers.size(); i++) {
      if (Fhir.carries(identifiers.get(i).path("type"), Pas.IDENTIFIER_TYPES, "MB")) {
        return i;
      }
    }
    return 0;
  }
}
