package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.beside;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.Field;

class DrugTest {
  /** How a medicine is meant: "metformin present". */
  private static String meant(Extraction read) {
    Field name = fields(read, "drug.name").get(0);
    return name.value() + " " + name.assertion();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Amlodipine-benazepril 5-20 mg capsule, 1 capsule PO daily | Amlodipine-benazepril | | 5-20 mg
          Olmesartan/hydrochlorothiazide 40/25 mg daily             | Olmesartan/hydrochlorothiazide | 40/25 mg |
          Metoprolol tartrate 25 mg PO BID                          | Metoprolol tartrate | 25 mg |
          Cephalexin 250 mg/5 mL suspension, 5 mL by mouth TID      | Cephalexin | 5 mL | 250 mg/5 mL
          Humira 40 mg/0.4 mL pen SC every other week               | Humira | 40 mg | 40 mg/0.4 mL
          Zymevurane 12 mg tablet PO at bedtime                     | Zymevurane | 12 mg |
          Levalbuterol 45 mcg/actuation inhaler 2 puffs q4h prn     | Levalbuterol | 2 puffs | 45 mcg/actuation
          Insulin aspart 100 unit/mL, inject 8 units with meals     | Insulin aspart | 8 units | 100 unit/mL
          Bumetanide 1 mg, increased to 2 mg daily                  | Bumetanide | 2 mg |
          """)
  void aLineOfAList(String line, String name, String dose, String strength) {
    Extraction read = extract("CURRENT MEDICATIONS", "- " + line);
    assertThat(values(read, "drug.name")).containsExactly(name);
    assertThat(values(read, "drug.dose")).isEqualTo(list(dose));
    assertThat(values(read, "drug.strength")).isEqualTo(list(strength));
  }

  private static java.util.List<String> list(String value) {
    return value == null ? java.util.List.of() : java.util.List.of(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PLAN        | Continue glipizide 5 mg daily.                             | glipizide present
          PLAN        | Start risankizumab 150 mg SC every 12 weeks.               | risankizumab present
          PLAN        | Stop etodolac 400 mg.                                      | etodolac discontinued
          PLAN        | If there is no relief, consider baclofen 10 mg TID.        | baclofen hypothetical
          HISTORY     | She failed etodolac 400 mg BID last year.                  | etodolac historical
          HISTORY     | Etanercept 50 mg weekly for 5 months gave no relief.       | Etanercept historical
          HISTORY     | He takes losartan 50 mg daily.                             | losartan present
          HISTORY     | On adalimumab 40 mg every 2 weeks.                         | adalimumab present
          HISTORY     | Switched from citalopram 20 mg because of drowsiness.      | citalopram discontinued
          HISTORY     | His brother takes evolocumab 140 mg every 2 weeks.         | evolocumab family
          """)
  void whatIsTakenAndWhatIsNot(String part, String sentence, String meant) {
    assertThat(meant(extract(part, sentence))).isEqualTo(meant);
  }

  @Test
  void oneWordForAListOfMedicinesThatFailed() {
    Extraction read = extract("She has tried etodolac 400 mg BID, and nabumetone 500 mg BID.");
    assertThat(fields(read, "drug.name")).allMatch(f -> f.assertion().equals("historical"));
  }

  @Test
  void theOtherNameIsNoSecondMedicine() {
    Extraction read = extract("MEDICATIONS", "Lantus (insulin glargine) 18 units at bedtime");
    assertThat(values(read, "drug.name")).containsExactly("Lantus");
    assertThat(values(read, "drug.dose")).containsExactly("18 units");
    assertThat(values(read, "drug.frequency")).containsExactly("at bedtime");
  }

  @Test
  void aCourseHasDaysAndAQuantity() {
    Extraction read = extract("PLAN", "Start cefdinir 300 mg PO BID x 7 days, #14, no refills.");
    assertThat(values(read, "drug.days")).containsExactly("7 days");
    assertThat(values(read, "drug.quantity")).containsExactly("14");
    assertThat(values(read, "drug.frequency")).containsExactly("BID");
  }

  @Test
  void aMeasureIsNoMedicine() {
    Extraction read =
        extract("LABS", "Potassium 4.4 mEq/L, infliximab trough 3 mcg/mL, aspirin allergy noted.");
    assertThat(values(read, "drug.name")).isEmpty();
  }

  @Test
  void anEmptyBoxBeforeAMedicineIsNoOrder() {
    Extraction read = extract("[ ] Iron sucrose 200 mg IV", "\u2610 Ferumoxytol 510 mg IV weekly");
    assertThat(values(read, "drug.name")).isEmpty();
  }

  @Test
  void theNameOfAListIsNoTable() {
    Extraction read =
        extract("Current medications", "* Losartan 50 mg daily", "* Aspirin 81 mg daily");
    assertThat(values(read, "drug.name")).containsExactly("Losartan", "Aspirin");
    assertThat(values(read, "drug.dose")).containsExactly("50 mg", "81 mg");
  }

  @Test
  void anAmountBesideTheNameOrInTheDirections() {
    Extraction read =
        extract(
            "Medication                 Sig                                        Dispense",
            "torsemide 20 MG tablet     Take 1 tablet by mouth every morning.      90 tablet",
            "amoxicillin 400 MG/5ML     Take 6 mL by mouth twice a day             120 mL");
    assertThat(values(read, "drug.dose")).containsExactly("20 MG", "6 mL");
    assertThat(values(read, "drug.strength")).containsExactly("400 MG/5ML");
    assertThat(values(read, "drug.frequency")).containsExactly("every morning", "twice a day");
    assertThat(values(read, "drug.quantity")).containsExactly("90", "120");
  }

  @Test
  void aTableOfWhatWasTriedIsNoListOfWhatIsTaken() {
    Extraction read =
        extract(
            "Drug              Dose      Start         End           Reason stopped",
            "Clobazam          10 mg     02/01/2025    05/01/2025    drowsiness and loss of",
            "                                                        appetite");
    Field drug = fields(read, "drug.name").get(0);
    assertThat(drug.assertion()).isEqualTo("discontinued");
    Field therapy = fields(read, "therapy.name").get(0);
    assertThat(therapy.assertion()).isEqualTo("present");
    assertThat(beside(read, therapy, "therapy.end")).isEqualTo("2025-05-01");
    assertThat(values(read, "therapy.outcome")).containsExactly("drowsiness and loss of appetite");
  }

  @Test
  void whatFollowsALineOfAllergiesIsNotOfIt() {
    Extraction read =
        extract("Allergies: sulfa", "", "We ask for Simponi 50 mg SC monthly for this patient.");
    assertThat(values(read, "drug.name")).containsExactly("Simponi");
  }

  @Test
  void howToTakeItMayBeASentenceOfItsOwn() {
    Extraction read =
        extract(
            "MEDICATIONS", "- nebivolol 5 mg tablet. Take 1 tablet by mouth 2 (two) times a day.");
    assertThat(values(read, "drug.route")).containsExactly("by mouth");
    assertThat(values(read, "drug.frequency")).containsExactly("2 (two) times a day");
  }
}
