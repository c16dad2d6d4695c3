package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.story.Api.Answer;
import org.openpriorauth.story.PlainBrowser.Shown;

/** A clinic that may be used from its own networks only. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(Stack.class)
class ClinicNetworkStory {
  private static final String PLACE = "/api/v1/clinics/current/networks";
  private static final String INSIDE = "203.0.113.9";
  private static final String INSIDE_V6 = "2001:db8:17::4";
  private static final String OUTSIDE = "198.51.100.23";

  private static Api rita;

  @BeforeAll
  static void theClinicShutsItsDoors() {
    rita = Api.as("rita");
    Answer set = set(INSIDE, "203.0.113.77/24", "2001:db8:17::/48");
    assertThat(set.status()).as(set.body().toString()).isEqualTo(200);
    assertThat(set.body().path("networks").toString())
        .isEqualTo("[\"2001:db8:17:0:0:0:0:0/48\",\"203.0.113.0/24\"]");
  }

  @AfterAll
  static void andOpensThemAgain() {
    assertThat(set(INSIDE).status()).isEqualTo(200);
    assertThat(rita.get("/api/v1/payers").status()).isEqualTo(200);
  }

  @Test
  void programsComeInFromInsideOnly() {
    assertThat(from(INSIDE, "/api/v1/payers").status()).isEqualTo(200);
    assertThat(from(INSIDE_V6, "/api/v1/payers").status()).isEqualTo(200);
    long before = refusals();
    from(OUTSIDE, "/api/v1/payers").refused("1190");
    from("2001:db8:18::4", "/api/v1/payers").refused("1190");
    rita.get("/api/v1/payers").refused("1190");
    assertThat(refusals()).isEqualTo(before + 3);
    assertThat(Api.as("sam").get("/api/v1/payers").status()).as("another clinic").isEqualTo(200);
  }

  @Test
  void browsersToo() {
    PlainBrowser browser = PlainBrowser.signedIn("rita");
    long before = refusals();
    Shown refused = browser.get("queue.xhtml", "X-Forwarded-For", OUTSIDE);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("from its own networks only", "(OPA-1190)");
    assertThat(refusals()).isEqualTo(before + 1);
    assertThat(browser.get("queue.xhtml", "X-Forwarded-For", INSIDE_V6).status()).isEqualTo(200);
  }

  @Test
  void nobodyShutsThemselvesOut() {
    set(INSIDE, "198.51.100.0/24").refused("/networks", "own_address");
    set(INSIDE, "203.0.113.0/24", "hospital.example").refused("/networks/1", "network");
    set(INSIDE, "203.0.113.0/33").refused("/networks/0", "network");
    assertThat(from(INSIDE, PLACE).body().path("networks").size()).isEqualTo(2);
  }

  @Test
  void whoChangedItIsWrittenDown() {
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'clinic.networks.change'"
                    + " and outcome = 'done' and detail::text like '%203.0.113.0/24%'"
                    + " and clinic_id = '"
                    + DemoClinic.RIVERBEND.id()
                    + "'"))
        .isPositive();
  }

  private static long refusals() {
    return Rows.count(
        "select count(*) from audit_event where action = 'clinic.enter' and outcome = 'refused'"
            + " and clinic_id = '"
            + DemoClinic.RIVERBEND.id()
            + "'");
  }

  private static Answer set(String address, String... networks) {
    var list = Api.JSON.createArrayNode();
    for (String network : networks) {
      list.add(network);
    }
    String body = Api.JSON.createObjectNode().set("networks", list).toString();
    return rita.put(PLACE, body, "X-Forwarded-For", address);
  }

  private static Answer from(String address, String place) {
    HttpRequest.Builder request = rita.request(place).header("X-Forwarded-For", address).GET();
    return rita.send(request);
  }
}
