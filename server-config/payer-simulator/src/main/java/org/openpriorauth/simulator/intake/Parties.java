package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Located;
import org.openpriorauth.simulator.wire.Pas;

/** Who asks, who insures, who is insured: the numbers by which a payer knows them. */
final class Parties {
  private Parties() {}

  /** The identifier of type MB of a Coverage; empty when there is none. */
  static String memberId(JsonNode coverage) {
    return Fhir.list(coverage, "identifier").stream()
        .filter(i -> Fhir.carries(i.path("type"), Pas.IDENTIFIER_TYPES, "MB"))
        .map(i -> Fhir.text(i, "value"))
        .filter(v -> !v.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The focal Coverage. */
  static Optional<Located> coverage(Bundle bundle) {
    return Fhir.list(bundle.claim().resource(), "insurance").stream()
        .findFirst()
        .flatMap(i -> bundle.follow(bundle.claim(), i.path("coverage")));
  }

  /** All numbers of the requestor; a role stands for its organisation and its practitioner. */
  static Set<String> requestor(Bundle bundle) {
    Set<String> numbers = new LinkedHashSet<>();
    bundle
        .follow(bundle.claim(), bundle.claim().resource().path("provider"))
        .ifPresent(
            provider -> {
              if (provider.type().equals("PractitionerRole")) {
                add(bundle.follow(provider, provider.resource().path("organization")), numbers);
                add(bundle.follow(provider, provider.resource().path("practitioner")), numbers);
              }
              add(Optional.of(provider), numbers);
            });
    return numbers;
  }

  static Set<String> insurer(Bundle bundle) {
    Set<String> numbers = new LinkedHashSet<>();
    add(bundle.follow(bundle.claim(), bundle.claim().resource().path("insurer")), numbers);
    return numbers;
  }

  /** ISA06 of the sending system: what a subscription filters by in PAS 2.2; may be empty. */
  static String sender(JsonNode claim) {
    return Fhir.extension(claim, Pas.TRANSMISSION)
        .flatMap(t -> Fhir.extension(t, "interchangeSenderID"))
        .map(e -> Fhir.text(e, "valueString"))
        .orElse("");
  }

  private static void add(Optional<Located> party, Set<String> numbers) {
    party.ifPresent(
        p ->
            Fhir.list(p.resource(), "identifier").stream()
                .map(i -> Fhir.text(i, "value"))
                .filter(v -> !v.isBlank())
                .forEach(numbers::add));
  }
}
