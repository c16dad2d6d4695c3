package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** The administrator's checks: who sees which, and that what is broken shows. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(Stack.class)
class ChecksStory {
  private static final String DOOR = "/api/v1/admin/checks";

  private static final String MAILS = "select count(*) from outgoing_mail where kind = 'checks'";

  private static final String[] INSTALLATION = {
    "database",
    "clock",
    "broker",
    "storage",
    "certificates",
    "keys",
    "backup",
    "sign-in-rules",
    "installation-trail"
  };

  private static final String[] CLINIC = {
    "payers",
    "reading",
    "default-passwords",
    "second-factors",
    "dormant-accounts",
    "training",
    "audit-trail"
  };

  @Test
  void whatRunsPassesAndNamesItsSafeguard() {
    Map<String, JsonNode> all = look("omar");
    for (String name : new String[] {"database", "clock", "broker", "storage", "sign-in-rules"}) {
      assertThat(status(all, name)).as(name + " " + all.get(name)).isEqualTo("pass");
    }
    assertThat(all.get("database").at("/safeguard/citation").asText())
        .isEqualTo("45 CFR 164.312(a)(1)");
    assertThat(all.values())
        .allMatch(check -> check.at("/safeguard/citation").asText().startsWith("45 CFR 164.3"))
        .allMatch(check -> check.path("status").asText().equals("pass") == advice(check).isEmpty());
  }

  @Test
  void eachRoleSeesWhatItsPermissionsOpen() {
    assertThat(look("sol")).containsOnlyKeys(CLINIC);
    assertThat(look("ada")).containsOnlyKeys(CLINIC);
    assertThat(look("omar").keySet()).contains(INSTALLATION).contains("payers", "reading");
    assertThat(look("omar")).hasSize(INSTALLATION.length + 2);
    for (String nobody : new String[] {"sam", "dr.okafor", "bea", "finn", "rhea"}) {
      Api.as(nobody).get(DOOR).refused("1105");
    }
  }

  @Test
  void anotherClinicsFactsAreInNoAnswer() {
    Answer there = Api.as("rita").get(DOOR);
    assertThat(there.raw().body()).doesNotContain("Whitfield").doesNotContain("Abernathy");
    Answer here = Api.as("sol").get(DOOR);
    assertThat(here.raw().body()).contains("Abernathy").doesNotContain("Rita");
    assertThat(look("rita")).containsOnlyKeys(CLINIC);
    assertThat(found(look("sol"), "default-passwords")).contains("Ada Moreno");
    assertThat(found(look("rita"), "default-passwords"))
        .as("the same demonstration")
        .contains("Rita");
    assertThat(status(look("sol"), "second-factors")).isEqualTo("fail");
  }

  @Test
  void anOldBackupAndNoneFail() throws IOException {
    Path stamp = Stack.backupStamp();
    try {
      assertThat(status(look("omar"), "backup")).isEqualTo("fail");
      Files.writeString(stamp, "");
      assertThat(status(look("omar"), "backup")).isEqualTo("pass");
      Instant old = Instant.now().minus(Duration.ofHours(27));
      Files.setLastModifiedTime(stamp, FileTime.from(old));
      assertThat(status(look("omar"), "backup")).isEqualTo("fail");
      assertThat(found(look("omar"), "backup")).contains("27 h old");
    } finally {
      Files.deleteIfExists(stamp);
    }
  }

  @Test
  void aStoreThatTakesNothingFailsAndTheOthersAnswer() throws IOException {
    Path home = Stack.system().settings().home();
    Path store = home.resolve("documents");
    Path away = home.resolve("documents.away");
    assertThat(store).isDirectory();
    Files.move(store, away);
    try {
      // A file where the directory was: nobody can write below it, not even root.
      Files.writeString(store, "");
      Map<String, JsonNode> all = look("omar");
      assertThat(status(all, "storage")).isEqualTo("fail");
      assertThat(all.get("storage").toString()).doesNotContain(home.toString());
      assertThat(status(all, "database")).isEqualTo("pass");
    } finally {
      Files.delete(store);
      Files.move(away, store);
    }
    assertThat(status(look("omar"), "storage")).isEqualTo("pass");
  }

