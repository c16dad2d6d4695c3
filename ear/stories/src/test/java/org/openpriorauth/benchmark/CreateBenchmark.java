package org.openpriorauth.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpriorauth.launcher.RunningSystem;

/**
 * Requests taken in over REST by ten connections (token, permission, row-level security, number,
 * items, audit row, timeline, commit), against the plain SQL of {@link Reference}.
 */
@Tag("performance")
class CreateBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONNECTIONS = 10;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration ROUND = Duration.ofSeconds(8);

  /** The goal is 0.10 (ear/docs/figures.md); until then, this keeps it from getting worse. */
  private static final double SHARE = 0.005;

  private final HttpClient client = HttpClient.newHttpClient();
  private String address;
  private String token;

  @Test
  void takesInRequestsAtAShareOfTheDatabasesRate() throws Exception {
    try (RunningSystem system = Bench.start("create")) {
      address = system.settings().address() + "/api/v1";
      signIn(system.secrets().password("people"));
      String request = request();
      List<Load.Call> clients =
          Collections.nCopies(CONNECTIONS, () -> post("/prior-authorizations", request));
      Load.of(clients, WARM_UP);
      double[] shares = new double[ROUNDS];
      double[] p95 = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        Load.Outcome reference = reference(system.database().superuser());
        Load.Outcome ours = Load.of(clients, ROUND);
        System.out.println("reference " + reference + ", ours " + ours);
        shares[round] = ours.perSecond() / reference.perSecond();
        p95[round] = ours.p95() / reference.p95();
      }
      Figure.atLeast(SHARE, "create", Figure.median(shares), "of the database's own rate");
      Figure.report("create-p95", Figure.median(p95), "x the database's own");
    }
  }

  private static Load.Outcome reference(DataSource database) throws Exception {
    Reference.prepare(database);
    List<Reference> connections = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.add(new Reference(database));
      }
      List<Load.Call> callers = new ArrayList<>();
      connections.forEach(connection -> callers.add(connection::transaction));
      return Load.of(callers, ROUND);
    } finally {
      for (Reference connection : connections) {
        connection.close();
      }
    }
  }

  private void signIn(String password) throws Exception {
    JsonNode signedIn =
        post(
            "/auth/token",
            JSON.createObjectNode().put("username", "sam").put("password", password).toString());
    token = signedIn.path("access_token").asText();
  }

  /** A body that may be sent any number of times: each is a request of its own. */
  private String request() throws Exception {
    JsonNode payers = send(builder("/payers").GET());
    String patient =
        post(
                "/patients",
                """
                {"given_name": "Jane", "family_name": "Sample", "birth_date": "1971-04-05",
                 "sex": "female", "mrn": "M-1"}""")
            .path("id")
            .asText();
    String coverage =
        post(
                "/patients/" + patient + "/coverages",
                """
                {"payer_id": "%s", "rank": "primary", "relationship": "self",
                 "member_id": "HCX 448 201 937", "valid_from": "2026-01-01"}"""
                    .formatted(payers.path("items").path(0).path("id").asText()))
            .path("id")
            .asText();
    return """
        {"patient_id": "%s", "coverage_id": "%s", "priority": "routine",
         "items": [{"code_system": "cpt", "code": "72148", "units": 1,
                    "diagnosis_codes": ["M54.16"]}]}"""
        .formatted(patient, coverage);
  }

  private JsonNode post(String path, String body) throws Exception {
    return send(
        builder(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder builder(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
    return token == null ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return JSON.readTree(answer.body());
  }
}
