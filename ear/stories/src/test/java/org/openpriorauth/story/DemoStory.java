package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the first command of the README promises, twice on the same data. */
@ExtendWith(Stack.class)
class DemoStory {
  @Test
  void theMainJobComesToItsThreeEndings() {
    assertThat(DemoRun.first())
        .contains("progress-note.pdf        3 page(s) by text")
        .contains("pt-discharge.pdf         2 page(s) by ocr")
        .contains("APPROVED, told by notification")
        .contains("DENIED, told by notification")
        .contains("exceeds the plan's limit of 12 visits")
        .contains("missing: A QuantiFERON");
  }

  @Test
  @Thorough
  void itRunsAgainOnTheSamePatients() {
    DemoRun.first();
    assertThat(DemoRun.again())
        .contains("APPROVED, told by", "DENIED, told by", "missing: A QuantiFERON");
  }
}
