package org.openpriorauth.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.extraction.model.ExtractionRepository.Verification;
import org.openpriorauth.kernel.Evidence;

/** A scan that was misread and put right by a person. */
class PutRightTest {
  private static final UUID DOCUMENT = new UUID(0, 7);
  private static final String PAGE =
      "She was seen for low back pain. She completed 60 weeks of supervised physical therapy from"
          + " August to October, with no lasting relief. The naproxen was stopped.\n";

  private static Evidence place(String quote) {
    int start = PAGE.indexOf(quote);
    return new Evidence(DOCUMENT, 1, start, start + quote.length(), List.of(), quote);
  }

  private static ReadField field(String name, String quote, String verdict, String changedTo) {
    Field found =
        new Field(name, "therapy-1", quote, null, "present", List.of(), place(quote), 0.9);
    Verification said =
        verdict == null
            ? null
            : new Verification(
                new UUID(1, 1), DOCUMENT, "x", verdict, null, Instant.EPOCH, new UUID(1, 2));
    return new ReadField(new UUID(1, 3), found, null, said, changedTo, null);
  }

  private static List<ReadField> fields(String verdict, String changedTo) {
    return List.of(
        field("therapy.name", "physical therapy", null, null),
        field("therapy.duration", "60 weeks", verdict, changedTo),
        field("therapy.outcome", "no lasting relief", null, null));
  }

  private static ChartPages.Enclosed enclosed(List<ReadField> fields) {
    PageImages pages =
        new PageImages() {
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
    return new ChartPages.Enclosed(
        new PacketDocument(1, "Note", "note", pages), List.of(1), PutRight.of(fields));
  }

  private static String letter(List<ReadField> fields) {
    ChartPages.Enclosed enclosed = enclosed(fields);
    IndexedCriterion criterion =
        new IndexedCriterion(
            "Six weeks of therapy",
            Verdict.MET,
            List.of(enclosed.cite(place("60 weeks")).orElseThrow()));
    NecessityFacts facts =
        new NecessityFacts(
            new NecessityFacts.Patient("Jane Sample", Optional.empty(), null),
            List.of(new NecessityFacts.Service("MRI", "CPT", "72148")),
            List.of(),
            List.of(criterion),
            ChartTold.therapies(fields, fields, Map.of(DOCUMENT, enclosed)),
            List.of());
    return printed(facts, enclosed)
        .sentences()
        .map(Sentence::printed)
        .collect(Collectors.joining("\n"));
  }

  private static Letter printed(NecessityFacts facts, ChartPages.Enclosed enclosed) {
    LetterGround ground =
        new LetterGround(
            facts,
            Verdict.MET,
            facts.criteria(),
            new Identity.Accepted("Jane Sample", null, null, List.of()),
            Map.of(DOCUMENT, enclosed),
            List.of(),
            List.of());
    return Statements.of(ground, Optional.empty()).printed();
  }

  @Test
  void theLetterPrintsWhatThePersonPutAndSaysWhoseWordItIs() {
    assertThat(letter(fields("changed", "6 weeks")))
        .doesNotContain("60")
        .contains(
            "Physical therapy for 6 weeks [corrected by our office]: the recorded outcome is \u201cno"
                + " lasting relief\u201d [1\u00a0p.1].")
        .contains(
            "the record states \u201cShe completed 6 weeks [corrected by our office] of supervised"
                + " physical therapy from August");
  }

  @Test
  void whatNobodyChangedIsQuotedAsItStands() {
    assertThat(letter(fields(null, null)))
        .contains("Physical therapy for 60 weeks:")
        .doesNotContain("corrected");
    assertThat(letter(fields("changed", "60  Weeks"))).doesNotContain("corrected");
  }

  @Test
  void aCorrectionThatTheCitedWordsDoNotHoldIsNotSaid() {
    List<ReadField> changed = fields("changed", "6 weeks");
    ChartPages.Enclosed unaware =
        new ChartPages.Enclosed(enclosed(changed).document(), List.of(1), List.of());
    NecessityFacts facts =
        new NecessityFacts(
            new NecessityFacts.Patient("Jane Sample", Optional.empty(), null),
            List.of(new NecessityFacts.Service("MRI", "CPT", "72148")),
            List.of(),
            List.of(),
            ChartTold.therapies(changed, changed, Map.of(DOCUMENT, unaware)),
            List.of());

    assertThat(printed(facts, unaware).sentences()).noneMatch(s -> s.text().contains("6 weeks"));
  }

  @Test
  void whatIsTooUncertainToBeUsedUnseenIsNotSaid() {
    List<ReadField> fields = fields(null, null);
    assertThat(ChartTold.therapies(fields, List.of(), Map.of())).isEmpty();
    List<ReadField> sure = fields.stream().filter(f -> !f.counts().equals("60 weeks")).toList();
    assertThat(ChartTold.therapies(fields, sure, Map.of(DOCUMENT, enclosed(fields))))
        .singleElement()
        .matches(t -> t.duration().isEmpty() && t.outcome().equals("no lasting relief"));
  }
}
