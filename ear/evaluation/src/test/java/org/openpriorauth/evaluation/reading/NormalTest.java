package org.openpriorauth.evaluation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two writings of one value are equal, and two values are not. */
class NormalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "patient.name | DOE, Jane Q. | Jane Q Doe",
        "provider.ordering.name | Dr. Ann O'Hara, MD, FACS | Ann O’Hara",
        "patient.birth_date | 05/07/1990 | May 7, 1990",
        "patient.birth_date | 5-7-90 | 1990-05-07",
        "document.date | Wednesday, October 21, 2026 | 21-Oct-2026",
        "therapy.start | 01/2026 | January 2026",
        "letter.deadline_appeal | 11/03/2026 | 2026-11-03",
        "patient.phone | (614) 555-0121 | 1-614-555-0121",
        "coverage.member_id | STX 220 915 448 | stx220915448",
        "diagnosis.code | m54.5 | M545",
        "drug.dose | 2.5 mcg | 2.5mcg",
        "finding.unit | cells/µL | cells/uL",
        "therapy.duration | six weeks | 6 wks",
        "therapy.duration | P6W | 6-week",
        "patient.sex | F | Female",
        "facility.name | St. Anne's Clinic, Inc. | ST ANNE S CLINIC INC",
      })
  void areEqual(String field, String one, String other) {
    assertThat(Normal.of(field, one)).isEqualTo(Normal.of(field, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "patient.name | Jane Doe | Jane Roe",
        "patient.birth_date | 05/07/1990 | 07/05/1990",
        "patient.birth_date | 02/30/1990 | 03/02/1990",
        "document.date | 10/21/2026 | 10/2026",
        "drug.dose | 2.5 mcg | 25 mcg",
        "drug.dose | 5 mg | 5 mcg",
        "therapy.duration | 6 weeks | 6 months",
        "finding.value | -0.5 | 0.5",
        "finding.value | <5 | 5",
        "coverage.payer | Summit Health | Summit Health Plan",
      })
  void differ(String field, String one, String other) {
    assertThat(Normal.of(field, one)).isNotEqualTo(Normal.of(field, other));
  }
}
