package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.openpriorauth.launcher.Ports;

/**
 * A hospital's OpenID provider: Keycloak as it is shipped, with the hospital's people, groups and
 * clients, its directory and a partner's SAML sign-on behind it. It is set up in every run and
 * started by the stories that need it.
 */
final class Hospital {
  static final String AUDIENCE = "openpriorauth-api";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int PORT = Ports.any();
  private static final String PROVIDER = "http://127.0.0.1:" + PORT;
  private static final String SECRET = UUID.randomUUID().toString();

  /** Of all its people, at the provider. */
  static final String PASSWORD = "at-the-hospital-" + UUID.randomUUID();

  private static Process process;

  private Hospital() {}

  static String issuer() {
    return PROVIDER + "/realms/hospital";
  }

  /** What the provider and we share. */
  static String secret() {
    return SECRET;
  }

  /** What the site says of it. */
  static Map<String, String> settings() {
    return Map.of(
        "OPENPRIORAUTH_SIGN_ON_ISSUER",
        issuer(),
        "OPENPRIORAUTH_SIGN_ON_CLIENT_ID",
        "openpriorauth",
        "OPENPRIORAUTH_SIGN_ON_CLIENT_SECRET",
        SECRET,
        "OPENPRIORAUTH_SIGN_ON_AUDIENCE",
        AUDIENCE,
        "OPENPRIORAUTH_SIGN_ON_SIGN_OUT_THERE",
        "true",
        "OPENPRIORAUTH_SIGN_ON_NAME",
        "Hudson Hospital",
        "OPENPRIORAUTH_SIGN_ON_ROLES",
        "pa-admins=CH:admin; pa-nurses=CH:staff; it-operations=installation:operator");
  }

  static synchronized void start() {
    if (process != null) {
      return;
    }
    Directory.start(PASSWORD);
    SignOuts.start();
    try {
      Path home = Path.of(System.getProperty("stories.home")).resolve("keycloak");
      if (!Files.exists(home)) {
        unpack(Path.of(System.getProperty("openpriorauth.keycloak.zip")), home);
      }
      Path realms = Files.createDirectories(home.resolve("data/import"));
      Files.writeString(realms.resolve("hospital.json"), realm("/hospital.json"));
      Files.writeString(realms.resolve("partner.json"), realm("/partner.json"));
      ProcessBuilder keycloak =
          new ProcessBuilder(
                  List.of(
                      "bash",
                      home.resolve("bin/kc.sh").toString(),
                      "start-dev",
                      "--http-port=" + PORT,
                      "--http-host=127.0.0.1",
                      "--hostname-strict=false",
                      "--import-realm",
                      "--db=dev-mem"))
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("keycloak.log").toFile());
      keycloak.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx384m");
      keycloak.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "runs-the-provider");
      keycloak.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
      process = keycloak.start();
      Runtime.getRuntime().addShutdownHook(new Thread(Hospital::stop));
      awaitAnswer(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static synchronized void stop() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.onExit().join();
      process = null;
    }
  }

  /**
   * A token that a program of the hospital's has for one of its people.
   *
   * @param client {@code schedule}, whose tokens are meant for us, {@code silent}, whose tokens are
   *     too but tell no groups, or {@code cafeteria}
   */
  static String token(String client, String username) {
    return token(issuer(), client, username);
  }

  /** A token that our own client has there: the provider tells us when its session ends. */
  static String ownToken(String username) {
    return token(issuer(), "openpriorauth&client_secret=" + SECRET, username);
  }

  private static String token(String issuer, String client, String username) {
    String form =
        "grant_type=password&scope=openid&client_id=%s&username=%s&password=%s"
            .formatted(client, username, PASSWORD);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("access_token").asText();
  }

  /** Takes somebody on, with a verified address, as who runs the provider does. */
  static void employ(String username, String email, String group) {
    String admin = token(master(), "admin-cli", "runs-the-provider");
    String body =
        """
        {"username": "%s", "email": "%s", "emailVerified": true, "enabled": true, "firstName": "New",
         "lastName": "Colleague", "groups": ["%s"],
         "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
        """
            .formatted(username, email, group, PASSWORD);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(PROVIDER + "/admin/realms/hospital/users"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** Ends all of somebody's sessions there, as who runs the provider does. */
  static void signOut(String username) {
    String admin = token(master(), "admin-cli", "runs-the-provider");
    String users = PROVIDER + "/admin/realms/hospital/users";
    String user = found(admin, users + "?exact=true&username=" + username);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(users + "/" + user + "/logout"))
                .header("Authorization", "Bearer " + admin)
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  /** Ends one session there. */
  static void endSession(String sid) {
    String admin = token(master(), "admin-cli", "runs-the-provider");
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(PROVIDER + "/admin/realms/hospital/sessions/" + sid))
                .header("Authorization", "Bearer " + admin)
                .DELETE());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  /** Takes somebody out of a group. */
  static void leave(String username, String group) {
    membership("DELETE", username, group);
  }

  /** Puts somebody into a group. */
  static void join(String username, String group) {
    membership("PUT", username, group);
  }

  private static void membership(String method, String username, String group) {
    String admin = token(master(), "admin-cli", "runs-the-provider");
    String realm = PROVIDER + "/admin/realms/hospital/";
    String user = found(admin, realm + "users?exact=true&username=" + username);
    String meant = found(admin, realm + "groups?exact=true&search=" + group);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(realm + "users/" + user + "/groups/" + meant))
                .header("Authorization", "Bearer " + admin)
                .method(method, HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(204);
  }

  /** Whether a sign-out that it tells us names the session, or the person alone. */
  static void namesSessions(boolean named) {
    String admin = token(master(), "admin-cli", "runs-the-provider");
    String clients = PROVIDER + "/admin/realms/hospital/clients";
    String ours = found(admin, clients + "?clientId=openpriorauth");
    String body =
        "{\"attributes\": {\"backchannel.logout.session.required\": \"%s\"}}".formatted(named);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(clients + "/" + ours))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static String master() {
    return PROVIDER + "/realms/master";
  }

  private static String found(String admin, String address) {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + admin);
    return json(send(asked)).path(0).path("id").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return Api.JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitAnswer(Path home) {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")).build();
    Eventually.get(
        Duration.ofMinutes(3),
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("Keycloak ended; see " + home.resolve("keycloak.log"));
          }
          try {
            return CLIENT.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode();
          } catch (IOException e) {
            return 0;
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        },
        status -> status == 200);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String realm(String resource) throws IOException {
    try (InputStream in = Hospital.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@SECRET@", SECRET)
          .replace("@PASSWORD@", PASSWORD)
          .replace("@TAKEN@", "rhea@example.org")
          .replace("@PROVIDER@", PROVIDER)
          .replace("@SIGN_OUTS@", SignOuts.address())
          .replace("@DIRECTORY@", Integer.toString(Directory.PORT))
          .replace("@ADDRESS@", Stack.system().settings().address());
    }
  }

  /** Without its one top directory. */
  private static void unpack(Path zip, Path home) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path inside = Path.of(entry.getName());
        if (!entry.isDirectory()) {
          Path target = home.resolve(inside.subpath(1, inside.getNameCount()));
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
        }
      }
    }
  }
}
