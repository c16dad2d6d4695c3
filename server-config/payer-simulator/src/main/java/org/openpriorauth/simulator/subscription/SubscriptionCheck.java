package org.openpriorauth.simulator.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.simulator.intake.Finding;
import org.openpriorauth.simulator.intake.Refusal;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Pas;

/** profile-subscription of PAS 2.2.1 (spec-8, spec-57, spec-58, spec-62). */
final class SubscriptionCheck {
  private final JsonNode wish;
  private final List<Finding> findings = new ArrayList<>();

  SubscriptionCheck(JsonNode wish) {
    this.wish = wish;
  }

  /**
   * Checks what a subscriber wishes.
   *
   * @throws Refusal with status 400 and everything that is wrong
   */
  void run(List<String> allowedStatus) {
    must("Subscription".equals(Fhir.text(wish, "resourceType")), "", "A Subscription is needed.");
    must(
        allowedStatus.contains(Fhir.text(wish, "status")),
        "status",
        "The status must be " + String.join(" or ", allowedStatus) + ".");
    must(Fhir.says(wish, "reason"), "reason", "A reason is needed.");
    must(
        Pas.TOPIC.equals(Fhir.text(wish, "criteria")),
        "criteria",
        "The criteria must be the PAS subscription topic.");
    String filter =
        Fhir.extension(wish.path("_criteria"), Pas.FILTER)
            .map(e -> Fhir.text(e, "valueString"))
            .orElse("");
    must(
        filter.matches("org-identifier=\\S+"),
        "criteria.extension",
        "The filter must be org-identifier=<id> (spec-58).");
    channel(wish.path("channel"));
    must(
        !wish.has("end")
            || Fhir.text(wish, "end").matches("\\d{4}-\\d\\d-\\d\\dT.+(Z|[+-]\\d\\d:\\d\\d)"),
        "end",
        "The end must be an instant.");
    if (!findings.isEmpty()) {
      throw new Refusal(400, findings);
    }
  }

  private void channel(JsonNode channel) {
    must(
        "rest-hook".equals(Fhir.text(channel, "type")),
        "channel.type",
        "Only rest-hook is served.");
    must(
        web(Fhir.text(channel, "endpoint")),
        "channel.endpoint",
        "The endpoint must be an absolute http or https address.");
    must(
        "application/fhir+json".equals(Fhir.text(channel, "payload")),
        "channel.payload",
        "The payload must be application/fhir+json.");
    must(
        Fhir.extension(channel.path("_payload"), Pas.PAYLOAD_CONTENT)
            .filter(e -> "full-resource".equals(Fhir.text(e, "valueCode")))
            .isPresent(),
        "channel.payload.extension",
        "The content must be full-resource (PAS 2.2 has no other).");
    for (JsonNode header : Fhir.list(channel, "header")) {
      must(
          header.asText().matches("[A-Za-z0-9\\-]+:\\s*[\\x20-\\x7e]+"),
          "channel.header",
          "A header has a name, a colon and a value.");
    }
  }

  private static boolean web(String endpoint) {
    try {
      URI uri = URI.create(endpoint);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void must(boolean kept, String element, String words) {
    if (!kept) {
      String expression = element.isEmpty() ? "Subscription" : "Subscription." + element;
      findings.add(new Finding("value", expression, words));
    }
  }
}
