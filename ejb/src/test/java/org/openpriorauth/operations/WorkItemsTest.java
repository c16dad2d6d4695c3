package org.openpriorauth.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkItemsTest {
  @Test
  void thePauseGrowsAndIsNeverLongerThanAnHour() {
    assertThat(WorkItems.pause(5, 1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(WorkItems.pause(5, 2)).isEqualTo(Duration.ofSeconds(20));
    assertThat(WorkItems.pause(5, 3)).isEqualTo(Duration.ofSeconds(80));
    assertThat(WorkItems.pause(5, 9)).isEqualTo(Duration.ofHours(1));
    assertThat(WorkItems.pause(5, 1000)).isEqualTo(Duration.ofHours(1));
  }
}