  /** A table is locked: only the check that reads it is without an answer. */
  @Test
  @Thorough
  void aCheckThatHangsIsToldAndKeepsNobodyWaiting() throws Exception {
    try (var blocker = Stack.system().database().superuser().getConnection()) {
      blocker.setAutoCommit(false);
      blocker.createStatement().execute("lock table openpriorauth.schema_history");
      long begun = System.nanoTime();
      Map<String, JsonNode> all = look("omar");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(11));
      assertThat(status(all, "database")).isEqualTo("fail");
      assertThat(found(all, "database")).contains("we do not know");
      assertThat(status(all, "clock")).isEqualTo("pass");
      blocker.rollback();
    }
    Eventually.get(Duration.ofSeconds(30), () -> status(look("omar"), "database"), "pass"::equals);
  }

  @Test
  void theNightIsRememberedAndWorseShows() throws IOException {
    Path stamp = Stack.backupStamp();
    try {
      Files.writeString(stamp, "");
      assertThat(Jobs.run("run-checks")).isEqualTo("COMPLETED");
      JsonNode good = look("omar").get("backup");
      assertThat(good.at("/before/status").asText()).isEqualTo("pass");
      assertThat(good.path("worse").asBoolean()).isFalse();
      assertThat(Rows.count("select count(*) from check_result where clinic_id is null"))
          .isPositive();

      Files.delete(stamp);
      assertThat(look("omar").get("backup").path("worse").asBoolean()).isTrue();
      long mails = Rows.count(MAILS);
      long keepers =
          Rows.count(
              "select count(*) from membership where active"
                  + " and role in ('operator', 'platform_admin')");
      assertThat(Jobs.run("run-checks")).isEqualTo("COMPLETED");
      assertThat(Rows.count(MAILS)).as("told once").isEqualTo(mails + keepers);
      String mail =
          Eventually.get(
              Duration.ofSeconds(30),
              () -> String.join("", Stack.system().mailbox().to("omar@example.org")),
              text -> text.contains("Backup"));
      assertThat(mail)
          .as("names of checks, and not what they found")
          .contains("/app/checks.xhtml")
          .doesNotContain("cannot be read")
          .doesNotContain("Whitfield");
      assertThat(Files.readString(Stack.system().server().log()))
          .contains("OPA-1801 check failed name=backup");
      JsonNode still = look("omar").get("backup");
      assertThat(still.at("/before/status").asText()).isEqualTo("fail");
      assertThat(still.path("worse").asBoolean()).isFalse();
      assertThat(Jobs.run("run-checks")).isEqualTo("COMPLETED");
      assertThat(Rows.count(MAILS)).as("not told again").isEqualTo(mails + keepers);
    } finally {
      Files.deleteIfExists(stamp);
    }
  }

  @Test
  void aTrailThatWasSealedAndVerifiedPasses() {
    assertThat(Jobs.run("seal-audit")).isEqualTo("COMPLETED");
    assertThat(Jobs.run("verify-audit")).isEqualTo("COMPLETED");
    Map<String, JsonNode> clinic = look("sol");
    assertThat(status(clinic, "audit-trail")).as(found(clinic, "audit-trail")).isEqualTo("pass");
    Map<String, JsonNode> all = look("omar");
    assertThat(status(all, "installation-trail"))
        .as(found(all, "installation-trail"))
        .isEqualTo("pass");
  }

  /** Waits a minute: the shortest while there is. */
  @Thorough
  @Test
  void anOperatorRaisesALevelForAWhileAndItIsWrittenDown() throws IOException {
    Api omar = Api.as("omar");
    Answer raised = omar.put(DOOR + "/log-level", "{\"area\": \"checks\", \"minutes\": 1}");
    assertThat(raised.status()).as(raised.raw().body()).isEqualTo(200);
    assertThat(Instant.parse(raised.text("until")))
        .isBetween(Instant.now(), Instant.now().plusSeconds(61));
    assertThat(omar.get(DOOR + "/log-level").body().at("/items/0/area").asText())
        .isEqualTo("checks");
    look("omar");
    Eventually.get(Duration.ofSeconds(10), () -> logged("check database: "), found -> found);
    // The timer sets it back by itself.
    Eventually.get(
        Duration.ofSeconds(90),
        () -> omar.get(DOOR + "/log-level").body().path("items").size(),
        left -> left == 0);

    omar.put(DOOR + "/log-level", "{\"area\": \"kitchen\", \"minutes\": 1}")
        .refused("/area", "unknown");
    omar.put(DOOR + "/log-level", "{\"area\": \"chart\", \"minutes\": 0}")
        .refused("/minutes", "out_of_range");
    assertThat(omar.post(DOOR + "/caches", "").status()).isEqualTo(204);
    assertThat(Rows.texts("select distinct action from audit_event where action like 'checks.%'"))
        .contains("checks.caches", "checks.log-level");
    Api.as("sol").post(DOOR + "/caches", "").refused("1105");
  }

  @Test
  void theReportsAreMadeOfWhatTheAskingRoleMaySee() throws IOException {
    String security = pdf("omar", "security");
    assertThat(security)
        .contains("Security check", "This installation", "Database")
        .contains("45 CFR 164.312(a)(1)", "45 CFR 164.308(a)(7)(ii)(A)", "What to do");
    String hipaa = pdf("ada", "hipaa");
    assertThat(hipaa)
        .contains("HIPAA check", "45 CFR 164.312(d)", "This clinic alone")
        .doesNotContain("Message broker")
        .doesNotContain("Rita");
    Api.as("sol").get(DOOR + "/report?kind=other").refused("/kind", "unknown");
    Api.as("sam").get(DOOR + "/report?kind=hipaa").refused("1105");
    assertThat(Rows.count("select count(*) from audit_event where action = 'checks.report'"))
        .isPositive();
  }

  private static String pdf(String who, String kind) throws IOException {
    Answer answer = Api.as(who).get(DOOR + "/report?kind=" + kind);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(answer.header("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"" + kind + "-check.pdf\"");
    byte[] bytes =
        PlainBrowser.signedIn(who)
            .get("check-report?kind=" + kind)
            .body()
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(Path.of("target", kind + "-check.pdf"), bytes);
    try (PDDocument read = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
    }
  }

  private static boolean logged(String words) {
    try (var files = Files.walk(Stack.system().settings().home())) {
      for (Path log : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        if (new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1).contains(words)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, JsonNode> look(String who) {
    Answer answer = Api.as(who).get(DOOR);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    Map<String, JsonNode> byName = new TreeMap<>();
    answer.body().path("items").forEach(c -> byName.put(c.path("name").asText(), c));
    return byName;
  }

  private static String status(Map<String, JsonNode> checks, String name) {
    return checks.get(name).path("status").asText();
  }

  private static String found(Map<String, JsonNode> checks, String name) {
    return checks.get(name).path("found").asText();
  }

  private static String advice(JsonNode check) {
    return check.path("advice").asText();
  }
}
