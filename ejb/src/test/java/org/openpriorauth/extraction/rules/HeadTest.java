package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.extraction.FieldExtractor.Extraction;

/** The head of a document: who, when, where, however its labels stand. */
class HeadTest {
  @Test
  void labelsWithoutAColonBesideOthers() {
    Extraction read =
        extract(
            "Patient Okafor, Lena B.        Date of Birth 02/09/1964     Legal sex F",
            "Payer Tall Pine Mutual         Member ID TPM 118 220        Group 77-20",
            "Provider Abara, Ruth, MD       Visit date 10/04/2026");
    assertThat(values(read, "patient.name")).containsExactly("Okafor, Lena B.");
    assertThat(fields(read, "patient.sex").get(0).normalized()).isEqualTo("female");
    assertThat(values(read, "coverage.payer")).containsExactly("Tall Pine Mutual");
    assertThat(values(read, "coverage.group_number")).containsExactly("77-20");
    assertThat(values(read, "document.author")).containsExactly("Abara, Ruth, MD");
    assertThat(fields(read, "document.date").get(0).normalized()).isEqualTo("2026-10-04");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient Education was given.",
        "Provider Notes",
        "Insurance denied the request in May.",
        "Patient Lena was seen with her sister."
      })
  void proseIsNoLabel(String line) {
    Extraction read = extract("MRN: TX-55120", line);
    assertThat(values(read, "patient.name")).isEmpty();
    assertThat(values(read, "coverage.payer")).isEmpty();
    assertThat(values(read, "document.author")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Enrollee ID:  XQ-4471-20        | coverage.member_id | XQ-4471-20",
        "Policyholder no.  8840 1172      | coverage.member_id | 8840 1172",
        "Employer group #: 0071-B         | coverage.group_number | 0071-B",
        "Last name, first name, MI:  Okafor, Lena B. | patient.name | Okafor, Lena B.",
        "Patient: OKAFOR,LENA B           | patient.name | OKAFOR,LENA B",
        "Beneficiary birthdate: 1964.02.09 | patient.birth_date | 1964.02.09",
        "Date of birth: 1964/02/09        | patient.birth_date | 1964/02/09",
        "Requesting clinician name: Ruth Abara, MD | provider.ordering.name | Ruth Abara, MD",
        "Claims administrator: Stone Harbor Benefits | coverage.payer | Stone Harbor Benefits"
      })
  void wordsOfALabelGoTogetherInEveryWay(String line, String field, String value) {
    assertThat(values(extract("Visit date: 10/04/2026", line), field)).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Resident: Mina Solberg, MD (PGY-4)",
        "Client: Stone Harbor Family Practice",
        "Participant: Pieter Okafor",
        "Previous address: 9 Old Ferry Ln, Brackwater VT 05101"
      })
  void whoIsNotThePatientIsNot(String line) {
    Extraction read = extract("Visit date: 10/04/2026", line);
    assertThat(values(read, "patient.name")).isEmpty();
    assertThat(values(read, "patient.address")).isEmpty();
  }

  @Test
  void labelsOfOneCellWithTheirFormedValuesAmongThem() {
    Extraction read = extract("Patient OKAFOR, LENA B Birthdate 12-03-1988   MRN HL 0090233");
    assertThat(values(read, "patient.name")).containsExactly("OKAFOR, LENA B");
    assertThat(values(read, "patient.birth_date")).containsExactly("12-03-1988");
  }

  @Test
  void anIdThatIsBrokenAtItsHyphenIsNone() {
    Extraction read = extract("MRN: 3318-", "Date of birth: 02/09/1964");
    assertThat(values(read, "patient.mrn")).isEmpty();
  }

  @Test
  void smallLabelsUnderTheirValues() {
    Extraction read =
        extract(
            "Lena Okafor                    High Desert Senior Advantage",
            "patient name                   insurance company",
            "09/01/1952                     HDS 4120 99371",
            "birth date                     member ID",
            "928-555-0141                   none",
            "phone                          group");
    assertThat(values(read, "patient.name")).containsExactly("Lena Okafor");
    assertThat(values(read, "coverage.payer")).containsExactly("High Desert Senior Advantage");
    assertThat(values(read, "patient.birth_date")).containsExactly("09/01/1952");
    assertThat(values(read, "coverage.member_id")).containsExactly("HDS 4120 99371");
  }

  @Test
  void labelsUnderTheirValues() {
    Extraction read =
        extract(
            "Okafor, Lena B.                02/09/1964         F            TX-55120",
            "Patient                        Birth date         Sex          MRN",
            "Ruth Abara, MD                                    10/04/2026",
            "Attending                      Admitted           Visit date");
    assertThat(values(read, "patient.name")).containsExactly("Okafor, Lena B.");
    assertThat(fields(read, "patient.birth_date").get(0).normalized()).isEqualTo("1964-02-09");
    assertThat(values(read, "patient.mrn")).containsExactly("TX-55120");
    assertThat(values(read, "document.author")).containsExactly("Ruth Abara, MD");
    assertThat(fields(read, "document.date").get(0).normalized()).isEqualTo("2026-10-04");
  }

  @Test
  void aFormWithNumberedFields() {
    Extraction read =
        extract(
            "1. PAYER NAME                 1a. INSURED'S I.D. NUMBER     11. GROUP NUMBER",
            "TALL PINE MUTUAL              TPM118220                     77-20",
            "2. PATIENT'S NAME             3. PATIENT'S BIRTH DATE       SEX",
            "OKAFOR, LENA                  02 09 1964                    M    F");
    assertThat(values(read, "coverage.member_id")).containsExactly("TPM118220");
    assertThat(values(read, "patient.name")).containsExactly("OKAFOR, LENA");
    assertThat(fields(read, "patient.birth_date").get(0).normalized()).isEqualTo("1964-02-09");
    assertThat(values(read, "patient.sex")).as("neither is ticked").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'Sex: [x] M  [ ] F', male", "'Sex: ☐ M  ☑ F', female", "'Sex: Male', male"})
  void theSexThatIsTicked(String line, String sex) {
    assertThat(fields(extract(line), "patient.sex").get(0).normalized()).isEqualTo(sex);
  }

  @Test
  void theSubjectOfALetter() {
    Extraction read =
        extract(
            "Tall Pine Family Practice",
            "September 4, 2026",
            "Re: Ms. Lena van den Berg, born 3 November 1964, member of Tall Pine Mutual",
            "Dear Dr. Abara,",
            "She would like to be seen.",
            "With kind regards,",
            "",
            "Noel Marsh, DO",
            "NPI 1234567893");
    assertThat(values(read, "patient.name")).containsExactly("Ms. Lena van den Berg");
    assertThat(fields(read, "patient.birth_date").get(0).normalized()).isEqualTo("1964-11-03");
    assertThat(fields(read, "document.date").get(0).normalized()).isEqualTo("2026-09-04");
    assertThat(values(read, "document.author")).containsExactly("Noel Marsh, DO");
    assertThat(values(read, "facility.name")).containsExactly("Tall Pine Family Practice");
  }

  /** A payer calls its patient a member. */
  @Test
  void theMemberOfALetter() {
    Extraction read =
        extract(
            "Member:       Lena Okafor", "Member ID:    TPM 118 220", "Plan:   Tall Pine Mutual");
    assertThat(values(read, "patient.name")).containsExactly("Lena Okafor");
    assertThat(values(read, "coverage.member_id")).containsExactly("TPM 118 220");
    assertThat(values(read, "coverage.payer")).containsExactly("Tall Pine Mutual");
  }

  @ParameterizedTest
  @CsvSource({
    "'October 3, 2026', 2026-10-03",
    "'November 3, 2026', 2026-11-03",
    "'December 3, 2026', 2026-12-03",
    "'September 3, 2026', 2026-09-03",
    "'Sept. 3, 2026', 2026-09-03",
    "'3 August 2026', 2026-08-03"
  })
  void monthsInFull(String said, String iso) {
    Extraction read = extract("Visit date: " + said);
    assertThat(fields(read, "document.date").get(0).normalized()).isEqualTo(iso);
  }

  @Test
  void aFaxMachinesLineIsNoPartOfThePage() {
    Extraction read =
        extract(
            "10/30/2026 14:07   FROM TALL PINE CLINIC   TO 6145550142   P. 001/003",
            "Harbor Imaging Center",
            "Patient: Lena Okafor");
    assertThat(values(read, "facility.name")).containsExactly("Harbor Imaging Center");
    assertThat(values(read, "document.date")).isEmpty();
  }

  @Test
  void whomAndWhereAPatientSaw() {
    Extraction read =
        extract(
            "Visit summary", "Seen by Ruth Abara, MD at Tall Pine Women's Health on Oct 4, 2026");
    assertThat(values(read, "document.author")).containsExactly("Ruth Abara, MD");
    assertThat(values(read, "facility.name")).containsExactly("Tall Pine Women's Health");
    assertThat(fields(read, "document.date").get(0).normalized()).isEqualTo("2026-10-04");
  }

  @Test
  void whoSignsWithNothingButANameAndADate() {
    Extraction read =
        extract(
            "Final report",
            "a",
            "b",
            "c",
            "Ruth Abara, MD          10/04/2026",
            "Pathologist   Date");
    assertThat(values(read, "document.author")).containsExactly("Ruth Abara, MD");
    assertThat(fields(read, "document.date").get(0).normalized()).isEqualTo("2026-10-04");
  }

  @Test
  void theHouseAtThePagesFoot() {
    String[] lines = new String[12];
    java.util.Arrays.fill(lines, "She walks well.");
    lines[11] = "Tall Pine Neurology · Lena Okafor · p. 1/1";
    assertThat(values(extract(lines), "facility.name")).containsExactly("Tall Pine Neurology");
  }
}
