package org.openpriorauth.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.packet.CheckedLetter.Checked;
import org.openpriorauth.packet.LetterText.Cited;
import org.openpriorauth.packet.LetterText.Written;

/** A letter by any hand against the pages, the people and the criteria of its request. */
class LetterCheckTest {
  private static final UUID NOTE = new UUID(0, 7);
  private static final String PAGE =
      "She completed 8 weeks of supervised physical therapy.\nNo bowel or bladder symptoms.\n";
  private static final String OTHERS = "Walter had supervised physical therapy.\n";
  private static final IndexedCriterion UNMET =
      new IndexedCriterion(
          "Plain radiographs of the lumbar spine within 12 months", Verdict.NOT_FOUND, List.of());

  private static final ChartPages.Enclosed CHART =
      new ChartPages.Enclosed(new PacketDocument(1, "Note", "note", page()), List.of(1), List.of());

  private static PageImages page() {
    return new PageImages() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public byte[] png(int page) {
        throw new UnsupportedOperationException();
      }

      @Override
      public String text(int page) {
        return PAGE;
      }
    };
  }

  private static Cited cited(String words) {
    int start = PAGE.indexOf(words);
    return new Cited(NOTE, 1, start, start + words.length(), words);
  }

  private static LetterGround ground() {
    Cited therapy = cited("8 weeks");
    IndexedCriterion met =
        new IndexedCriterion(
            "Six weeks of conservative treatment",
            Verdict.MET,
            List.of(
                CHART
                    .cite(
                        new Evidence(NOTE, 1, therapy.start(), therapy.end(), List.of(), "8 weeks"))
                    .orElseThrow()));
    NecessityFacts facts =
        new NecessityFacts(
            new NecessityFacts.Patient("Jane Q. Sample", Optional.of(55), "Female"),
            List.of(new NecessityFacts.Service("MRI of the lumbar spine", "CPT", "72148")),
            List.of(new NecessityFacts.Diagnosis("lumbar radiculopathy", "M54.16")),
            List.of(met),
            List.of(),
            List.of());
    return new LetterGround(
        facts,
        Verdict.NOT_MET,
        List.of(met, UNMET),
        new Identity.Accepted(
            "Jane Q. Sample", "HCX 448 201 937", "Great Basin", List.of("Ngozi Okafor")),
        Map.of(NOTE, CHART),
        List.of(),
        List.of());
  }

  private static Checked check(String text, String reason, Cited... places) {
    LetterGround ground = ground();
    Letter template = NecessityStatement.of(ground.facts());
    LetterText letter =
        new LetterText(
            List.of(
                new LetterText.Paragraph(
                    false, List.of(new Written(text, List.of(places), reason)))));
    return new LetterCheck(ground, template, List.of()).of(letter).sentences().findFirst().get();
  }

  private static List<String> codes(Checked checked) {
    return checked.faults().stream().map(Fault::code).distinct().toList();
  }

  @Test
  void theTemplatesOwnLetterPassesWhole() {
    LetterGround ground = ground();
    CheckedLetter letter = Statements.of(ground, Optional.empty());

    assertThat(letter.faultless()).isTrue();
    assertThat(letter.printed()).isEqualTo(NecessityStatement.of(ground.facts()));
  }

  @Test
  void aSentenceOfFactNeedsACitationThatNoReasonReplaces() {
    Checked bare = check("She completed 8 weeks of physical therapy.", "I know her.");

    assertThat(codes(bare)).contains("uncited");
    assertThat(bare.passes()).isFalse();
  }

  @Test
  void onlyTheTemplatesSentencesOfTodayGoWithoutCitation() {
    String opening = NecessityStatement.of(ground().facts()).sentences().findFirst().get().text();

    assertThat(check(opening, null).passes()).isTrue();
    assertThat(check("Thank you for your review.", null).passes()).isTrue();
    assertThat(codes(check(opening.replace("age 55", "age 45"), null))).contains("uncited");
    String slipped = opening.replace("for my patient", "after 8 drugs for my patient");
    assertThat(FixedSentence.of(slipped)).isPresent();
    assertThat(check(slipped, "because").passes()).isFalse();
  }

  @Test
  void aPlaceThatDoesNotHoldItsWordsOrDoesNotCountBlocks() {
    Cited good = cited("8 weeks");
    String text = "She completed 8 weeks of supervised physical therapy.";
    assertThat(check(text, null, good).passes()).isTrue();
    for (Cited bad :
        List.of(
            new Cited(NOTE, 1, good.start() + 1, good.end() + 1, "8 weeks"),
            new Cited(NOTE, 1, good.start(), good.end(), "9 weeks"),
            new Cited(NOTE, 2, 0, 6, OTHERS.substring(0, 6)),
            new Cited(new UUID(0, 8), 1, good.start(), good.end(), "8 weeks"),
            new Cited(NOTE, 1, -1, 9_999, "8 weeks"))) {
      Checked checked = check(text, "because", bad);
      assertThat(codes(checked)).as(bad.toString()).contains("citation");
      assertThat(checked.passes()).isFalse();
    }
  }

  @Test
  void aDoubtIsKeptForAReasonAndWithoutOneNotSent() {
    String text = "She completed 8 weeks of exhausting physical therapy.";

    assertThat(codes(check(text, null, cited("8 weeks")))).containsExactly("new_word");
    assertThat(check(text, null, cited("8 weeks")).passes()).isFalse();
    assertThat(check(text, "She told me so.", cited("8 weeks")).passes()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ms. Walters completed 8 weeks of physical therapy.                     | patient
          My patient Jane Walters completed 8 weeks of physical therapy.         | patient
          Member ID HCX 999 201 937 completed 8 weeks of physical therapy.       | member_id
          Plain radiographs of the lumbar spine within 12 months were completed. | criterion
          She completed 8 weeks, so all criteria are met.                        | criterion
          """)
  void anotherPersonOrAnUnmetCriterionBlocks(String text, String code) {
    Checked checked = check(text, "because", cited("8 weeks"));
    assertThat(codes(checked)).contains(code);
    assertThat(checked.passes()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dr. Brandt supervised physical therapy.                              | provider
          Supervised physical therapy helps, as Smith et al. showed.          | literature
          Physical therapy is supported by published guidelines.             | literature
          She completed 18 weeks of supervised physical therapy.              | token
          She completed 8 weeks of supervised physical therapy, not less.     | denial
          """)
  void whatTheEvidenceDoesNotSayIsNamed(String text, String code) {
    assertThat(codes(check(text, null, cited("8 weeks")))).contains(code);
  }

  @Test
  void theOwnPeopleAndNumbersMayBeNamed() {
    for (String text :
        List.of(
            "Ms. Sample completed 8 weeks of supervised physical therapy.",
            "Dr. Okafor: she completed 8 weeks of supervised physical therapy.",
            "Member ID HCX 448 201 937: 8 weeks of supervised physical therapy.",
            "Six weeks of conservative treatment: the record states “She completed 8 weeks of"
                + " supervised physical therapy”")) {
      assertThat(codes(check(text, null, cited("8 weeks")))).as(text).isEmpty();
    }
  }

  @Test
  void anAppealTellsThePayersReasonAndNoHole() {
    LetterGround ground = ground();
    String reason = "Conservative treatment is not documented. (CO-50)";
    Denial denial = new Denial(List.of(reason), List.of(), LocalDate.of(2026, 11, 20));
    Letter appeal = AppealLetter.of(ground.facts(), denial);
    CheckedLetter checked =
        new LetterCheck(ground, appeal, denial.reasons()).of(LetterText.of(appeal));

    assertThat(checked.faultless()).isTrue();
    assertThat(checked.printed().sentences().map(Sentence::text).collect(Collectors.joining("\n")))
        .contains("appeal your decision", reason, "8 weeks of supervised physical therapy")
        .doesNotContain("radiographs");
  }

  @Test
  void aTextWithoutEndIsRefusedByItsPlace() {
    LetterText.Paragraph empty = new LetterText.Paragraph(false, List.of());
    Written long_ = new Written("x".repeat(2001), List.of(), null);
    LetterText.Paragraph tall = new LetterText.Paragraph(false, List.of(long_));

    assertThatThrownBy(() -> new LetterText(List.of(empty)).bounded())
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.faults().get(0).pointer()).isEqualTo("/paragraphs/0/sentences"));
    assertThatThrownBy(() -> new LetterText(List.of(tall)).bounded())
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.faults().get(0).pointer())
                    .isEqualTo("/paragraphs/0/sentences/0/text"));
  }
}
