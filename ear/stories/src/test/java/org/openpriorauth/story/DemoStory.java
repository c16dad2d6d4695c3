package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.Console;
import org.openpriorauth.launcher.MainJob;

/** What the first command of the README promises, twice on the same data. */
@ExtendWith(Stack.class)
class DemoStory {
  @Test
  void theMainJobReadsThreeChartsAndRunsAgainOnTheSamePatients() {
    String first = run();
    assertThat(first)
        .contains("Lumbar MRI", "progress-note.pdf        3 page(s) by text")
        .contains("pt-discharge.pdf         2 page(s) by ocr");
    assertThat(first.split("is now in REVIEW", -1)).hasSize(4);
    assertThat(run().split("is now in REVIEW", -1)).hasSize(4);
  }

  private static String run() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new MainJob(Stack.system(), new Console(new PrintStream(said, true, StandardCharsets.UTF_8)))
        .run();
    return said.toString(StandardCharsets.UTF_8);
  }
}
