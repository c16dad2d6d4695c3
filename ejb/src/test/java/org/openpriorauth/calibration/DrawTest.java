package org.openpriorauth.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which values chance chooses. */
class DrawTest {
  /** Ids as they are given out: in order of their time. */
  private static final List<UUID> IDS =
      LongStream.range(0, 20_000).mapToObj(i -> new UUID(0x0193b00000007000L + i, i)).toList();

  private static List<UUID> chosen(double share) {
    return IDS.stream().filter(id -> Draw.chooses(id, share)).toList();
  }

  @Test
  void asManyAsTheShareSays() {
    assertThat(chosen(0)).isEmpty();
    assertThat(chosen(1)).isEqualTo(IDS);
    assertThat(chosen(0.05).size() / 20_000.0).isCloseTo(0.05, within(0.006));
  }

  @Test
  void theSameEachTimeAndMoreOfThemForALargerShare() {
    assertThat(chosen(0.05)).isEqualTo(chosen(0.05));
    assertThat(chosen(0.20)).containsAll(chosen(0.05));
  }

  /** Values of one document are chosen apart from each other. */
  @Test
  void neighboursDoNotGoTogether() {
    List<UUID> chosen = chosen(0.05);
    long pairs =
        LongStream.range(1, chosen.size())
            .filter(
                i ->
                    chosen.get((int) i).getLeastSignificantBits()
                        == chosen.get((int) i - 1).getLeastSignificantBits() + 1)
            .count();
    assertThat(pairs / (double) chosen.size()).isLessThan(0.1);
  }
}
