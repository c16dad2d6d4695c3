package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.Field;

class LayoutTest {
  @Test
  void severalPairsInOneRow() {
    Extraction read =
        extract(
            "Patient: Okafor, Lena B.     DOB: 02/09/1964 (62 y)     Sex: Female    MRN: TX-55120");
    assertThat(values(read, "patient.name")).containsExactly("Okafor, Lena B.");
    assertThat(values(read, "patient.birth_date")).containsExactly("02/09/1964");
    assertThat(fields(read, "patient.birth_date").get(0).normalized()).isEqualTo("1964-02-09");
    assertThat(fields(read, "patient.sex").get(0).normalized()).isEqualTo("female");
    assertThat(values(read, "patient.mrn")).containsExactly("TX-55120");
  }

  @Test
  void aRowOfLabelsAboveARowOfValues() {
    Extraction read =
        extract(
            "1. PATIENT NAME          2. DATE OF BIRTH     3. SEX    4. MEMBER ID",
            "Lena B. Okafor           9 Feb 1964           F         QRS 118 220 9");
    assertThat(values(read, "patient.name")).containsExactly("Lena B. Okafor");
    assertThat(fields(read, "patient.birth_date").get(0).normalized()).isEqualTo("1964-02-09");
    assertThat(values(read, "patient.sex")).containsExactly("F");
    assertThat(values(read, "coverage.member_id")).containsExactly("QRS 118 220 9");
  }

  @Test
  void anEmptyBoxDoesNotTakeItsNeighboursValue() {
    Extraction read =
        extract(
            "PATIENT NAME             MEMBER ID            GROUP NUMBER",
            "Lena B. Okafor                                40021-7");
    assertThat(values(read, "coverage.member_id")).isEmpty();
    assertThat(values(read, "coverage.group_number")).containsExactly("40021-7");
  }

  @Test
  void anEmptyValueDoesNotTakeTheNextLabel() {
    Extraction read = extract("Member ID:      Group #: 40021-7", "Payer:", "Plan: Alder PPO");
    assertThat(values(read, "coverage.member_id")).isEmpty();
    assertThat(values(read, "coverage.payer")).isEmpty();
    assertThat(values(read, "coverage.plan")).containsExactly("Alder PPO");
  }

  @Test
  void aQuoteIsWhatStandsThere() {
    Extraction read = extract("Patient: Okafor, Lena B.     DOB: 02/09/1964");
    for (Field field : read.fields()) {
      var evidence = field.evidence();
      assertThat(
              "Patient: Okafor, Lena B.     DOB: 02/09/1964"
                  .substring(evidence.start(), evidence.end()))
          .isEqualTo(evidence.quote());
    }
    assertThat(fields(read, "patient.birth_date").get(0).evidence().box())
        .containsExactly(0.34, 0.0, 0.1, 0.012);
  }

  @Test
  void aNumberBelongsToTheProviderNamedBeforeIt() {
    Extraction read =
        extract(
            "ORDERING PROVIDER                  SERVICING PROVIDER",
            "Name: Ruth Abara, MD               Name: Alder Imaging Center",
            "NPI: 1234567893                    NPI: 1003000126",
            "Fax: (555) 010-2233                Fax: (555) 010-4455");
    assertThat(values(read, "provider.ordering.npi")).containsExactly("1234567893");
    assertThat(values(read, "provider.performing.npi")).containsExactly("1003000126");
    assertThat(values(read, "provider.performing.name")).containsExactly("Alder Imaging Center");
    assertThat(fields(read, "provider.ordering.fax").get(0).normalized()).isEqualTo("5550102233");
  }

  @Test
  void theNumberBehindASignatureIsTheSigners() {
    Extraction read =
        extract(
            "Perform at: Alder Imaging Center, NPI 1003000126",
            "Ruth Abara, MD (Rheumatology)   NPI 1234567893");
    assertThat(values(read, "provider.performing.npi")).containsExactly("1003000126");
  }

  @Test
  void pagesWithoutPlacesAreReadByTheirText() {
    var bare =
        new org.openpriorauth.extraction.PageReader.Page(
            1,
            "text",
            0,
            java.util.List.of(),
            "Patient name: Lena Okafor    MRN: TX-55120\n",
            java.util.List.of());
    Extraction read = extract(bare);
    assertThat(values(read, "patient.mrn")).containsExactly("TX-55120");
    assertThat(read.fields().get(0).evidence().box()).isEmpty();
  }
}
