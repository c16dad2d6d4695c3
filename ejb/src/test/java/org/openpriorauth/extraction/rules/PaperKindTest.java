package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;

import org.junit.jupiter.api.Test;

class PaperKindTest {
  @Test
  void aPrescription() {
    assertThat(
            type(
                """
                Lakeside Rheumatology      123 Main
                Prescription
                Patient: A B    DOB 1/1/1980
                Rx: Humira 40 mg SC every 2 weeks  Disp: 2  Refills: 5
                Dispense as written
                Prescriber signature: C D, MD
                """))
        .isEqualTo("order");
  }

  @Test
  void anOrderForEquipment() {
    assertThat(
            type(
                """
                STANDARD WRITTEN ORDER
                Patient Name: Al Bo    DOB: 1/1/1950
                Order Date: 3/3/2026
                Item ordered: CPAP E0601   Qty 1    Length of need: 99 months
                Diagnosis: G47.33
                Physician signature: /s/ M Lee, MD   NPI 1234567893
                """))
        .isEqualTo("order");
  }

  @Test
  void aCertificate() {
    assertThat(
            type(
                """
                CERTIFICATE OF MEDICAL NECESSITY
                CMS-484 OXYGEN
                SECTION A: Certification Type/Date: INITIAL 3/3/2026
                Patient name: Al Bo
                SECTION B: Est. length of need (# of months): 99   Diagnosis codes: J44.9
                ANSWERS: a) 54 mm Hg
                """))
        .isEqualTo("order");
  }

  @Test
  void anOrderForAScan() {
    assertThat(
            type(
                """
                Outpatient Imaging Order
                Patient: A B   DOB: 1/1/1980   Phone 555-555-0101
                Exam: MRI lumbar spine w/o contrast  CPT 72148
                Diagnosis: M54.16
                Ordering provider: C D, MD
                Priority: Routine
                """))
        .isEqualTo("order");
  }

  @Test
  void aPayersForm() {
    assertThat(
            type(
                """
                Evergreen Health Plan
                PRIOR AUTHORIZATION REQUEST FORM
                Fax completed form to 555-555-0100
                Member Information
                Member name: A B     Member ID: 123456
                Prescriber Information
                Prescriber name: C D, MD     NPI: 1234567893
                Medication requested: Humira
                Please attach chart notes
                """))
        .isEqualTo("form");
  }

  @Test
  void aReleaseForm() {
    assertThat(
            type(
                """
                AUTHORIZATION FOR RELEASE OF MEDICAL INFORMATION
                Patient name: A B    DOB: 1/1/1980
                I authorize Mercy to release my records to:
                Signature: ________   Date: ______
                """))
        .isEqualTo("form");
  }

  @Test
  void aRecordOfAdministration() {
    assertThat(
            type(
                """
                MEDICATION ADMINISTRATION RECORD
                Resident: A B    Room 12
                Medication   Dose  Route  0800  1200  2000
                Lisinopril   10 mg PO  X
                """))
        .isEqualTo("medication_list");
  }

  @Test
  void aPharmacysHistory() {
    assertThat(
            type(
                """
                WALGATE PHARMACY
                Prescription fill history  1/1/2025 - 1/1/2026
                Rx #   Drug    Qty   Days   Filled   Prescriber
                11223  Metformin 500 mg  60  30  3/3/2025  Lee
                """))
        .isEqualTo("medication_list");
  }

  @Test
  void aCoverSheet() {
    assertThat(
            type(
                """
                FACSIMILE TRANSMITTAL SHEET
                To: Evergreen Health Plan          From: Lakeside Rheumatology
                Fax: 555-555-0100                  Pages (including cover): 12
                Re: A B prior auth request         Date: 1/2/2026
                Urgent   For review   Please reply
                CONFIDENTIALITY NOTICE: intended recipient
                """))
        .isEqualTo("cover_sheet");
  }

  @Test
  void aCoverSheetWithoutATitle() {
    assertThat(
            type(
                """
                Mercy Orthopedics
                Date 3/3/2026
                To Evergreen UM      Fax 555-555-0100
                From Pat Doe         Phone 555-555-0102
                # of pages 4
                Comments: records attached
                """))
        .isEqualTo("cover_sheet");
  }

  @Test
  void aPayersAccount() {
    assertThat(
            type(
                """
                EXPLANATION OF BENEFITS
                This is not a bill
                Member: A B    Claim number 1123
                Amount billed  Allowed  Plan paid  You owe
                """))
        .isEqualTo("other");
  }

  @Test
  void anInvoice() {
    assertThat(
            type(
                """
                Invoice
                Records Exchange
                Amount due $22.00 Please remit payment
                """))
        .isEqualTo("other");
  }

  @Test
  void aHomeHealthPlan() {
    assertThat(
            type(
                """
                HOME HEALTH CERTIFICATION AND PLAN OF CARE
                Start of care date 3/3/2026   Certification period 3/3/2026 - 5/1/2026
                Goals/Rehabilitation potential
                I certify that this patient is confined to home
                """))
        .isEqualTo("plan_of_care");
  }

  @Test
  void nothingAtAll() {
    assertThat(
            type(
                """
                Random text with nothing
                Some words that are of no kind
                """))
        .isNull();
  }

  @Test
  void aProvidersOwnAppeal() {
    assertThat(
            type(
                """
                Lakeside Rheumatology
                3/3/2026
                Evergreen Health Plan Appeals Department
                Re: Appeal of denial, Member A B, ID 123456, reference 7781
                To whom it may concern:
                We are appealing the denial of adalimumab. I am writing on behalf of my patient.
                Please reconsider.
                """))
        .isNull();
  }

  private static String type(String text) {
    return extract(text.split("\n")).type();
  }
}
