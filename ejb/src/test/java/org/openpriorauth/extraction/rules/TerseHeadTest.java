package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.extraction.FieldExtractor.Extraction;

/** Heads and signatures of few words, where no label says what stands there. */
class TerseHeadTest {
  @Test
  void aNameOverABirthDateAndASexIsThePatients() {
    Extraction read = extract("Solberg, Mina          5/14/26", "9/30/1958 female", "", "S: well.");
    assertThat(values(read, "patient.name")).containsExactly("Solberg, Mina");
    assertThat(fields(read, "patient.birth_date").get(0).normalized()).isEqualTo("1958-09-30");
    assertThat(fields(read, "patient.sex").get(0).normalized()).isEqualTo("female");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pt: Mina Solberg bd 9.30.1958 seen 5.14.26",
        "Patient: Mina Solberg Born: 09/30/1958 Our file: HB-2210"
      })
  void aNameEndsWhereTheBirthDateBegins(String line) {
    Extraction read = extract("Progress note", line);
    assertThat(values(read, "patient.name")).containsExactly("Mina Solberg");
    assertThat(fields(read, "patient.birth_date").get(0).normalized()).isEqualTo("1958-09-30");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ins: Tall Pine Mutual ID No. T5512907 | Tall Pine Mutual | T5512907 |",
        "Insurance: Tall Pine Health, member TPH-0410-22 | Tall Pine Health | TPH-0410-22 |",
        "Coverage: Tall Pine Health Plan / Choice PPO | Tall Pine Health Plan | | Choice PPO",
        "Plan: Tall Pine Mutual Silver 4000 | Tall Pine Mutual | | Silver 4000"
      })
  void aPayersNameEndsWhereItsProductOrTheNumberBegins(
      String line, String payer, String member, String plan) {
    Extraction read = extract("Patient name: Mina Solberg", line);
    assertThat(values(read, "coverage.payer")).containsExactly(payer);
    assertThat(values(read, "coverage.member_id"))
        .isEqualTo(member == null ? List.of() : List.of(member));
    assertThat(values(read, "coverage.plan")).isEqualTo(plan == null ? List.of() : List.of(plan));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ruth Abara, LCSW NPI 1234567893 | Ruth Abara, LCSW",
        "Ruth Abara, M.Ed., BCBA NPI# 1234567893 | Ruth Abara, M.Ed., BCBA",
        "Signed by: Ruth Abara, OTR/L NPI: 1234567893 | Ruth Abara, OTR/L"
      })
  void lettersBehindANameEndBeforeTheNumber(String line, String name) {
    Extraction read = extract("Progress note", "Patient: Mina Solberg", "Plan: MRI knee.", line);
    assertThat(values(read, "document.author")).containsExactly(name);
  }

  @Test
  void aStampStandsAboveWhoSigned() {
    Extraction read =
        extract("Progress note", "Stable.", "electronically authenticated", "Ruth Abara, MD, FACC");
    assertThat(values(read, "document.author")).containsExactly("Ruth Abara, MD, FACC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ins: Tall Pine Mutual  PCP Dr. Jo Kent | Dr. Jo Kent",
        "CC: Ruth Abara, MD; Jo Kent, DO (PCP) | Jo Kent, DO"
      })
  void whoIsCalledThePrimaryCareProviderIs(String line, String name) {
    assertThat(values(extract("Progress note", line), "provider.primary.name"))
        .containsExactly(name);
  }

  @Test
  void aPayersLetterIsAddressedToWhoAsked() {
    Extraction read =
        extract(
            "Tall Pine Mutual",
            "Notice of denial",
            "October 4, 2026",
            "Ruth Abara, DPM",
            "Foot Center of Brackwater",
            "Member: SOLBERG, MINA",
            "We cannot approve the service.");
    assertThat(values(read, "provider.ordering.name")).containsExactly("Ruth Abara, DPM");
  }

  @Test
  void aColumnsPatientIsTheOneAboveTheBirthDate() {
    Extraction read =
        extract(
            "PATIENT INFORMATION          REPORT STATUS: FINAL          ORDERING PHYSICIAN",
            "SOLBERG,MINA                 SPECIMEN: EP4481              KENT,JO",
            "DOB: 09/30/1958              COLLECTED: 06/03/2026         NPI 1234567893");
    assertThat(values(read, "patient.name")).containsExactly("SOLBERG,MINA");
  }
}
