package org.openpriorauth.simulator.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Located;

/**
 * Everything that the Claim refers to, transitively, is in the Bundle (spec-13, spec-18, spec-67);
 * nothing else is (spec-20, spec-22); and no person or organisation is there twice (spec-14,
 * spec-15).
 */
final class ClosureCheck {
  private static final Set<String> PARTIES =
      Set.of("Patient", "Organization", "Practitioner", "Coverage");

  private final Bundle bundle;
  private final Findings findings;

  ClosureCheck(Bundle bundle, Findings findings) {
    this.bundle = bundle;
    this.findings = findings;
  }

  void run() {
    Set<Located> reached = bundle.reach(bundle.claim(), this::dead);
    for (Located entry : bundle.entries()) {
      findings.rule(
          reached.contains(entry),
          entry.path(),
          "Nothing that starts at the Claim refers to this resource (spec-22).");
    }
    once();
    findings.stop();
  }

  private void dead(Located holder, String reference) {
    findings.add(
        "not-found",
        holder.path(),
        reference.startsWith("#")
            ? "Contained resources are not carried over; give each its own entry."
            : "A reference of this resource leads to nothing in the Bundle (spec-13).");
  }

  private void once() {
    Map<String, Located> seen = new HashMap<>();
    for (Located entry : bundle.entries()) {
      if (!PARTIES.contains(entry.type())) {
        continue;
      }
      for (var identifier : Fhir.list(entry.resource(), "identifier")) {
        String value = Fhir.text(identifier, "value");
        String key = entry.type() + "|" + Fhir.text(identifier, "system") + "|" + value;
        Located first = seen.putIfAbsent(key, entry);
        findings.rule(
            value.isEmpty() || first == null || first.equals(entry),
            entry.path() + ".identifier",
            "The same party is in the Bundle twice (spec-14).");
      }
    }
  }
}
