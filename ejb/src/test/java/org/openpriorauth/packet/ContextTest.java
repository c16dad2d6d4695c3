package org.openpriorauth.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContextTest {
  private static final String NOTE =
      """
      Patient: Ann Sample   DOB: 01/02/1970
      She was seen on 08/03/2026 for low back pain. She attended supervised therapy from
      08/17/2026 to 10/12/2026 (8 weeks, 14 visits) without relief. No fever was reported.

      Strength   4/5   right
      """;

  @Test
  void aSpanInProseBringsItsSentence() {
    assertThat(around("10/12/2026"))
        .isEqualTo(
            "She attended supervised therapy from 08/17/2026 to 10/12/2026 (8 weeks, 14 visits)"
                + " without relief.");
  }

  @Test
  void aSpanInATableBringsItsRow() {
    assertThat(around("4/5")).isEqualTo("Strength 4/5 right");
  }

  @Test
  void aPageWithoutSentencesIsCutBetweenWords() {
    String words = "word ".repeat(400);

    String context = Context.around(words, 1000, 1004);

    assertThat(context.length()).isBetween(200, 460);
    assertThat(context).startsWith("word ").endsWith(" word");
  }

  @Test
  void aSpanThatIsNotThereBringsNothing() {
    assertThat(Context.around("short", 3, 90)).isEmpty();
    assertThat(Context.around("short", 3, 3)).isEmpty();
  }

  private static String around(String span) {
    int at = NOTE.indexOf(span);
    return Context.around(NOTE, at, at + span.length());
  }
}
