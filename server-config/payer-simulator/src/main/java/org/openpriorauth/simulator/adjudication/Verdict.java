package org.openpriorauth.simulator.adjudication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;

/**
 * One decision about one item. A denial without a reason cannot be made: CMS-0057-F asks for a
 * specific reason with every denial, whatever the channel.
 *
 * @param reasonCode code of list 886 (HCR03); empty when none is given
 * @param reason the reason in words; empty when none is given
 * @param units units authorized when they differ from what was asked for; else null
 * @param ask information that is wanted; else null
 */
public record Verdict(
    ReviewAction action, String reasonCode, String reason, BigDecimal units, Ask ask) {
  public Verdict {
    if (action == ReviewAction.DENIED && reason.isBlank()) {
      throw new IllegalArgumentException("A denial needs a reason.");
    }
  }

  public static Verdict of(ReviewAction action) {
    return new Verdict(action, "", "", null, null);
  }

  public static Verdict because(ReviewAction action, String code, String reason) {
    return new Verdict(action, code, reason, null, null);
  }

  public ObjectNode json() {
    ObjectNode json = Json.object().put("action", action.code());
    if (!reasonCode.isEmpty()) {
      json.put("reason_code", reasonCode);
    }
    if (!reason.isEmpty()) {
      json.put("reason", reason);
    }
    if (units != null) {
      json.put("units", units);
    }
    if (ask != null) {
      json.set("ask", ask.json());
    }
    return json;
  }

  public static Verdict of(JsonNode json) {
    return new Verdict(
        ReviewAction.of(Fhir.text(json, "action")),
        Fhir.text(json, "reason_code"),
        Fhir.text(json, "reason"),
        json.path("units").isNumber() ? json.path("units").decimalValue() : null,
        json.has("ask") ? Ask.of(json.path("ask")) : null);
  }
}
