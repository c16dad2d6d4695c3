package org.openpriorauth.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.openpriorauth.story.Api.Answer;

/** Alerts as those who look after them find and close them. */
final class Alarms {
  static final String PLACE = "/api/v1/audit/alerts";

  /** From when on it is many, as {@code Stack} sets it. */
  static final int PATIENTS = 30;

  /** The product's own. */
  static final int REFUSALS = 20;

  private Alarms() {}

  static void find() {
    String ended = Jobs.run("find-alerts");
    if (!ended.equals("COMPLETED")) {
      throw new AssertionError(ended);
    }
  }

  /** Those that are open, of one rule, by a person or from an address. */
  static List<JsonNode> open(Api officer, String rule, String who) {
    JsonNode items = officer.get(PLACE + "?limit=200").body().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(a -> a.path("rule").asText().equals(rule))
        .filter(a -> List.of(a.path("actor").asText(), a.path("address").asText()).contains(who))
        .toList();
  }

  static Answer close(Api officer, JsonNode alert, String verdict, String note) {
    String body = Api.JSON.createObjectNode().put("verdict", verdict).put("note", note).toString();
    return officer.put(
        PLACE + "/" + alert.path("id").asText(),
        body,
        "If-Match",
        '"' + alert.path("version").asText() + '"');
  }

  /** An alert in the first clinic, at once: somebody opens an emergency. */
  static String raised() {
    Newcomer who = Newcomer.as("billing");
    String body = EmergencyAccessStory.body(EmergencyAccessStory.REASON, Newcomer.PASSWORD);
    who.signIn().post(EmergencyAccessStory.PLACE, body).created();
    return open(Api.as("sol"), "emergency", who.id()).get(0).path("id").asText();
  }
}
