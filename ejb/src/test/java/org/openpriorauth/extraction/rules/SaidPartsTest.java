package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.page;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.Composition.Part;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.PageReader.Page;

/** What pages tell once it is said which documents they are. */
class SaidPartsTest {
  private static final Page NOTE =
      page(
          1,
          100,
          "OFFICE VISIT NOTE",
          "Patient: Nora Quist      DOB: 05/06/1970",
          "Chief Complaint: knee pain",
          "Assessment: knee osteoarthritis (M17.11).");

  /** Without a word of what it is. */
  private static final Page LETTER =
      page(2, 100, "Prairie Mutual", "Nora Quist", "Reference: PA-7788120");

  private static Extraction as(List<Part> said, Page... pages) {
    return new RuleFieldExtractor()
        .extract(new UUID(0, 1), List.of(pages), Duration.ofMinutes(1), said);
  }

  @Test
  void aPageIsReadAsWhatItIsSaidToBe() {
    Extraction unsaid = as(List.of(), NOTE, LETTER);
    Extraction said =
        as(
            List.of(new Part("clinical_note", 1, 1, 1), new Part("payer_letter", 2, 2, 1)),
            NOTE,
            LETTER);

    assertThat(values(unsaid, "letter.reference")).isEmpty();
    assertThat(values(said, "letter.reference")).containsExactly("PA-7788120");
    assertThat(said.composition().parts()).extracting(Part::confidence).containsOnly(1.0);
    assertThat(said.type()).isEqualTo("clinical_note");
    assertThat(said.typeScore()).isEqualTo(1);
  }

  @Test
  void aCoverSheetIsTheSheetOfWhatFollowsIt() {
    Extraction said =
        as(
            List.of(new Part("cover_sheet", 1, 1, 1), new Part("payer_letter", 2, 2, 1)),
            NOTE,
            LETTER);
    assertThat(said.type()).isEqualTo("payer_letter");
    assertThat(as(List.of(new Part("cover_sheet", 1, 2, 1)), NOTE, LETTER).type())
        .isEqualTo("cover_sheet");
  }

  @Test
  void whatCanBeSaidIsWhatTheRulesKnow() throws IOException {
    try (var words = DocumentKind.class.getResourceAsStream("kinds.txt")) {
      assertThat(
              new String(words.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .filter(line -> !line.startsWith("#") && !line.isBlank())
                  .map(line -> line.split(" ")[0])
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrderElementsOf(Composition.KINDS);
    }
  }
}
