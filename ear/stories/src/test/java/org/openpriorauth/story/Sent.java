package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A request on its way to the payer: what our doors say of it, and what the payer's ledger does.
 */
record Sent(Api staff, String request, String submission) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  Sent await(String state) {
    try {
      Eventually.get(PATIENCE, this::state, state::equals);
    } catch (AssertionError e) {
      throw new AssertionError(attempts() + " " + moves() + " " + view(), e);
    }
    return this;
  }

  String state() {
    return staff.get(place()).text("state");
  }

  /** The submission as the door shows it. */
  JsonNode view() {
    return staff.get("/api/v1/submissions/" + submission).body();
  }

  /** What stands in its way, for example {@code OPA-1710 The payer refused the request: …}. */
  String problem() {
    JsonNode problem = view().path("problem");
    return problem.path("code").asText() + " " + problem.path("detail").asText();
  }

  /** Each call that has ended, for example {@code submit accepted 200}. */
  List<String> attempts() {
    List<String> calls = new ArrayList<>();
    for (JsonNode call : view().path("attempts")) {
      String status = call.path("http_status").asText("");
      String outcome = call.path("outcome").asText();
      calls.add((call.path("action").asText() + " " + outcome + " " + status).strip());
    }
    return calls;
  }

  /** The states that the timeline tells of, from READY on. */
  List<String> moves() {
    List<String> states = new ArrayList<>();
    for (JsonNode line : staff.get(place() + "/timeline").body().path("items")) {
      if (line.path("kind").asText().equals("moved")) {
        states.add(line.path("detail").path("after").asText());
      }
    }
    return states.subList(Math.max(0, states.indexOf("SUBMITTING")), states.size());
  }

  JsonNode determination() {
    return staff.get(place() + "/determination").body();
  }

  /** Whatever happened on the way, the payer has the request once. */
  JsonNode onceAtThePayer() {
    List<JsonNode> entries = Payer.entries(claim());
    assertThat(entries).as("entries in the payer's ledger").hasSize(1);
    return entries.get(0);
  }

  void notAtThePayer() {
    assertThat(Payer.entries(claim())).as("entries in the payer's ledger").isEmpty();
  }

  /** Our number of it, which no door tells. */
  String claim() {
    return Rows.texts(
            "select claim_identifier from submission where id = ?", UUID.fromString(submission))
        .get(0);
  }

  /** How often something was written to the audit trail about a subject of this request. */
  long audited(String action) {
    return Rows.count(
        "select count(*) from audit_event where action = ? and outcome = 'done' and (subject_id = ?"
            + " or subject_id = ? or subject_id in (select id from determination"
            + " where submission_id = ?))",
        action,
        UUID.fromString(submission),
        UUID.fromString(request),
        UUID.fromString(submission));
  }

  String place() {
    return "/api/v1/prior-authorizations/" + request;
  }
}
