package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doors themselves: who may pass, what is shown, and what is not there. */
class DoorTest {
  @TempDir Path ledger;
  private RunningPayer payer;

  @BeforeEach
  void start() {
    payer = RunningPayer.at(ledger, "--token", "sesame");
  }

  @AfterEach
  void stop() {
    payer.close();
  }

  @ParameterizedTest
  @CsvSource({"Bearer sesame, 200", "Bearer sesam, 401", "Basic sesame, 401", "'', 401"})
  void theFhirDoorAsksForTheToken(String credentials, int status) {
    HttpRequest.Builder request =
        payer
            .request("/fhir/Claim/$submit")
            .header("Content-Type", "application/fhir+json")
            .POST(HttpRequest.BodyPublishers.ofString(SampleRequest.of("97110", 4).text()));
    if (!credentials.isEmpty()) {
      request.header("Authorization", credentials);
    }
    HttpResponse<String> answer = payer.send(request.build());
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 401) {
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(answer.body()).contains("OperationOutcome", "login");
      assertThat(payer.entries()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/health, 200",
    "/rules, 200",
    "/ledger, 200",
    "/control, 200",
    "/, 200",
    "/ledger/1, 404",
    "/ledger/x, 404",
    "/nothing, 404",
    "/control/next, 405",
    "/control/nothing, 404",
    "/fhir/Subscription, 401"
  })
  void theOtherDoorsAreOpen(String path, int status) {
    assertThat(payer.get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void resetIsForbiddenUnlessAllowed() {
    assertThat(payer.post("/control/reset", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void theRulesAreVisible() {
    assertThat(payer.getJson("/rules").path("rules").findValuesAsText("id"))
        .contains("documents-missing", "therapy-over-limit", "unknown-service");
    assertThat(payer.getJson("/health").path("status").asText()).isEqualTo("UP");
  }

  @Test
  void xmlAndOtherMethodsAreNotServed() {
    stop();
    payer = RunningPayer.at(ledger);
    HttpRequest xml =
        payer
            .request("/fhir/Claim/$submit")
            .header("Content-Type", "application/fhir+xml")
            .POST(HttpRequest.BodyPublishers.ofString("<Bundle/>"))
            .build();
    assertThat(payer.send(xml).statusCode()).isEqualTo(415);
    HttpResponse<String> got = payer.get("/fhir/Claim/$submit");
    assertThat(got.statusCode()).isEqualTo(405);
    assertThat(got.headers().firstValue("Allow")).contains("POST");
    assertThat(payer.delete("/fhir/Subscription").statusCode()).isEqualTo(405);
    assertThat(payer.get("/fhir/Patient/1").statusCode()).isEqualTo(404);
  }

  @Test
  void thePageEscapesWhatItShowsAndNamesNobody() {
    stop();
    payer = RunningPayer.at(ledger);
    ObjectNode bundle = SampleRequest.of("97110", 4).claimIdentifier("<b onload=x>'&").bundle();
    assertThat(payer.submit(bundle.toString()).statusCode()).isEqualTo(200);
    payer.order("deny");
    HttpResponse<String> page = payer.get("/");
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(page.body())
        .contains("&lt;b onload=x&gt;&#39;&amp;", "therapy-over-limit", "deny")
        .doesNotContain("<b onload", "Testperson");
    assertThat(payer.get("/ledger").body()).doesNotContain("Testperson");
  }
}
