package org.openpriorauth.priorauth.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriorAuthStateTest {
  private static final Path PICTURE = Path.of("../ear/docs/states.md");

  @Test
  void thePictureInTheDocsShowsTheTable() throws IOException {
    StringBuilder drawn = new StringBuilder("```mermaid\nstateDiagram-v2\n  [*] --> DRAFT\n");
    for (PriorAuthState from : PriorAuthState.values()) {
      for (PriorAuthState to : PriorAuthState.values()) {
        if (from.canBecome(to)) {
          drawn.append("  ").append(from).append(" --> ").append(to).append('\n');
        }
      }
      if (from.next().isEmpty()) {
        drawn.append("  ").append(from).append(" --> [*]\n");
      }
    }
    drawn.append("```\n");
    assertThat(Files.readString(PICTURE)).contains(drawn);
  }

  @Test
  void everyStateCanBeReachedFromADraft() {
    Set<PriorAuthState> reached = EnumSet.of(PriorAuthState.DRAFT);
    int before;
    do {
      before = reached.size();
      EnumSet.copyOf(reached).forEach(state -> reached.addAll(state.next()));
    } while (reached.size() > before);
    assertThat(reached).containsExactlyInAnyOrder(PriorAuthState.values());
  }

  @Test
  void nothingLeavesTheEndAndNothingReturnsToADraft() {
    assertThat(PriorAuthState.CANCELLED.next()).isEmpty();
    assertThat(PriorAuthState.EXPIRED.next()).isEmpty();
    assertThat(Arrays.stream(PriorAuthState.values()))
        .noneMatch(state -> state.canBecome(PriorAuthState.DRAFT));
  }

  @Test
  void onlyThePayersWordIsADetermination() {
    assertThat(Arrays.stream(PriorAuthState.values()).filter(PriorAuthState::determined))
        .containsExactlyInAnyOrder(
            PriorAuthState.APPROVED,
            PriorAuthState.PARTIALLY_APPROVED,
            PriorAuthState.DENIED,
            PriorAuthState.NOT_REQUIRED);
  }
}
