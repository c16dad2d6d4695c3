package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.beside;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.Field;

class FindingTest {
  @Test
  void aTableOfResults() {
    Extraction read =
        extract(
            "Collected: 05/11/2026",
            "",
            "Test              Result     Units      Reference range",
            "Hemoglobin        11.2       g/dL       13.5 - 17.5",
            "CRP               38.6       mg/L       0 - 5");
    Field crp = fields(read, "finding.name").get(1);
    assertThat(crp.value()).isEqualTo("CRP");
    assertThat(beside(read, crp, "finding.value")).isEqualTo("38.6");
    assertThat(beside(read, crp, "finding.unit")).isEqualTo("mg/L");
    assertThat(beside(read, crp, "finding.date")).isEqualTo("2026-05-11");
  }

  @Test
  void aRowOfVitalsAboveTheirValues() {
    Extraction read =
        extract(
            "BP              Pulse      Weight     BMI",
            "128/76 mmHg     72         74.8 kg    26.6");
    assertThat(values(read, "finding.value")).containsExactly("128/76", "72", "74.8 kg", "26.6");
  }

  @Test
  void theLaterOfTwoScores() {
    Extraction read = extract("Oswestry improved from 46% to 44% over the episode.");
    assertThat(values(read, "finding.value")).containsExactly("44%");
  }

  @Test
  void aNegativeTestIsAFinding() {
    Extraction read = extract("QuantiFERON negative on 04/02/2026.");
    Field test = fields(read, "finding.name").get(0);
    assertThat(test.assertion()).isEqualTo("present");
    assertThat(beside(read, test, "finding.value")).isEqualTo("negative");
    assertThat(beside(read, test, "finding.date")).isEqualTo("2026-04-02");
  }

  @Test
  void aDateIsNoValue() {
    Extraction read = extract("Last A1c 03/2026 not available.");
    assertThat(values(read, "finding.value")).isEmpty();
  }

  @Test
  void aPerCentSignBelongsToItsValueAndTheNumberIsKeptForComparing() {
    Extraction read = extract("LVEF 38 % by echo. FVC 61% of predicted.");
    assertThat(values(read, "finding.value")).containsExactly("38 %", "61% of predicted");
    assertThat(fields(read, "finding.value").get(0).normalized()).isEqualTo("38");
  }

  @Test
  void aFlagIsNoPartOfAResult() {
    Extraction read =
        extract(
            "Component         Value        Date",
            "Ferritin          9 (L)        03/02/2026",
            "Lipase            PENDING      03/02/2026");
    assertThat(values(read, "finding.value")).containsExactly("9");
    assertThat(values(read, "finding.name")).containsExactly("Ferritin");
  }

  @Test
  void whatIsHopedForIsNotMeasured() {
    assertThat(values(extract("Goal LDL 70 mg/dL. Call if weight 90 kg."), "finding.value"))
        .isEmpty();
    assertThat(values(extract("Weight up 4 kg since May."), "finding.value")).isEmpty();
  }

  @Test
  void ofAnEarlierAndAPresentGradeThePresentOne() {
    Extraction read = extract("NYHA class was II in March and is III today.");
    assertThat(values(read, "finding.value")).containsExactly("III");
  }

  @Test
  void theUnitOfOneMeasureIsNoOtherMeasure() {
    Extraction read = extract("ESR was 44 mm/hr on 02/03/2026.");
    assertThat(values(read, "finding.unit")).containsExactly("mm/hr");
  }

  @Test
  void aStrengthOfAMedicineIsNoMuscleStrength() {
    assertThat(values(extract("Grade of strength: 50 mg"), "finding.name")).isEmpty();
    assertThat(values(extract("Motor strength 4+/5 in the left leg."), "finding.value"))
        .containsExactly("4+/5");
  }

  @Test
  void whatAReportConcludesOfAPart() {
    Extraction read =
        extract(
            "FINDINGS",
            "Rotator cuff: irregular signal.",
            "IMPRESSION",
            "Rotator cuff: full-thickness supraspinatus tear, 14 mm.");
    assertThat(values(read, "finding.name")).containsExactly("Rotator cuff");
    assertThat(values(read, "finding.value"))
        .containsExactly("full-thickness supraspinatus tear, 14 mm");
  }

  @Test
  void whatAStudyShowed() {
    Extraction read =
        extract("HISTORY", "MRI cervical spine of 01/12/2026 showed severe stenosis at C5-6.");
    Field study = fields(read, "finding.name").get(0);
    assertThat(study.value()).isEqualTo("MRI cervical spine");
    assertThat(beside(read, study, "finding.value")).isEqualTo("severe stenosis at C5-6");
    assertThat(beside(read, study, "finding.date")).isEqualTo("2026-01-12");
  }

  @Test
  void markersAndTheirFindings() {
    Extraction read =
        extract(
            "Marker        Finding              Method",
            "KRAS          wild type            NGS",
            "BRAF          V600E detected       NGS");
    assertThat(values(read, "finding.name")).containsExactly("KRAS", "BRAF");
    assertThat(values(read, "finding.value")).containsExactly("wild type", "V600E detected");
  }

  @Test
  void aTiterIsOneValue() {
    Extraction read = extract("ANA 1:320, PT/INR 1.1.");
    assertThat(values(read, "finding.value")).containsExactly("1:320", "1.1");
  }
}
