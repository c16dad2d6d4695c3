package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.Console;
import org.openpriorauth.launcher.LaunchFailure;
import org.openpriorauth.launcher.MainJob;

/** What the first command of the README promises, twice on the same data. */
@ExtendWith(Stack.class)
class DemoStory {
  @Test
  void theMainJobComesToItsThreeEndingsAndRunsAgainOnTheSamePatients() {
    assertThat(run())
        .contains("progress-note.pdf        3 page(s) by text")
        .contains("pt-discharge.pdf         2 page(s) by ocr")
        .contains("APPROVED, told by notification")
        .contains("DENIED, told by notification")
        .contains("exceeds the plan's limit of 12 visits")
        .contains("missing: A QuantiFERON");
    assertThat(run()).contains("APPROVED, told by", "DENIED, told by", "missing: A QuantiFERON");
  }

  private static String run() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    try {
      new MainJob(Stack.system(), new Console(out)).run();
    } catch (LaunchFailure e) {
      throw new AssertionError(said.toString(StandardCharsets.UTF_8), e);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
