package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

@ExtendWith(Stack.class)
class NightlyJobsStory {
  private final Api operator = Api.as("omar");

  @Test
  void retentionForgetsOldKeysOfEveryClinicAndKeepsTheYoung() throws SQLException {
    assertThat(operator.get("/api/v1/batch/jobs").body().toString()).contains("retention");
    execute(
        "insert into openpriorauth.idempotency_key"
            + " (clinic_id, action, idem_key, fingerprint, created_at)"
            + " select id, 'test', 'old', cast('' as bytea), now() - interval '8 days' from openpriorauth.clinic"
            + " union all select id, 'test', 'young', cast('' as bytea), now() from openpriorauth.clinic"
            + " on conflict do nothing");

    runs("retention");

    assertThat(count("idem_key = 'old'")).isZero();
    assertThat(count("idem_key = 'young'")).isEqualTo(Rows.count("select count(*) from clinic"));
  }

  @Test
  void anUnknownJobOrExecutionIsNotThere() {
    operator.post("/api/v1/batch/jobs/no-such/executions", "").refused("1401");
    operator.get("/api/v1/batch/executions/99999999").refused("1403");
  }

  @Test
  void movingDocumentsIsDoneAtOnceWhereNoFormerStoreIsSet() {
    runs("move-documents");
  }

  private void runs(String job) {
    Answer started = operator.post("/api/v1/batch/jobs/" + job + "/executions", "");
    assertThat(started.status()).isEqualTo(202);
    String place = "/api/v1/batch/executions/" + started.text("id");
    assertThat(started.header("Location").orElseThrow()).endsWith(place);
    Answer ended =
        Eventually.get(
            Duration.ofSeconds(60),
            () -> operator.get(place),
            execution -> !execution.text("status").startsWith("START"));
    assertThat(ended.text("status")).isEqualTo("COMPLETED");
  }

  private static long count(String where) throws SQLException {
    try (Connection all = Stack.system().database().superuser().getConnection();
        ResultSet rows =
            all.createStatement()
                .executeQuery(
                    "select count(*) from openpriorauth.idempotency_key"
                        + " where action = 'test' and "
                        + where)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection all = Stack.system().database().superuser().getConnection()) {
      all.createStatement().execute(sql);
    }
  }
}
