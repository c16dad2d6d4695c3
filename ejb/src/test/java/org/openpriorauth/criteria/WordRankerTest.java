package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.openpriorauth.criteria.Packs.ORDERED;
import static org.openpriorauth.criteria.Packs.TODAY;
import static org.openpriorauth.criteria.Packs.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.PageReader;
import org.openpriorauth.extraction.PageText;
import org.openpriorauth.kernel.Evidence;

class WordRankerTest {
  private static final String ASKED = "Significant functional impairment";
  private static final List<String> HINTS = List.of("unable to", "limits", "difficulty walking");
  private static final UUID CHART = new UUID(0, 1);

  private static final String NOTE =
      """
      Progress note
      Patient: Jane Q. Sample

      She describes pain in the right leg. She is unable to walk more than one block and
      has difficulty waiking on stairs. Sleep is fair.
      - Pain limited her work as a teacher since May.
      - Reflexes are symmetric.
      """;

  private static List<Evidence> rank(PageText... pages) {
    return new WordRanker().rank(ASKED, HINTS, List.of(pages));
  }

  private static PageText page(int number, String text) {
    return new PageText(CHART, number, text, List.of());
  }

  @Test
  void theLikeliestPassageIsFirstAndStandsWhereItSays() {
    List<Evidence> found = rank(page(1, "Nothing of the kind."), page(2, NOTE));

    assertThat(found)
        .extracting(Evidence::quote)
        .containsExactly(
            "She is unable to walk more than one block and\nhas difficulty waiking on stairs.",
            "- Pain limited her work as a teacher since May.");
    assertThat(found).allMatch(e -> NOTE.substring(e.start(), e.end()).equals(e.quote()));
    assertThat(found).allMatch(e -> e.page() == 2);
  }

  @Test
  void withoutAHintTheCriterionsOwnWordsFindIt() {
    assertThat(rank(page(1, "There is functional impairment. There is impairment.")))
        .singleElement()
        .extracting(Evidence::quote)
        .isEqualTo("There is functional impairment.");
  }

  @Test
  void aFewPassagesOfOneWordingEachAreShown() {
    List<PageText> pages = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      pages.add(page(i, "She is unable to work. She is unable to drive %d miles.".formatted(i)));
    }

    List<Evidence> found = new WordRanker().rank(ASKED, HINTS, pages);

    assertThat(found)
        .extracting(Evidence::quote)
        .containsExactly(
            "She is unable to work.",
            "She is unable to drive 1 miles.",
            "She is unable to drive 2 miles.");
    assertThat(new WordRanker().rank(ASKED, HINTS, pages)).isEqualTo(found);
  }

  @Test
  void aPassageHasTheBoxOfItsWords() {
    PageReader.Word one = new PageReader.Word(0, 6, new double[] {0.1, 0.2, 0.1, 0.02}, 90);
    PageReader.Word two = new PageReader.Word(7, 14, new double[] {0.3, 0.2, 0.2, 0.03}, 90);
    PageText page = new PageText(CHART, 1, "Unable to lift.", List.of(one, two));

    assertThat(rank(page).get(0).box()).containsExactly(0.1, 0.2, 0.4, 0.03);
  }

  @Test
  void aChartOfTwoHundredFullPagesCostsNoMinute() {
    List<PageText> pages = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      pages.add(page(i + 1, "a%d bc%d\n".formatted(i, i).repeat(2500)));
    }

    assertTimeout(Duration.ofSeconds(10), () -> new WordRanker().rank(ASKED, HINTS, pages));
  }

  @Test
  void noRuleEverSaysThatWordsAreMet() throws JsonProcessingException {
    PolicyPack pack =
        pack(
            "{\"id\": \"f\", \"text\": \"%s\", \"ask\": \"A note.\", \"narrative\": {\"hints\": [\"unable to\"]}}"
                .formatted(ASKED));
    Facts silent = new Facts(TODAY, ORDERED, List.of());
    Facts spoken =
        silent.with(
            criterion ->
                new Facts.Found(
                    new WordRanker()
                        .rank(
                            criterion.text(),
                            criterion.narrative().hints(),
                            List.of(page(1, NOTE))),
                    Search.BY_WORDS));

    Matched found = Matcher.match(pack, spoken, Set.of());

    assertThat(PolicyCheck.faults(pack)).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.NOT_FOUND);
    assertThat(found.criteria().get(0).decidedBy()).isEqualTo("nobody");
    assertThat(found.criteria().get(0).evidence()).isNotEmpty();
    assertThat(OpenItems.of(found)).extracting(OpenItem::kind).containsExactly("confirm");
    assertThat(OpenItems.of(Matcher.match(pack, silent, Set.of())))
        .extracting(OpenItem::kind, OpenItem::text)
        .containsExactly(tuple("missing", "A note."));
    assertThat(Matcher.match(pack, spoken, Set.of("f")).verdict()).isEqualTo(Verdict.MET);
  }
}
