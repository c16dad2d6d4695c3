package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** A payer's rules get a next version, and an example becomes a payer's rules. */
@ExtendWith(Stack.class)
class PolicyStory {
  private static final String CODE = "VERSIONS";

  private static Api admin;
  private static ReadyCases cases;
  private static String ready;

  @BeforeAll
  static void aCaseThatTheFirstVersionJudged() {
    admin = Api.as("ada");
    cases = new ReadyCases(CODE, null);
    ready = cases.ready("72148", 1);
  }

  @Test
  void theNextVersionSaysWhatItChangesAndWhichOpenCasesItTouches() throws Exception {
    String second =
        next("2", "2026-02-01")
            .replace("A diagnosis is documented", "A lumbar diagnosis is documented");
    Answer taken = admin.post("/api/v1/policies", second);
    assertThat(taken.status()).isEqualTo(200);
    JsonNode changes = taken.body().path("changes");
    assertThat(changes.path("from").asText()).isEqualTo("1");
    assertThat(changes.path("diff").path("changed").path(0).path("id").asText())
        .isEqualTo("diagnosis");
    assertThat(changes.path("touched").asInt()).isEqualTo(1);
    assertThat(changes.path("cases").path(0).path("id").asText()).isEqualTo(ready);
    assertThat(changes.path("cases").path(0).path("judged_again").asBoolean()).isTrue();

    String place = "/api/v1/policies/" + taken.text("id") + "/diff";
    Answer asked = admin.get(place);
    assertThat(asked.body()).isEqualTo(changes);
    assertThat(admin.get(place + "?from=1&to=2").body()).isEqualTo(changes);
    assertThat(admin.get(place + "?from=2&to=2").body().path("diff").path("changed")).isEmpty();
    admin.get(place + "?from=0").refused("1604");

    // A version for other services touches no case of these.
    String elsewhere = next("3", "2026-03-01").replace("\"7*\"", "\"J1*\"");
    JsonNode other = admin.post("/api/v1/policies", elsewhere).body().path("changes");
    assertThat(other.path("touched").asInt()).isZero();
    assertThat(other.path("diff").path("head").findValuesAsText("part"))
        .contains("effective_from", "codes");

    judgedAgainByTheVersionInForce();
  }

  /** Version 3 covers the code no more, so the newest that does is the second. */
  private static void judgedAgainByTheVersionInForce() {
    String place = "/api/v1/prior-authorizations/" + ready + "/criteria";
    Answer again = Api.as("sam").post(place, "");
    assertThat(again.body().path("policy").path("version").asText()).isEqualTo("2");
  }

  @Test
  void anExampleIsAdoptedForAPayerOnce() {
    JsonNode examples = admin.get("/api/v1/policies/examples").body().path("items");
    Set<String> ids = new TreeSet<>(examples.findValuesAsText("id"));
    assertThat(ids).contains("example-cpap", "example-power-wheelchair");
    ObjectNode body = Api.JSON.createObjectNode().put("payer_id", cases.payer());

    Answer adopted = admin.post("/api/v1/policies/examples/example-cpap", body.toString());
    assertThat(adopted.status()).isEqualTo(200);
    assertThat(adopted.text("pack", "payer_code")).isEqualTo(CODE);
    assertThat(adopted.body().path("changes").path("from").isNull()).isTrue();
    assertThat(admin.post("/api/v1/policies/examples/example-cpap", body.toString()).text("id"))
        .isEqualTo(adopted.text("id"));

    admin.post("/api/v1/policies/examples/example-none", body.toString()).refused("1604");
    Api.as("rita").post("/api/v1/policies/examples/example-cpap", body.toString()).refused("1204");
  }

  private static String next(String version, String from) {
    for (JsonNode one : admin.get("/api/v1/policies").body().path("items")) {
      JsonNode pack = one.path("pack");
      if (pack.path("id").asText().equals("story-" + CODE)
          && pack.path("version").asText().equals("1")) {
        ObjectNode next = pack.deepCopy();
        next.put("version", version);
        ((ObjectNode) next.path("effective")).put("from", from);
        return next.toString();
      }
    }
    throw new AssertionError("The story's pack is not there.");
  }
}
