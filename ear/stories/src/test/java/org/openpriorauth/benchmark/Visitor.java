package org.openpriorauth.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.launcher.RunningSystem;

/** Sam of the first clinic, as a program and in a browser. Anything but a good answer is an end. */
final class Visitor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]+)\"");
  private static final Pattern COOKIE = Pattern.compile("(opa_session=[^;]+);.*");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;
  private final String password;
  private String token;
  private String cookie;

  private Visitor(RunningSystem system) {
    server = system.settings().address();
    password = system.secrets().password("people");
  }

  static Visitor of(RunningSystem system) throws Exception {
    Visitor visitor = new Visitor(system);
    String credentials =
        JSON.createObjectNode().put("username", "sam").put("password", visitor.password).toString();
    visitor.token = visitor.post("/auth/token", credentials).path("access_token").asText();
    return visitor;
  }

  JsonNode get(String path) throws Exception {
    return JSON.readTree(rest(to("/api/v1" + path).GET()));
  }

  JsonNode post(String path, String body) throws Exception {
    return JSON.readTree(
        rest(
            to("/api/v1" + path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
  }

  /** A door that asks nothing of the database, and is open to everybody. */
  String live() throws Exception {
    return good(to("/health/live").GET());
  }

  /** A new patient's id. */
  String patient(String mrn) throws Exception {
    return post(
            "/patients",
            """
            {"given_name": "Jane", "family_name": "Sample", "birth_date": "1971-04-05",
             "sex": "female", "mrn": "%s"}"""
                .formatted(mrn))
        .path("id")
        .asText();
  }

  /** A body that may be posted any number of times: each is a request of its own. */
  String request(String patient) throws Exception {
    String payer = get("/payers").path("items").path(0).path("id").asText();
    String coverage =
        post(
                "/patients/" + patient + "/coverages",
                """
                {"payer_id": "%s", "rank": "primary", "relationship": "self",
                 "member_id": "HCX 448 201 937", "valid_from": "2026-01-01"}"""
                    .formatted(payer))
            .path("id")
            .asText();
    return """
        {"patient_id": "%s", "coverage_id": "%s", "priority": "routine",
         "items": [{"code_system": "cpt", "code": "72148", "units": 1,
                    "diagnosis_codes": ["M54.16"]}]}"""
        .formatted(patient, coverage);
  }

  /** Signs in at the screens. */
  void openBrowser() throws Exception {
    Matcher state = STATE.matcher(screen("sign-in.xhtml"));
    assertThat(state.find()).isTrue();
    String form =
        "signIn=signIn&signIn%3Ausername=sam&signIn%3Acode=&signIn%3Ago=signIn%3Ago&signIn%3Apassword="
            + encoded(password)
            + "&primefaces.nonce=YW55&jakarta.faces.ViewState="
            + encoded(state.group(1));
    HttpRequest.Builder go =
        to("/app/sign-in.xhtml")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    HttpResponse<String> answer = client.send(go.build(), HttpResponse.BodyHandlers.ofString());
    cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .map(COOKIE::matcher)
            .filter(Matcher::matches)
            .map(c -> c.group(1))
            .findFirst()
            .orElseThrow();
  }

  String screen(String name) throws Exception {
    HttpRequest.Builder page = to("/app/" + name).GET();
    return good(cookie == null ? page : page.header("Cookie", cookie));
  }

  private String rest(HttpRequest.Builder request) throws Exception {
    return good(token == null ? request : request.header("Authorization", "Bearer " + token));
  }

  private String good(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return answer.body();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(30));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
