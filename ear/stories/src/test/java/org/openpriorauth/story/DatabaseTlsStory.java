package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** Between server and database by TLS, where the site says so: to the one that is meant, or not. */
@Tag("security")
@Thorough
@ExtendWith(Stack.class)
class DatabaseTlsStory {
  private static final String OURS =
      "select count(*) from pg_stat_ssl s join pg_stat_activity a using (pid)"
          + " where a.usename like 'openpriorauth%' and ";

  private static Authority authority;

  @BeforeAll
  static void theSiteAsksForTls() throws IOException, GeneralSecurityException {
    authority = new Authority(directory("authority"));
    certified(authority.issue("ip:127.0.0.1"));
    connectBy("?sslmode=verify-full&sslrootcert=" + authority.root());
  }

  @AfterAll
  static void asItWas() {
    Rows.change("alter system reset ssl");
    Rows.texts("select pg_reload_conf()");
    connectBy("");
  }

  private static void connectBy(String parameters) {
    String url = Stack.system().database().url();
    Stack.restart(Map.of("OPENPRIORAUTH_DB_URL", url + parameters));
  }

  @Test
  void everyConnectionIsEncryptedAndTheCheckSaysSo() {
    assertThat(Rows.count(OURS + "s.ssl and s.version = 'TLSv1.3'")).isPositive();
    assertThat(Rows.count(OURS + "not s.ssl")).isZero();
    JsonNode check =
        StreamSupport.stream(
                Api.as("omar").get("/api/v1/admin/checks").body().path("items").spliterator(),
                false)
            .filter(c -> c.path("name").asText().equals("database"))
            .findFirst()
            .orElseThrow();
    assertThat(check.path("status").asText()).isEqualTo("pass");
    assertThat(check.path("found").asText()).contains("by TLS");
  }

  @Test
  void aServerOfAnotherNameOrAuthorityIsNotTalkedTo() throws IOException, GeneralSecurityException {
    refused(authority.issue("dns:elsewhere.example"));
    refused(new Authority(directory("stranger")).issue("ip:127.0.0.1"));
  }

  private static void refused(Authority.Issued impostor)
      throws IOException, GeneralSecurityException {
    Authority.Issued good = authority.issue("ip:127.0.0.1");
    certified(impostor);
    cutOff();
    Answer away = ready(503);
    assertThat(away.raw().body())
        .contains("certificate")
        .doesNotContain(
            Stack.system().secrets().password("app"), "openpriorauth_app", "127.0.0.1", "jdbc:");
    certified(good);
    ready(200);
  }

  private static Answer ready(int status) {
    return Eventually.get(
        Duration.ofSeconds(60),
        () -> Api.anonymous().get("/health/ready"),
        answer -> answer.status() == status);
  }

  /** PostgreSQL reads its certificate anew for whoever comes from now on. */
  private static void certified(Authority.Issued issued)
      throws IOException, GeneralSecurityException {
    Path certificate = directory("postgresql").resolve("server.pem");
    Path key = certificate.resolveSibling("server.key");
    issued.pem(certificate, key);
    Rows.change("alter system set ssl_cert_file = '" + certificate + "'");
    Rows.change("alter system set ssl_key_file = '" + key + "'");
    Rows.change("alter system set ssl = on");
    Rows.texts("select pg_reload_conf()");
  }

  private static void cutOff() {
    Rows.texts(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where usename like 'openpriorauth%'");
  }

  private static Path directory(String name) throws IOException {
    return Files.createDirectories(
        Path.of(System.getProperty("stories.home")).resolve("database-tls").resolve(name));
  }
}
