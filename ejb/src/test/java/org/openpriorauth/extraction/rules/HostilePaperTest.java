package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.openpriorauth.extraction.rules.PageFixture.extract;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.PageReader.Page;

/** Letters, cards and cover sheets made to keep a reader busy. */
class HostilePaperTest {
  private static final int CHARACTERS = 200_000;
  private static final String LETTER =
      "Alder Health Plan\nNOTICE OF ADVERSE DETERMINATION\nDear Provider:\nwe denied it\n";
  private static final String CARD =
      "Alder Health\nThis card is not a guarantee of coverage\nRxBIN 1\nShow this card\n";
  private static final String COVER = "FAX\nTO: Alder\nFROM: Brook\nPAGES: 3\nRE: x\n";

  static Stream<String> texts() {
    return Stream.of(
        LETTER + "|reference number ",
        LETTER + "|Reference number:\n",
        LETTER + "|if it is denied by the plan because ",
        LETTER + "|approved for 12 visits within 60 days to appeal ",
        LETTER + "|from 1/2/2026 through ",
        LETTER + "|appeal reopening peer-to-peer call by 1/2/2026 ",
        LETTER + "|call call call call ",
        LETTER + "|the information; ",
        LETTER + "|Reason: it is denied.\n",
        CARD + "|ID ",
        CARD + "|Member\n",
        CARD + "|Group 1 2 3 ",
        COVER + "|FROM: x\nTO: y\n",
        COVER + "|from ",
        "|progress notes report ",
        "|aaaaaaaaab ",
        "|to the automated system ");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatAPageMayCostIsBounded(String made) {
    int bar = made.indexOf('|');
    String part = made.substring(bar + 1);
    String text = made.substring(0, bar) + part.repeat(CHARACTERS / part.length());
    Page page = new Page(1, "text", 0, List.of(), text, List.of());

    Extraction read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> extract(Duration.ofMinutes(5), page));

    assertThat(read.fields()).hasSizeLessThanOrEqualTo(20_000);
  }
}
