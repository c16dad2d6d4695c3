package org.openpriorauth.story;

import java.time.Duration;
import org.openpriorauth.story.Api.Answer;

/** Jobs, started and watched as an operator does. */
final class Jobs {
  private Jobs() {}

  /** The place of the execution. */
  static String start(String job) {
    Answer started = Api.as("omar").post("/api/v1/batch/jobs/" + job + "/executions", "");
    if (started.status() != 202) {
      throw new AssertionError(started.status() + " " + started.body());
    }
    return "/api/v1/batch/executions/" + started.text("id");
  }

  /** How it ended. */
  static String end(String place) {
    return Eventually.get(
            Duration.ofMinutes(2),
            () -> Api.as("omar").get(place),
            execution -> !execution.text("status").startsWith("START"))
        .text("status");
  }

  static String run(String job) {
    return end(start(job));
  }
}
