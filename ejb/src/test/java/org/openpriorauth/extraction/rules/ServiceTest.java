package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.beside;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.Field;

class ServiceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Echo (93307) is urgent.                                               | 93307 | present
          Please see us for MRI left wrist 73221. Notes attached.               | 73221 | present
          We ask for counseling and, if you agree, gene analysis, 81215.        | 81215 | present
          Your request for 29827 (arthroscopic rotator cuff repair) was denied. | 29827 | present
          Ferric derisomaltose 1000 mg IV, J1437                                | J1437 | present
          Today's billing: 97110                                                | 97110 | present
          Biopsy (45380) only if lesions are found.                             | 45380 | hypothetical
          Botulinum injection (J0585) would be the next step.                   | J0585 | hypothetical
          A gene assay (81519) can be ordered by you.                           | 81519 | hypothetical
          Cystoscopy (52000) was planned and not done.                          | 52000 | negated
          That policy also lists imaging 73222, for reference.                  | 73222 | quoted
          """)
  void whatIsSaidOfACode(String sentence, String code, String assertion) {
    List<Field> codes = fields(extract(sentence), "service.code");
    assertThat(codes).extracting(Field::value).containsExactly(code);
    assertThat(codes.get(0).assertion()).isEqualTo(assertion);
  }

  @Test
  void whatWasDoneLongAgoIsNotAsked() {
    Extraction read = extract("She had a cervical fusion (22551) last year at another hospital.");
    assertThat(fields(read, "service.code").get(0).assertion()).isEqualTo("historical");
  }

  @Test
  void whatHangsOnSomethingElseIsConditional() {
    Extraction read = extract("PLAN:", "3. If symptoms worsen, order EMG 95910.");
    assertThat(fields(read, "service.code").get(0).assertion()).isEqualTo("hypothetical");
    assertThat(values(read, "order.conditional"))
        .containsExactly("If symptoms worsen, order EMG 95910.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8 Assay Ct, Dunmere, PA 17899",
        "MRI at 10400 Euclid",
        "MRI facility: 55120 Park Ave",
        "Imaging center 43215",
        "Therapy room 97110",
        "Account 48213   Order # 73721   MRN 99213",
        "Exam invoice 88213, claim 70551, lot 84512",
        "Test count 10500 cells",
        "MRI, Toledo, OH 43604"
      })
  void aNumberThatIsNoService(String text) {
    assertThat(values(extract(text), "service.code")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We have reviewed your request for MRI of the left wrist (73221).         | MRI of the left wrist
          You asked for 24 visits of outpatient physical therapy (97110).          | outpatient physical therapy
          I would like an urgent transthoracic echocardiogram, congenital (93303). | transthoracic echocardiogram, congenital
          Next week I will do a skin graft application, left foot (15275).         | skin graft application, left foot
          CPT: 72148-26 MRI lumbar spine without contrast                          | MRI lumbar spine without contrast
          """)
  void itsWordsAndNoMore(String sentence, String words) {
    assertThat(values(extract(sentence), "service.description")).containsExactly(words);
  }

  @Test
  void unitsBelongToTheCodeBeforeThem() {
    Extraction read =
        extract(
            "PLAN",
            "Magnetic stimulation: mapping 90867 x 1, delivery 90868 x 35.",
            "Glucose receiver E2103, 1; sensors, one month A4239, 1 per month.",
            "Epidural steroid injection with fluoroscopy, CPT 62323, one injection.");
    assertThat(fields(read, "service.code"))
        .extracting(f -> f.value() + " " + beside(read, f, "service.units"))
        .containsExactly("90867 1", "90868 35", "E2103 1", "A4239 1 per month", "62323 one");
    assertThat(values(read, "service.description"))
        .containsExactly(
            "Magnetic stimulation",
            "Glucose receiver",
            "sensors, one month",
            "Epidural steroid injection with fluoroscopy");
  }

  @Test
  void linesOfAFormWithNumberedBoxes() {
    Extraction read =
        extract(
            "24A. DATE FROM      24B. PLACE      24D. CPT/HCPCS      24E. POINTER   24G. UNITS",
            "11 09 26            22              73221 RT            AB             1",
            "                                    97140               A              12",
            "25. FEDERAL TAX I.D.                26. ACCOUNT NO.                    28. URGENCY",
            "31-0000417                          44107");
    assertThat(fields(read, "service.code"))
        .extracting(f -> f.value() + " " + beside(read, f, "service.units"))
        .containsExactly("73221 1", "97140 12");
    assertThat(fields(read, "service.date")).extracting(Field::normalized).contains("2026-11-09");
    assertThat(fields(read, "service.laterality"))
        .extracting(Field::normalized)
        .containsExactly("right");
  }

  @Test
  void ofAListToTickWhatIsTicked() {
    Extraction read =
        extract(
            "Requested services:",
            "[x] 72148 MRI lumbar spine without contrast",
            "[ ] 72149 MRI lumbar spine with contrast",
            "Printed choices: J3489 zoledronic acid        J0897 denosumab injection");
    assertThat(values(read, "service.code")).containsExactly("72148");
  }

  @Test
  void anOrderMayHaveNoCode() {
    Extraction read =
        extract(
            "The orders of today are listed below, and the staff of the office will call you.",
            "ORDERS",
            "Home oxygen concentrator, 2 liters per minute",
            "Growth ultrasound on December 19, 2026.",
            "MRI if no better in six weeks");
    assertThat(values(read, "service.description"))
        .containsExactly("Home oxygen concentrator, 2 liters per minute", "Growth ultrasound");
    assertThat(fields(read, "service.date"))
        .extracting(Field::normalized)
        .containsExactly("2026-12-19");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Begin the drug, HCPCS J2182. The request is routine.                 | routine
          Expedited review asked for MRI right wrist 73221.                    | Expedited
          Order MRI left knee without contrast, CPT 73721, stat.               | stat
          An expedited appeal is decided within 72 hours.                      | -
          If worse go to urgent care. Routine labs. MRI brain 70551 ordered.   | -
          """)
  void howSoon(String text, String urgency) {
    List<String> values = values(extract(text), "order.urgency");
    assertThat(values).isEqualTo(urgency == null ? List.of() : List.of(urgency));
  }
}
