package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.FieldExtractor.Extraction;

class LetterFieldsTest {
  private static final String APPROVAL =
      """
      HARBORVIEW HEALTH PLAN
      P.O. Box 5512, Tallmadge, NC 27999

      Re: Member ID: HHP220918831
          Authorization Number: A260303-00917

      Dear Provider:
      We received a request for the service listed below. We have approved this request.

      Service                                Code     Units    From           Through
      MRI lumbar spine without contrast      72148    1        03/03/2026     06/01/2026

      This approval is not a guarantee of payment.
      """;

  private static Extraction read(String text) {
    return extract(text.split("\n"));
  }

  @Test
  void anApprovalWithATable() {
    Extraction read = read(APPROVAL);
    assertThat(read.type()).isEqualTo("payer_letter");
    assertThat(values(read, "coverage.payer")).containsExactly("HARBORVIEW HEALTH PLAN");
    assertThat(values(read, "letter.reference")).containsExactly("A260303-00917");
    assertThat(values(read, "letter.decision")).containsExactly("approved");
    assertThat(values(read, "letter.units")).containsExactly("1");
    assertThat(fields(read, "letter.valid_from").get(0).normalized()).isEqualTo("2026-03-03");
    assertThat(fields(read, "letter.valid_to").get(0).normalized()).isEqualTo("2026-06-01");
    assertThat(values(read, "letter.reason")).isEmpty();
  }

  @Test
  void anApprovalInProse() {
    Extraction read =
        read(
            """
            Evermore Health
            UTILIZATION REVIEW
            Dear Dr. Pell:
            This letter confirms that the admission has been certified for 3 days, from 02/02/2026
            through 02/05/2026. Certification number: 118822-IP.
            """);
    assertThat(values(read, "letter.decision")).containsExactly("certified");
    assertThat(fields(read, "letter.decision").get(0).normalized()).isEqualTo("approved");
    assertThat(values(read, "letter.units")).containsExactly("3 days");
    assertThat(values(read, "letter.valid_to")).containsExactly("02/05/2026");
    assertThat(values(read, "letter.reference")).containsExactly("118822-IP");
  }

  @Test
  void whatIsNotApprovedIsNoUnit() {
    Extraction read =
        read(
            """
            Quarry State Health
            PARTIAL APPROVAL
            Authorization #: 5512-AUTH-01      Claim number: 99-10023
            You asked for 30 visits. Not approved: 10 visits. Approved: 20 visits.
            Decision: Partially approved
            Effective date: 07/02/2026     Expiration date: 10/02/2026
            Reason for denial: The notes support 20 visits at this time.
            """);
    assertThat(values(read, "letter.units")).containsExactly("20 visits");
    assertThat(values(read, "letter.decision")).containsExactly("Partially approved");
    assertThat(values(read, "letter.reference")).containsExactly("5512-AUTH-01");
    assertThat(values(read, "letter.valid_from")).containsExactly("07/02/2026");
    assertThat(values(read, "letter.reason"))
        .containsExactly("The notes support 20 visits at this time");
  }

  @Test
  void aReasonEndsWhereTheDecisionIsSaidAgain() {
    Extraction read =
        read(
            """
            Vantage Mutual
            NOTICE OF DENIAL
            Decision: denied. The scan can be done at a free-standing center; the hospital site is denied.
            """);
    assertThat(values(read, "letter.reason"))
        .containsExactly("The scan can be done at a free-standing center");
  }

  @Test
  void thePayerMayNameItself() {
    Extraction read =
        read(
            """
            Prairie Gate Medicaid Plan
            NOTICE OF ACTION
            If your request is denied you may appeal. Prairie Gate has denied this request
            because the form was not signed.
            """);
    assertThat(values(read, "letter.decision")).containsExactly("denied");
    assertThat(values(read, "letter.reason")).containsExactly("the form was not signed");
  }

  @Test
  void whatAnAppealChangedOutweighsWhatItChanged() {
    Extraction read =
        read(
            """
            Vantage Mutual
            Appeal Determination
            On March 2, 2026 we denied your request. Our earlier decision has been overturned.
            """);
    assertThat(values(read, "letter.decision")).containsExactly("overturned");
    assertThat(values(read, "letter.reason")).isEmpty();
  }

  @Test
  void aPayerThatIsUnableHasDenied() {
    Extraction read =
        read(
            """
            Apex National Insurance
            Notice of Adverse Benefit Determination
            After review by a physician, we are unable to approve coverage.
            """);
    assertThat(values(read, "letter.decision")).containsExactly("unable to approve");
    assertThat(fields(read, "letter.decision").get(0).normalized()).isEqualTo("denied");
  }

  @Test
  void aHeadingAsksWhy() {
    Extraction read =
        read(
            """
            Northgate Health Plan
            NOTICE OF DENIAL
            Your request is denied.
            Why we denied it
            The records do not show six months of care. We used our policy 22.
            """);
    assertThat(values(read, "letter.reason"))
        .containsExactly("The records do not show six months of care");
  }

  @Test
  void aTitleSaysThatItIsAPart() {
    Extraction read =
        read(
            """
            CAPITOL MUTUAL
            Notice of Partial Denial
            We approved 10 of the 20 days. The days from 05/11/2026 to 05/20/2026 are not approved.
            Approved dates: 05/01/2026 to 05/10/2026
            """);
    assertThat(fields(read, "letter.decision").get(0).normalized()).isEqualTo("partially_approved");
    assertThat(values(read, "letter.valid_from")).containsExactly("05/01/2026");
    assertThat(values(read, "letter.valid_to")).containsExactly("05/10/2026");
    assertThat(values(read, "letter.reason")).isEmpty();
  }

  @Test
  void whoSignsAndWhen() {
    Extraction read =
        read(
            """
            Harborview Health Plan
            March 3, 2026
            NOTICE OF DENIAL
            Your request is denied.
            Sincerely,

            Appeals Unit 4
            """);
    assertThat(values(read, "document.date")).containsExactly("March 3, 2026");
    assertThat(values(read, "document.author")).containsExactly("Appeals Unit 4");
  }

  @Test
  void aTitleIsNoPayer() {
    Extraction read =
        read(
            """
            AUTHORIZATION NOTICE
            Auth Number      0099182-01
            Auth Status      APPROVED
            Auth Period      04/05/2026 - 07/04/2026
            """);
    assertThat(values(read, "coverage.payer")).isEmpty();
    assertThat(values(read, "letter.reference")).containsExactly("0099182-01");
    assertThat(values(read, "letter.decision")).containsExactly("APPROVED");
    assertThat(values(read, "letter.valid_to")).containsExactly("07/04/2026");
  }

  @Test
  void aNoteAboutALetterIsNoLetter() {
    Extraction read =
        read(
            """
            Lakeside Clinic
            Progress Note
            HPI: The request was denied because step therapy was not done. Reference number: 99120-1.
            Assessment: migraine
            Plan: We will appeal within 60 days.
            """);
    assertThat(read.fields()).noneMatch(f -> f.name().startsWith("letter."));
  }
}
