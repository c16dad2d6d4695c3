package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.page;

import org.junit.jupiter.api.Test;

class DocumentKindTest {
  @Test
  void aNoteByItsFourLetters() {
    assertThat(
            type(
                """
                Maple Street Family Medicine
                Patient: Orr, Dale      DOB: 02/02/1966     Date of Service: 03/03/2026
                S: Patient presents with low back pain for 8 weeks.
                O: BP 130/80. Lumbar tenderness. SLR negative.
                A: Low back pain M54.50
                P: MRI lumbar spine. Return in 4 weeks.
                Electronically signed by Ann Lott, NP
                """))
        .isEqualTo("clinical_note");
  }

  @Test
  void aDictatedConsultation() {
    assertThat(
            type(
                """
                NORTHSIDE NEUROLOGY ASSOCIATES
                CONSULTATION
                PATIENT: Ilse Marr     DATE: 05/06/2026
                REFERRING PHYSICIAN: Bo Tran, MD
                CHIEF COMPLAINT: Headache.
                HISTORY OF PRESENT ILLNESS: 40-year-old woman with migraines.
                PAST MEDICAL HISTORY: None.
                IMPRESSION: Chronic migraine.
                PLAN: Start erenumab.
                """))
        .isEqualTo("clinical_note");
  }

  @Test
  void aNoteOfAnEhr() {
    assertThat(
            type(
                """
                Encounter Date: 10/02/2026
                Progress Notes
                Sean Pell, MD (Physician) • Rheumatology
                Subjective
                HPI
                Ms. Vail is a 52 y.o. female who presents for follow up of RA.
                Review of Systems
                Objective
                BP 120/70
                Assessment & Plan
                1. Rheumatoid arthritis
                """))
        .isEqualTo("clinical_note");
  }

  @Test
  void aLetterOfMedicalNecessity() {
    assertThat(
            type(
                """
                Dana Whitlow, MD
                Letter of Medical Necessity
                04/04/2026
                Re: Jo Anders, DOB 01/01/1980, Member ID 4481029
                To whom it may concern:
                I am writing on behalf of my patient to document the medical necessity of adalimumab. She is a 46-year-old woman with Crohn's disease. She has tried azathioprine.
                Sincerely,
                Dana Whitlow, MD
                """))
        .isEqualTo("clinical_note");
  }

  @Test
  void aTherapistsEvaluation() {
    assertThat(
            type(
                """
                Ridge Physical Therapy
                Initial Evaluation
                Patient: Jo Lim   DOB: 1/1/1980   Date: 2/2/2026
                Subjective: Pain in right knee after fall.
                Objective: ROM flexion 100. Strength 4/5.
                Assessment: Decreased ROM.
                Short Term Goals: 1. Increase flexion
                Long Term Goals: Return to running
                Plan: 2x/week for 6 weeks. Therapeutic exercise, manual therapy.
                """))
        .isEqualTo("therapy_note");
  }

  @Test
  void aPsychotherapyNote() {
    assertThat(
            type(
                """
                Quiet Harbor Counseling
                Psychotherapy Progress Note
                Client: A. Moss     Session date: 3/3/2026   Session #: 8
                Time in 10:00  Time out 10:53   CPT 90837
                Interventions: CBT, behavioral activation
                Response to treatment: Client was engaged.
                Goals: reduce PHQ-9 below 10
                Plan: weekly sessions
                Lena Orme, LCSW
                """))
        .isEqualTo("therapy_note");
  }

  @Test
  void anOperation() {
    assertThat(
            type(
                """
                Mercy General
                OPERATIVE REPORT
                DATE OF OPERATION: 1/2/2026
                PREOPERATIVE DIAGNOSIS: Left inguinal hernia
                POSTOPERATIVE DIAGNOSIS: Same
                PROCEDURE PERFORMED: Repair
                SURGEON: K. Moll, MD
                ANESTHESIA: General
                ESTIMATED BLOOD LOSS: 10 mL
                FINDINGS: Indirect hernia.
                """))
        .isEqualTo("operative_report");
  }

  @Test
  void anEndoscopy() {
    assertThat(
            type(
                """
                Lakes Endoscopy Center
                Procedure Note
                Procedure: Upper endoscopy
                Indications: Dysphagia
                Sedation: Propofol
                Findings: Esophagitis. The scope was advanced to the duodenum.
                Impression: LA grade B
                """))
        .isEqualTo("procedure_report");
  }

