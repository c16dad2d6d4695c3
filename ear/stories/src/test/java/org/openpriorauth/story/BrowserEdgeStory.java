package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.story.Api.Answer;

/** What answers tell a browser: whose pages may read them, and how to guard its person. */
@Tag("security")
@ExtendWith(Stack.class)
class BrowserEdgeStory {
  private static final String PORTAL = "https://portal.hospital.example";
  private static final String DOOR = "/api/v1/clinics/current";

  private static final Map<String, String> PROTECTION =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy",
              "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");

  @Test
  void aNamedOriginMayAskAndRead() {
    Answer preflight = preflight(PORTAL);
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).contains(PORTAL);
    assertThat(preflight.header("Access-Control-Allow-Methods").orElse("")).contains("PATCH");
    assertThat(preflight.header("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization", "Idempotency-Key", "If-Match");
    Answer read = from(Api.as("sam"), PORTAL);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("Access-Control-Allow-Origin")).contains(PORTAL);
    assertThat(read.header("Access-Control-Expose-Headers").orElse("")).contains("ETag");
    assertThat(read.raw().headers().allValues("Vary")).contains("Origin");
    assertThat(read.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  /** What answers programs is no page, whatever a browser is made to take it for. */
  @Test
  void anAnswerToAProgramShowsNothingOfItself() {
    for (Api somebody : List.of(Api.as("sam"), Api.anonymous())) {
      assertThat(from(somebody, PORTAL).header("Content-Security-Policy"))
          .contains("default-src 'none'; frame-ancestors 'none'");
    }
  }

  /** A page must be able to read why it was refused, also where the container refused. */
  @Test
  void aNamedOriginReadsRefusalsToo() {
    for (Api nobody : List.of(Api.anonymous(), Api.withToken("forged"))) {
      Answer refused = from(nobody, PORTAL).refused("1101");
      assertThat(refused.header("Access-Control-Allow-Origin")).contains(PORTAL);
      protects(refused.raw().headers());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "http://portal.hospital.example",
        "https://portal.hospital.example.evil.example",
        "https://portal.hospital.example:8443",
        "null"
      })
  void anyOtherOriginMayNot(String origin) {
    Answer preflight = preflight(origin);
    assertThat(preflight.status()).isEqualTo(403);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    Answer read = from(Api.as("sam"), origin);
    assertThat(read.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(read.raw().headers().allValues("Vary")).contains("Origin");
  }

  @Test
  void everyAnswerProtectsWhoAsked() {
    protects(Api.as("sam").get(DOOR).raw().headers());
    protects(Api.anonymous().get("/nowhere").raw().headers());
    PlainBrowser sam = PlainBrowser.signedIn("sam");
    for (String place :
        List.of("queue.xhtml", "nowhere.xhtml", "jakarta.faces.resource/opa.css.xhtml?ln=opa")) {
      protects(sam.get(place).raw().headers());
    }
    protects(PlainBrowser.with(null).get("sign-in.xhtml").raw().headers());
  }

  /** Without TLS it would be a lie, and a trial on one's own machine would lock itself out. */
  private static void protects(HttpHeaders headers) {
    PROTECTION.forEach(
        (name, value) -> assertThat(headers.allValues(name)).as(name).containsExactly(value));
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
  }

  private static Answer from(Api who, String origin) {
    return who.send(who.request(DOOR).header("Origin", origin).GET());
  }

  private static Answer preflight(String origin) {
    return Api.anonymous()
        .send(
            Api.anonymous()
                .request(DOOR)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }
}
