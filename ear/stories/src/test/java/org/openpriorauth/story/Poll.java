package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.openpriorauth.story.Api.Answer;

/** The job that asks silent payers, as the operator starts it. */
final class Poll {
  private Poll() {}

  static void run() {
    Api operator = Api.as("omar");
    Answer started = start();
    Answer ended =
        Eventually.get(
            Duration.ofSeconds(60),
            () -> operator.get("/api/v1/batch/executions/" + started.text("id")),
            execution -> !execution.text("status").startsWith("START"));
    assertThat(ended.text("status")).isEqualTo("COMPLETED");
  }

  static Answer start() {
    Answer started = Api.as("omar").post("/api/v1/batch/jobs/poll/executions", "");
    assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
    return started;
  }
}
