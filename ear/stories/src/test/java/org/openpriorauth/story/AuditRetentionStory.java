package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the audit trail has kept long enough goes, and nothing else does without being missed. */
@Tag("hipaa")
@Tag("security")
@ExtendWith(Stack.class)
@Thorough
class AuditRetentionStory {
  private static final String EVENTS = "select count(*) from audit_event where clinic_id = ?";
  private static final String OLD = EVENTS + " and at < now() - interval '7 years 2 months'";
  private static final String NOTES = EVENTS + " and action = 'audit.remove'";

  private UUID clinic;
  private Api nora;

  /** A practice that came eight years ago, a part of it in a month that has no partition. */
  @BeforeEach
  void aPracticeOfLongAgo() throws SQLException {
    String name = Newcomer.fresh();
    String made =
        Api.anonymous()
            .post(
                "/api/v1/auth/register-practice",
                Practices.json("Long Ago Family Practice")
                    .put("username", name)
                    .put("email", name + "@example.net")
                    .put("password", Newcomer.PASSWORD)
                    .put("first_name", "Nora")
                    .put("last_name", "Long")
                    .toString())
            .created()
            .text("practice_id");
    clinic = UUID.fromString(made);
    nora = Practices.enrolled(new Newcomer(Newcomer.id(name), name, name + "@example.net"));
    below(
        "select open_audit_month('" + today().minusYears(8) + "')",
        "update audit_event set at = at - interval '8 years' where clinic_id = '" + clinic + "'",
        "update audit_event set at = at - interval '3 months' where clinic_id = '"
            + clinic
            + "' and action = 'practice.register'");
    seal();
    nora.get("/api/v1/clinics/current");
    seal();
    assertThat(Rows.count(OLD, clinic)).isPositive();
    assertThat(Rows.count(OLD + " and action = 'practice.register'", clinic)).isEqualTo(1);
  }

  /** A chain that was broken on purpose would fail every later verification. */
  @AfterEach
  void theChainIsTakenAway() throws SQLException {
    below(
        "delete from audit_seal where clinic_id = '" + clinic + "'",
        "delete from audit_event where clinic_id = '" + clinic + "'");
  }

  @Test
  void whatWasKeptLongEnoughGoesByTheChainsOwnWord() throws SQLException {
    long old = Rows.count(OLD, clinic);
    retention();
    assertThat(Rows.count(NOTES, clinic)).isEqualTo(1);
    retention();
    assertThat(Rows.count(NOTES, clinic)).as("noted once").isEqualTo(1);
    assertThat(Rows.count(OLD, clinic)).as("the note is under no seal").isEqualTo(old);
    assertThat(verification().path("removed_seals").asInt()).isZero();
    // Of that month too, and sealed with events of today().
    below(
        "insert into audit_event (id, at, clinic_id, actor, action, subject, outcome, door,"
            + " request_id) values (gen_random_uuid(), now() - interval '8 years', '"
            + clinic
            + "', gen_random_uuid(), 'test.late', 'test', 'done', 'test', 'late')");
    seal();
    long dropped = drops();
    retention();

    assertThat(Rows.count(OLD, clinic)).isEqualTo(1);
    assertThat(Rows.count(EVENTS + " and action = 'test.late'", clinic)).isEqualTo(1);
    String month =
        "audit_event_" + today().minusYears(8).toString().substring(0, 7).replace("-", "");
    assertThat(Rows.texts("select to_regclass('openpriorauth." + month + "')")).containsOnlyNulls();
    assertThat(drops()).isEqualTo(dropped + 1);
    whole();
    seal();
    retention();
    whole();
    assertThat(Jobs.run("verify-audit")).isEqualTo("COMPLETED");
  }

  /** How often the month was dropped, as the installation's own trail has it. */
  private static long drops() {
    return Rows.count(
        "select count(*) from audit_event where clinic_id is null and action = 'audit.drop'"
            + " and detail ->> 'months' like ?",
        "%" + today().minusYears(8).withDayOfMonth(1) + "%");
  }

