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
    assertThat(values(read, "finding.value")).containsExactly("128/76", "72", "74.8", "26.6");
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
}