  @Test
  void aSleepStudy() {
    assertThat(
            type(
                """
                Pines Sleep Disorders Center
                DIAGNOSTIC POLYSOMNOGRAM REPORT
                Study date 2/2/2026
                Sleep architecture: total sleep time 360 minutes, sleep efficiency 80 %.
                Respiratory events: AHI 32.
                Impression: severe obstructive sleep apnea
                """))
        .isEqualTo("procedure_report");
  }

  @Test
  void aScan() {
    assertThat(
            type(
                """
                ST ANNE RADIOLOGY
                CT ABDOMEN AND PELVIS WITH CONTRAST
                Patient: Bo Ray    Exam Date: 3/3/2026
                CLINICAL HISTORY: Pain.
                TECHNIQUE: Axial images.
                COMPARISON: None.
                FINDINGS: The liver is normal.
                IMPRESSION: No acute abnormality.
                Electronically signed by: M. Lee, MD
                """))
        .isEqualTo("imaging_report");
  }

  @Test
  void anEchocardiogram() {
    assertThat(
            type(
                """
                HEARTLAND CARDIOLOGY
                Transthoracic Echocardiogram
                Study Date: 3/3/2026   Height 170 cm   BP 120/80
                Left Ventricle: EF 35 %
                Aortic valve: normal
                Conclusions: Severely reduced LV function.
                Interpreting physician: Al Moss, MD
                """))
        .isEqualTo("imaging_report");
  }

  @Test
  void aLaboratorysColumns() {
    assertThat(
            type(
                """
                QUARTZ DIAGNOSTICS
                PATIENT INFORMATION            REPORT STATUS: FINAL
                SMITH, AL                      ORDERING PHYSICIAN
                DOB: 1/1/1960                  MOLL, K
                COLLECTED: 3/3/2026            REPORTED: 3/4/2026
                Test Name          In Range     Out Of Range     Reference Range     Lab
                GLUCOSE                         140              65-99 mg/dL
                HEMOGLOBIN A1C                  8.1              <5.7 %
                """))
        .isEqualTo("lab_report");
  }

  @Test
  void aGeneticTest() {
    assertThat(
            type(
                """
                Corvid Genomics
                Hereditary Cancer Panel Test Report
                Patient: J Lim      Specimen type: Blood     Collected 3/3/2026
                RESULT: POSITIVE - Pathogenic variant identified
                Gene  Variant   Classification
                BRCA2 c.5946delT  Pathogenic
                Methodology: next generation sequencing
                Laboratory Director: P Ng, PhD  CLIA 11D0000001
                """))
        .isEqualTo("lab_report");
  }

  @Test
  void aSkinBiopsy() {
    assertThat(
            type(
                """
                DERMPATH PARTNERS
                DERMATOPATHOLOGY REPORT
                Patient: A B      Collected: 1/1/2026   Received: 1/2/2026
                DIAGNOSIS: Skin, left arm, shave biopsy: basal cell carcinoma
                GROSS DESCRIPTION: Received in formalin
                MICROSCOPIC DESCRIPTION: Sections show
                """))
        .isEqualTo("pathology_report");
  }

  @Test
  void misreadWordsStillTell() {
    assertThat(
            type(
                """
                Quay Dermpath
                SURGlCAL PATHOLOGV REP0RT
                Name: A. Moss      Colleeted: 1/1/2026
                FlNAL DlAGNOSIS: Skin, basal cell
                GROSS DESCRlPTION: Recelved in formalin
                """))
        .isEqualTo("pathology_report");
  }

  @Test
  void aCoverSheetIsTheSheetOfWhatFollows() {
    String cover =
        "FAX COVER SHEET\nTO: Evergreen Health\nFROM: Mercy Clinic\nPAGES: 2\nRE: A. Moss";
    String note = "Mercy Clinic\nProgress Note\nHPI: knee pain\nAssessment: arthritis\nPlan: rest";
    assertThat(type(cover)).isEqualTo("cover_sheet");
    assertThat(extract(page(1, 100, cover.split("\n")), page(2, 100, note.split("\n"))).type())
        .isEqualTo("clinical_note");
  }

  @Test
  void aMenuIsNoTitle() {
    assertThat(
            type(
                """
                Home    Messages    Visits    Test results    Billing
                Office Visit
                Chief complaint: cough
                Assessment and plan: rest
                """))
        .isEqualTo("clinical_note");
  }

  private static String type(String text) {
    return extract(text.split("\n")).type();
  }
}
