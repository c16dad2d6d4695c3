package org.openpriorauth.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.openpriorauth.simulator.intake.Refusal;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;

/**
 * One order given through the control door.
 *
 * @param door {@code submit} or {@code inquire}
 * @param serviceCode acts only on requests with this code; empty for any
 * @param claimIdentifier acts only on the request with this trace number; empty for any
 * @param times how many deliveries it acts on
 * @param delayMs milliseconds: how late an answer is, how long a drip lasts, or for pend-then-… how
 *     soon the decision falls due; negative when not given
 * @param reason reason in words for a denial; empty for a standard one
 * @param status HTTP status for http-error and http-error-bare
 * @param bytes size of an oversized answer
 */
public record Script(
    Behaviour behaviour,
    String door,
    String serviceCode,
    String claimIdentifier,
    int times,
    long delayMs,
    String reason,
    int status,
    long bytes) {
  private static final long MOST_DELAY_MS = 600_000;
  private static final long MOST_BYTES = 512L * 1024 * 1024;

  /**
   * Reads an order.
   *
   * @throws Refusal with status 400 when it cannot be followed
   */
  public static Script of(JsonNode json) {
    Behaviour behaviour =
        Behaviour.of(Fhir.text(json, "behaviour"))
            .orElseThrow(() -> refused("There is no such behaviour."));
    boolean bare = behaviour == Behaviour.HTTP_ERROR_BARE;
    Script script =
        new Script(
            behaviour,
            Fhir.says(json, "door") ? Fhir.text(json, "door") : "submit",
            Fhir.text(json, "match", "service_code"),
            Fhir.text(json, "match", "claim_identifier"),
            json.path("times").asInt(1),
            json.path("delay_ms").asLong(-1),
            Fhir.text(json, "reason"),
            json.path("status").asInt(bare ? 503 : 422),
            json.path("bytes").asLong(64L * 1024 * 1024));
    script.check();
    return script;
  }

  private void check() {
    if (times < 1 || delayMs > MOST_DELAY_MS || bytes < 1 || bytes > MOST_BYTES) {
      throw refused("times, delay_ms (at most 600000) or bytes is out of range.");
    }
    int least = behaviour == Behaviour.HTTP_ERROR_BARE ? 500 : 400;
    if (status < least || status > 599) {
      throw refused("http-error takes 400 to 599, http-error-bare 500 to 599.");
    }
    boolean inquire = door.equals("inquire");
    if (!inquire && !door.equals("submit")) {
      throw refused("The door is submit or inquire.");
    }
    if (!inquire && behaviour == Behaviour.FIND_NOTHING) {
      throw refused("Only the inquire door finds something or nothing.");
    }
    if (inquire && behaviour.kind() != Behaviour.Kind.TRANSPORT) {
      throw refused("At the inquire door only the transport can misbehave.");
    }
  }

  boolean fits(
      Behaviour.Kind kind, String at, Collection<String> codes, Collection<String> claims) {
    return behaviour.kind() == kind
        && door.equals(at)
        && (serviceCode.isEmpty() || codes.contains(serviceCode))
        && (claimIdentifier.isEmpty()
            || claims.stream()
                .anyMatch(c -> c.equals(claimIdentifier) || c.endsWith("|" + claimIdentifier)));
  }

  Script once() {
    return new Script(
        behaviour, door, serviceCode, claimIdentifier, times - 1, delayMs, reason, status, bytes);
  }

  public ObjectNode json() {
    ObjectNode json = Json.object().put("behaviour", behaviour.word()).put("door", door);
    ObjectNode match = json.putObject("match");
    if (!serviceCode.isEmpty()) {
      match.put("service_code", serviceCode);
    }
    if (!claimIdentifier.isEmpty()) {
      match.put("claim_identifier", claimIdentifier);
    }
    json.put("times", times);
    if (delayMs >= 0) {
      json.put("delay_ms", delayMs);
    }
    if (!reason.isEmpty()) {
      json.put("reason", reason);
    }
    if (behaviour == Behaviour.HTTP_ERROR || behaviour == Behaviour.HTTP_ERROR_BARE) {
      json.put("status", status);
    }
    return json;
  }

  private static Refusal refused(String why) {
    return Refusal.of(400, "value", why);
  }
}
