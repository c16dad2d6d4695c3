package org.openpriorauth.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openpriorauth.criteria.Verdict;

class NecessityStatementTest {
  private static String printed(NecessityFacts facts) {
    return NecessityStatement.of(facts)
        .sentences()
        .map(Sentence::printed)
        .collect(Collectors.joining("\n"))
        .replace('\u00a0', ' ');
  }

  @Test
  void aMedicalDirectorReadsWhatIsAskedWhyAndWhereItStands() {
    assertThat(printed(Packets.facts()))
        .contains(
            "I am writing to ask for authorization of MRI of the lumbar spine without contrast (CPT"
                + " 72148) and lumbar epidural injection, guided (CPT 62323) for my patient Zoë"
                + " Nuñez-Ōkawa, age 54, female.")
        .contains("lumbar radiculopathy (ICD-10-CM M54.16)")
        .contains(
            "Supervised physical therapy for 8 weeks: the recorded outcome is “no lasting relief”"
                + " [2 p.1].")
        .contains(
            "Straight leg raise on March 9, 2026: positive on the left at 40 degrees [1 p.1].")
        .contains("stopped, dyspepsia” [1 p.2].");
  }

  @Test
  void onlyWhatIsMetIsTold() {
    assertThat(printed(Packets.facts()))
        .contains("conservative treatment", "neurologic deficit")
        .doesNotContain("radiographs", "previous lumbar MRI", "05/02/2025")
        .doesNotContain("Symptoms on the side", "right leg");
  }

  @Test
  void everySentenceWithoutCitationIsTheTemplates() {
    assertThat(NecessityStatement.of(Packets.facts()).sentences())
        .allMatch(s -> s.fixed().isPresent() == s.citations().isEmpty());
  }

  @Test
  void everySentenceOfFactPassesTheCheck() {
    NecessityFacts facts = Packets.facts();
    List<String> data =
        List.of("March 9, 2026", "At least six weeks; the last six months", "No lasting relief");
    assertThat(NecessityStatement.of(facts).sentences().filter(s -> s.fixed().isEmpty()).toList())
        .isNotEmpty()
        .allSatisfy(
            sentence ->
                assertThat(
                        SentenceCheck.faults(
                            sentence.text(),
                            sentence.evidence().stream().map(CitedQuote::quote).toList(),
                            Stream.concat(
                                    data.stream(),
                                    facts.criteria().stream().map(IndexedCriterion::text))
                                .toList()))
                    .isEmpty());
  }

  @Test
  void littleIsKnownAndNothingIsMadeUp() {
    NecessityFacts bare =
        new NecessityFacts(
            new NecessityFacts.Patient("Jane Sample", Optional.empty(), null),
            List.of(new NecessityFacts.Service("Adalimumab 40 mg", null, null)),
            List.of(),
            List.of(new IndexedCriterion("Met by word of mouth", Verdict.MET, List.of())),
            List.of(new NecessityFacts.Therapy("Methotrexate", null, null, List.of())),
            List.of());
    assertThat(printed(bare))
        .contains("authorization of Adalimumab 40 mg for my patient Jane Sample.")
        .doesNotContain("Methotrexate", "word of mouth", "null", "()");
  }

  @Test
  void aLongQuotationIsCutVisiblyBetweenWords() {
    String quote = "Pain in the back ".repeat(600);
    NecessityFacts facts = Packets.facts();
    NecessityFacts tall =
        new NecessityFacts(
            facts.patient(),
            facts.services(),
            facts.diagnoses(),
            List.of(new IndexedCriterion("Pain", Verdict.MET, List.of(Packets.cited(1, 1, quote)))),
            List.of(),
            List.of());
    assertThat(printed(tall)).contains(" …”").hasSizeLessThan(1500);
  }

  @Test
  void aSentenceOfFactNeedsACitation() {
    assertThatThrownBy(() -> Sentence.fact("She has pain.", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("citation");
  }

  @Test
  void theTemplatesNameCoversOnlyTheTemplatesWords() {
    assertThatThrownBy(
            () -> new Sentence("She tried 8 drugs.", List.of(), Optional.of(FixedSentence.OFFER)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sentence.fixed(FixedSentence.OPENING, "one slot of two"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lineBreaksAndBracesInTheRequestsDataStopNoPacket() {
    NecessityFacts facts = Packets.facts();
    NecessityFacts odd =
        new NecessityFacts(
            new NecessityFacts.Patient("Zoë\r\nNuñez {}", Optional.of(54), "Female"),
            List.of(new NecessityFacts.Service("MRI,\nlumbar {} $1 \\\\", "CPT", "72148")),
            List.of(new NecessityFacts.Diagnosis("pain {} for\tmonths", "M54.16")),
            facts.criteria(),
            List.of(),
            List.of());

    assertThat(printed(odd))
        .contains(
            "authorization of MRI, lumbar {} $1 \\\\ (CPT 72148) for my patient Zoë Nuñez {}, age 54,"
                + " female.")
        .contains("The request is made for pain {} for months (ICD-10-CM M54.16).");
  }

  @Test
  void aTemplatesSlotsAreAllFilled() {
    assertThat(FixedSentence.DIAGNOSIS.matches("The request is made for pain.")).isTrue();
    assertThat(FixedSentence.DIAGNOSIS.matches("The request is made for .")).isFalse();
    assertThat(FixedSentence.OPENING.matches("I am writing to ask for authorization of x for y."))
        .isTrue();
    assertThat(FixedSentence.OPENING.matches("I am writing to ask for authorization of {} for {}."))
        .isFalse();
    assertThat(FixedSentence.OPENING.matches("I am writing to ask for authorization of x. y."))
        .isFalse();
    assertThatThrownBy(() -> Sentence.fixed(FixedSentence.DIAGNOSIS, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
