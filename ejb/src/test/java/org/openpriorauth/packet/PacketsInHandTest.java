package org.openpriorauth.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PacketsInHandTest {
  private static final UUID REQUEST = new UUID(1, 1);

  private final PacketsInHand inHand = new PacketsInHand();

  @Test
  void whoComesSecondTellsTheFirstThatTheRequestChanged() {
    assertThat(inHand.take(REQUEST)).isTrue();
    assertThat(inHand.hasChanged(REQUEST)).isFalse();
    assertThat(inHand.take(REQUEST)).isFalse();
    assertThat(inHand.take(REQUEST)).isFalse();
    assertThat(inHand.hasChanged(REQUEST)).isTrue();
    assertThat(inHand.hasChanged(REQUEST)).as("told once").isFalse();
    assertThat(inHand.take(new UUID(1, 2))).as("of another request").isTrue();

    inHand.leave(REQUEST);
    assertThat(inHand.take(REQUEST)).isTrue();
    assertThat(inHand.hasChanged(REQUEST)).isFalse();
  }
}