  private void whole() {
    JsonNode verified = verification();
    assertThat(verified.path("problems")).isEmpty();
    assertThat(verified.path("removed_seals").asInt()).isEqualTo(1);
    String from = today().minusYears(7).withDayOfMonth(1).toString();
    assertThat(verified.path("kept_from").asText()).isEqualTo(from);
    Verifier.Verdict verdict = Verifier.of(nora.get("/api/v1/audit/export").raw().body());
    assertThat(verdict.exit()).as(verdict.said()).isZero();
    assertThat(verdict.said()).contains("removed    the events of 1 seals").contains(from);
  }

  @Test
  void whatGoesBesidesIsMissed() throws SQLException {
    retention();
    seal();
    retention();
    whole();
    String second =
        "position > (select up_to from audit_seal where clinic_id = '%s' and number = 1)";
    below(
        "delete from audit_event where clinic_id = '"
            + clinic
            + "' and "
            + second.formatted(clinic)
            + " and position <= (select up_to from audit_seal where clinic_id = '"
            + clinic
            + "' and number = 2)");
    assertThat(problems()).hasSize(1).allMatch(p -> p.startsWith("Seal 2 fixed"));
    Verifier.Verdict verdict = Verifier.of(nora.get("/api/v1/audit/export").raw().body());
    assertThat(verdict.exit()).isEqualTo(1);
    assertThat(verdict.said()).contains("the events of seal 2 are gone");
  }

  @Test
  void withoutItsNoteARemovalIsALoss() throws SQLException {
    below(
        "delete from audit_event where clinic_id = '"
            + clinic
            + "' and at < now() - interval '7 years'");
    assertThat(problems()).hasSize(1).allMatch(p -> p.startsWith("Seal 1 fixed"));
    assertThat(Verifier.of(nora.get("/api/v1/audit/export").raw().body()).exit()).isEqualTo(1);
    retention();
    assertThat(Rows.count(NOTES, clinic)).as("of a broken chain nothing goes").isZero();
  }

  /** Whoever may insert can write such a note; the key is not in the database. */
  @Test
  void aNoteThatSomebodyElseWroteOpensNothing() throws SQLException {
    String forged =
        "insert into audit_event (id, at, clinic_id, actor, action, subject, outcome, door,"
            + " request_id, detail) select gen_random_uuid(), now(), clinic_id, gen_random_uuid(),"
            + " 'audit.remove', 'audit_event', 'done', 'batch', 'x', jsonb_build_object('seal',"
            + " number, 'up_to', 9000000000, 'hash', hash, 'before', '%s', 'keyed', '%s')"
            + " from audit_seal where clinic_id = '%s' and number = 2";
    long before = Rows.count(EVENTS + " and at > now() - interval '1 year'", clinic);
    try (Connection app =
            Stack.system()
                .database()
                .as("openpriorauth_app", Stack.system().secrets().password("app"))
                .getConnection();
        Statement statement = app.createStatement()) {
      app.setAutoCommit(false);
      statement.execute("select set_config('app.clinic', '" + clinic + "', true)");
      statement.execute(forged.formatted(today(), "a".repeat(64), clinic));
      app.commit();
      seal();
      statement.execute("select set_config('app.clinic', '" + clinic + "', true)");
      statement.execute("select drop_removed_audit()");
      app.commit();
      assertThatThrownBy(() -> statement.execute("delete from audit_event"))
          .isInstanceOf(SQLException.class);
      app.rollback();
    }
    assertThat(Rows.count(EVENTS + " and at > now() - interval '1 year'", clinic))
        .as("nothing that is younger than six years")
        .isEqualTo(before + 1);
    assertThat(problems())
        .contains("A removal of events was not noted by this installation.")
        .anyMatch(p -> p.startsWith("Seal 1 fixed"));
  }

  private static void retention() {
    assertThat(Jobs.run("retention")).isEqualTo("COMPLETED");
  }

  private static void seal() {
    assertThat(Jobs.run("seal-audit")).isEqualTo("COMPLETED");
  }

  private JsonNode verification() {
    return nora.get("/api/v1/audit/verification").body();
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    verification().path("problems").forEach(p -> problems.add(p.asText()));
    return problems;
  }

  /** As who has the whole database, past what keeps its rows. */
  private static void below(String... sentences) throws SQLException {
    try (Connection all = Stack.system().database().superuser().getConnection();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path = openpriorauth");
      statement.execute("set session_replication_role = replica");
      for (String sentence : sentences) {
        statement.execute(sentence);
      }
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
