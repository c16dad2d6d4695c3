package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.page;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.extraction.FieldExtractor.Extraction;

class DiagnosisTest {
  private static List<String> present(Extraction read, String name) {
    return fields(read, name).stream()
        .filter(f -> f.assertion().equals("present"))
        .map(f -> f.value())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ruled out: carpal tunnel syndrome (G56.01), by nerve study.        | negated
          Graves disease (E05.00) was ruled out by scan.                     | negated
          There is no evidence of gout (M10.9).                              | negated
          Possible sarcoidosis (D86.9).                                      | hypothetical
          Rheumatoid disease (M06.9) vs. gout.                               | hypothetical
          Her father had colon cancer (C18.9) at 60.                         | family
          Hx: hepatitis B (B18.1)                                            | historical
          She was previously treated for psoriasis (L40.0), which resolved.  | historical
          Enter the code, for example M54.16, in box 21.                     | quoted
          Covered diagnoses include M50.121.                                 | quoted
          Family history of colon cancer (Z80.0)                             | present
          Status post total knee arthroplasty (Z96.651)                      | present
          He would like help with obesity (E66.01).                          | present
          """)
  void whatIsSaidOfACode(String sentence, String assertion) {
    assertThat(fields(extract(sentence), "diagnosis.code"))
        .extracting(f -> f.assertion())
        .containsExactly(assertion);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          He has sleep apnea, G47.33, treated, and type 2 diabetes, E11.9.     | sleep apnea; type 2 diabetes
          She carries seropositive arthritis (M05.9) in our chart.             | seropositive arthritis
          Diagnosis gouty arthritis (M10.00).                                  | gouty arthritis
          #2 Anxiety (F41.1) - stable                                          | Anxiety
          1. HTN (I10)                                                         | HTN
          Dx: M17.11 Primary osteoarthritis, right knee                        | Primary osteoarthritis, right knee
          1. Severe obesity (HCC)  E66.01                                      | Severe obesity
          G47.33 Sleep apnea (adult) (pediatric)                               | Sleep apnea (adult) (pediatric)
          Seen for follow-up of kidney disease, stage 3a (N18.31).             | kidney disease, stage 3a
          """)
  void itsWordsAndNoMore(String sentence, String words) {
    assertThat(values(extract(sentence), "diagnosis.description"))
        .containsExactlyElementsOf(List.of(words.split("; ")));
  }

  @Test
  void aDiagnosisMayHaveNoCode() {
    Extraction read =
        extract(
            "ASSESSMENT:",
            "1. Rotator cuff tear, left shoulder",
            "2. Continue naproxen",
            "3. Brace for the wrist",
            "Preoperative Diagnosis: Right carpal tunnel syndrome.",
            "Postoperative Diagnosis: Same.");
    assertThat(present(read, "diagnosis.description"))
        .containsExactlyInAnyOrder(
            "Rotator cuff tear, left shoulder", "Right carpal tunnel syndrome");
  }

  @Test
  void severalOfOneLine() {
    Extraction read =
        extract(
            "Diagnoses: 1) Emphysema 2) Gouty arthritis", "ASSESSMENT", "Asthma - stable; anxiety");
    assertThat(present(read, "diagnosis.description"))
        .containsExactlyInAnyOrder("Emphysema", "Gouty arthritis", "Asthma", "anxiety");
  }

  @Test
  void theWordsOfACodeMayStandInTheNextColumn() {
    Extraction read =
        extract(
            "DIAGNOSIS: Low back pain        ICD-10 CODE: M54.50",
            "E78.5    Hyperlipidemia, unspecified");
    assertThat(values(read, "diagnosis.description"))
        .containsExactly("Low back pain", "Hyperlipidemia, unspecified");
  }

  @Test
  void aCodeThatOcrReadAsANumberIsMendedWhereItsWordsStand() {
    Extraction read =
        extract(
            page(
                1,
                91,
                "Assessment",
                "Acute systolic heart failure - 150.21.",
                "Weight 150.2 lb",
                "ICD-9 hyperlipidemia 272.4"));
    assertThat(fields(read, "diagnosis.code")).hasSize(1);
    assertThat(fields(read, "diagnosis.code").get(0).value()).isEqualTo("150.21");
    assertThat(fields(read, "diagnosis.code").get(0).normalized()).isEqualTo("I50.21");
    assertThat(fields(read, "diagnosis.code").get(0).flags()).contains("suggest:I50.21");
  }

  @ParameterizedTest
  @CsvSource({"M54.l6, M54.16", "E1I.9, E11.9", "E66.0I, E66.01", "MS4.16, M54.16"})
  void oneCharacterThatWasMisreadIsMended(String read, String meant) {
    Extraction found = extract(page(1, 91, "Diagnosis: Spinal disease (" + read + ")"));
    assertThat(fields(found, "diagnosis.code").get(0).value()).isEqualTo(read);
    assertThat(fields(found, "diagnosis.code").get(0).normalized()).isEqualTo(meant);
  }

  @Test
  void anEntryOfAListSaysNothingOfTheNext() {
    Extraction read =
        extract(
            "Type 2 diabetes mellitus without complications [E11.9]",
            "Long term use of opiate analgesic [Z79.891]");
    assertThat(present(read, "diagnosis.code")).containsExactly("E11.9", "Z79.891");
  }

  @Test
  void ofAListToTickWhatIsTicked() {
    Extraction read =
        extract("Diagnosis", "[X] I10 Hypertension   [ ] E11.9 Type 2 diabetes   [X] E78.5 Lipids");
    assertThat(values(read, "diagnosis.code")).containsExactlyInAnyOrder("I10", "E78.5");
  }

  @Test
  void telephoneNumbersAndOtherBooksAreNoCodes() {
    Extraction read = extract("Fax (614) G95.0106", "Well child V20.2", "Vitamin B12, T12 level");
    assertThat(values(read, "diagnosis.code")).isEmpty();
  }

  @Test
  void aResolvedProblemOfATableIsPast() {
    Extraction read =
        extract(
            "Problem                 Code         Status",
            "Bronchitis, acute       J20.9        Resolved",
            "Asthma                  J45.909      Active");
    assertThat(present(read, "diagnosis.code")).containsExactly("J45.909");
  }
}
