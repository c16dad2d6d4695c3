package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.beside;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.Field;

class TherapyTest {
  private static Field therapy(Extraction read, String name) {
    return fields(read, "therapy.name").stream()
        .filter(f -> f.normalized().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCompletedCourseIsOneGroup() {
    Extraction read =
        extract(
            "He attended physical therapy from 03/02/2026 to 04/20/2026 (7 weeks, 12 visits)",
            "and was discharged without meaningful improvement.");
    Field pt = therapy(read, "physical therapy");
    assertThat(pt.assertion()).isEqualTo("present");
    assertThat(beside(read, pt, "therapy.start")).isEqualTo("2026-03-02");
    assertThat(beside(read, pt, "therapy.end")).isEqualTo("2026-04-20");
    assertThat(beside(read, pt, "therapy.duration")).isEqualTo("P7W");
    assertThat(beside(read, pt, "therapy.outcome")).isEqualTo("failed");
  }

  @Test
  void aPlannedCourseIsNotACompletedOne() {
    Extraction read =
        extract("Will start physical therapy for 6 weeks; previously completed none.");
    assertThat(fields(read, "therapy.name")).allMatch(f -> f.assertion().equals("planned"));
  }

  @Test
  void aRefusedCourseIsNegated() {
    Extraction read = extract("Methotrexate was offered for 12 weeks and he declined acupuncture.");
    assertThat(fields(read, "therapy.name").stream().filter(f -> f.value().equals("acupuncture")))
        .allMatch(f -> f.assertion().equals("negated"));
  }

  @Test
  void eachOfTwoTreatmentsKeepsItsOwnTime() {
    Extraction read =
        extract(
            "Naproxen 500 mg BID for 7 weeks gave no relief. Meloxicam was taken for 3 weeks",
            "and stopped for nausea.");
    assertThat(beside(read, therapy(read, "naproxen"), "therapy.duration")).isEqualTo("P7W");
    assertThat(beside(read, therapy(read, "naproxen"), "therapy.outcome")).isEqualTo("failed");
    assertThat(beside(read, therapy(read, "meloxicam"), "therapy.duration")).isEqualTo("P3W");
    assertThat(beside(read, therapy(read, "meloxicam"), "therapy.outcome")).isEqualTo("stopped");
  }

  @Test
  void whatFailedIsSaidBeforeTheName() {
    Extraction read = extract("Failed 8 weeks of physical therapy.");
    Field pt = therapy(read, "physical therapy");
    assertThat(beside(read, pt, "therapy.duration")).isEqualTo("P8W");
    assertThat(beside(read, pt, "therapy.outcome")).isEqualTo("failed");
  }

  @Test
  void oneWordForAList() {
    Extraction read =
        extract(
            "Failed 8 wks supervised PT (3/2/26 - 4/20/26), naproxen, meloxicam and gabapentin.");
    assertThat(fields(read, "therapy.name")).hasSize(4);
    assertThat(beside(read, therapy(read, "gabapentin"), "therapy.outcome")).isEqualTo("failed");
    assertThat(beside(read, therapy(read, "physical therapy"), "therapy.duration"))
        .isEqualTo("P8W");
    assertThat(beside(read, therapy(read, "gabapentin"), "therapy.duration")).isNull();
  }

  @Test
  void aTableOfTreatmentsTried() {
    Extraction read =
        extract(
            "Treatment             Duration      Outcome",
            "Physical therapy      8 weeks       No improvement",
            "Sulfasalazine         12 weeks      Stopped for rash",
            "Acupuncture                         Declined");
    assertThat(beside(read, therapy(read, "physical therapy"), "therapy.outcome"))
        .isEqualTo("failed");
    assertThat(beside(read, therapy(read, "sulfasalazine"), "therapy.outcome"))
        .isEqualTo("stopped");
    assertThat(therapy(read, "acupuncture").assertion()).isEqualTo("negated");
  }

  @Test
  void aPolicysWordsAreNotTheChartsWords() {
    Extraction read =
        extract(
            "Payer policy consulted: requires that physical therapy was completed for 6 weeks.");
    assertThat(fields(read, "therapy.name")).allMatch(f -> f.assertion().equals("quoted"));
  }

  @Test
  void anAllergyIsNoMedicine() {
    Extraction read =
        extract(
            "ALLERGIES", "Amoxicillin 500 mg - hives", "MEDICATIONS", "Lisinopril 10 mg PO daily");
    assertThat(values(read, "drug.name")).containsExactly("Lisinopril");
    assertThat(values(read, "drug.dose")).containsExactly("10 mg");
    assertThat(values(read, "drug.route")).containsExactly("PO");
    assertThat(values(read, "drug.frequency")).containsExactly("daily");
  }

  @Test
  void aFormForOneMedicineIsNoTable() {
    Extraction read =
        extract(
            "Drug (HCPCS)       Vedolizumab (J3380), powder, 300 mg vial",
            "Dose               300 mg",
            "Route              IV over 30 minutes",
            "Frequency          Weeks 0, 2, 6, then every 8 weeks");
    assertThat(values(read, "drug.name")).containsOnly("Vedolizumab");
    assertThat(values(read, "drug.frequency")).containsExactly("Weeks 0, 2, 6, then every 8 weeks");
    assertThat(values(read, "drug.route")).containsExactly("IV");
    assertThat(values(read, "service.code")).containsExactly("J3380");
  }

  @Test
  void aTableOfMedicines() {
    Extraction read =
        extract(
            "Medication         Dose       Frequency      Status",
            "Sertraline         50 mg      daily          Active",
            "Buspirone          10 mg      BID            Discontinued");
    assertThat(values(read, "drug.dose")).containsExactly("50 mg", "10 mg");
    assertThat(fields(read, "drug.name").get(0).assertion()).isEqualTo("present");
    assertThat(fields(read, "drug.name").get(1).assertion()).isEqualTo("discontinued");
  }

  @Test
  void whatStandsBehindTheTimeIsWhatCameOfIt() {
    Extraction read =
        extract("HISTORY", "Zonisamide 100 mg daily for 9 weeks: tingling of the hands.");
    Field zonisamide = therapy(read, "zonisamide");
    assertThat(beside(read, zonisamide, "therapy.duration")).isEqualTo("P9W");
    assertThat(beside(read, zonisamide, "therapy.outcome")).isEqualTo("unknown");
    assertThat(values(read, "therapy.outcome")).containsExactly("tingling of the hands");
  }

  @Test
  void theReasonIsTakenAndThatItWasStopped() {
    Extraction read = extract("Verapamil was taken for 3 months and stopped due to constipation.");
    assertThat(values(read, "therapy.outcome")).containsExactly("constipation");
    assertThat(beside(read, therapy(read, "verapamil"), "therapy.outcome")).isEqualTo("stopped");
  }

  @Test
  void aTimeBelongsToOneTreatment() {
    Extraction read = extract("Failed etodolac and 6 weeks of physical therapy.");
    assertThat(beside(read, therapy(read, "etodolac"), "therapy.duration")).isNull();
    assertThat(beside(read, therapy(read, "physical therapy"), "therapy.duration"))
        .isEqualTo("P6W");
  }

  @Test
  void howOftenIsNotHowLong() {
    Extraction read = extract("HISTORY", "Failed golimumab 50 mg every 4 weeks.");
    assertThat(values(read, "therapy.duration")).isEmpty();
    assertThat(values(extract("Two courses of prednisone in the last 6 months."), "therapy.name"))
        .isEmpty();
  }

  @Test
  void datesOfWhichOnlyTheLastHasItsYear() {
    Extraction read =
        extract("Hand therapy was completed from March 3 to May 9, 2026 without benefit.");
    Field therapy = therapy(read, "occupational therapy");
    assertThat(beside(read, therapy, "therapy.start")).isEqualTo("2026-03-03");
    assertThat(beside(read, therapy, "therapy.end")).isEqualTo("2026-05-09");
    Field stelara = therapy(extract("Failed Stelara (4/2024-1/2025)."), "stelara");
    assertThat(stelara.assertion()).isEqualTo("present");
  }

  @Test
  void whatWasOnlyStoppedInAListWasNotATrial() {
    Extraction read = extract("MEDICATIONS", "Tizanidine 4 mg - DISCONTINUED 02/2025");
    assertThat(values(read, "therapy.name")).isEmpty();
    assertThat(fields(read, "drug.name").get(0).assertion()).isEqualTo("discontinued");
  }

  @Test
  void whatAPlanSaysBehindATimeIsNotWhatCameOfIt() {
    Extraction read =
        extract(
            "PLAN",
            "Physical therapy 2x/week for 6 weeks: strengthening and balance.",
            "Trial of zonisamide 100 mg daily for 4 weeks.");
    assertThat(values(read, "therapy.name")).isEmpty();
  }

  @Test
  void howLongItHelpedIsNotHowLongItTook() {
    Extraction read = extract("HISTORY", "Had an ESI on 01/12/2026, 60% relief for 3 weeks.");
    assertThat(values(read, "therapy.duration")).isEmpty();
  }

  @Test
  void theWordBeforeANameIsOfThatName() {
    Extraction read = extract("Start golimumab 50 mg; the patient failed etanercept (9 months).");
    assertThat(fields(read, "therapy.name")).extracting(Field::value).containsExactly("etanercept");
  }

  @Test
  void whatAPayerRequiresIsNotWhatWasDone() {
    Extraction read =
        extract(
            "Coverage is provided when the member has tried and failed leflunomide for 12 weeks.",
            "",
            "The plan asks for failure of two antidepressants for 8 weeks.",
            "",
            "It requires a trial of physical therapy for 6 weeks.");
    assertThat(fields(read, "therapy.name"))
        .hasSize(3)
        .allMatch(f -> f.assertion().equals("quoted"));
  }
}
