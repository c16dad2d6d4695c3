package org.openpriorauth.wire.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as payers write them, sound, odd and broken. */
class PasAnswersTest {
  private static final PasIdentifier TRN = new PasIdentifier("urn:trnorg:9123456789", "TRN-1");

  @Test
  void anApprovalHasItsNumberPeriodAndUnits() {
    PasAnswer.Answered answer = answered(SampleAnswers.approved());
    assertThat(answer.claims()).containsExactly(TRN);
    assertThat(answer.preAuthRef()).isEqualTo("AUTH-1");
    assertThat(answer.preAuthPeriod().end()).isEqualTo(LocalDate.of(2027, 2, 20));
    assertThat(answer.outcome()).isEqualTo("complete");
    assertThat(answer.humanReviewed()).isTrue();
    assertThat(answer.errors()).isEmpty();
    PasAnswer.ItemDecision item = answer.items().get(0);
    assertThat(item.sequence()).isEqualTo(1);
    assertThat(item.action()).isEqualTo("A1");
    assertThat(item.authorizationNumber()).isEqualTo("AUTH-1");
    assertThat(item.issued()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(item.period().start()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(item.authorised().code()).isEqualTo("72148");
    assertThat(item.authorised().units()).isEqualByComparingTo("1");
    assertThat(item.added()).isFalse();
  }

  @Test
  void aPartlyAuthorizedItemSaysHowMuch() {
    PasAnswer.ItemDecision item =
        answered(
                SampleAnswers.item(
                    SampleAnswers.detail("97530", 8),
                    "A2",
                    SampleAnswers.reason("SIM04", "8 only")))
            .items()
            .get(0);
    assertThat(item.action()).isEqualTo("A2");
    assertThat(item.reasons()).containsExactly(new PasAnswer.Reason("SIM04", "8 only"));
    assertThat(item.authorised().units()).isEqualByComparingTo(BigDecimal.valueOf(8));
  }

  @Test
  void aModifiedItemIsJoinedByWhatIsAuthorizedInstead() {
    PasAnswer.Answered answer = answered(SampleAnswers.modified());
    assertThat(answer.items()).hasSize(2);
    PasAnswer.ItemDecision modified = answer.items().get(0);
    assertThat(modified.action()).isEqualTo("A6");
    assertThat(modified.sequence()).isEqualTo(2);
    assertThat(modified.authorizationNumber()).isEqualTo("AUTH-2");
    assertThat(modified.period().end()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(modified.authorised().code()).isEqualTo("97112");
    assertThat(modified.authorised().units()).isEqualByComparingTo("4.5");
    PasAnswer.ItemDecision added = answer.items().get(1);
    assertThat(added.added()).isTrue();
    assertThat(added.sequence()).isEqualTo(9);
    assertThat(added.action()).isEqualTo("A1");
  }

  @Test
  void aDenialTellsWhyEvenInANoteOnly() {
    PasAnswer.Answered answer = answered(SampleAnswers.denied());
    PasAnswer.ItemDecision item = answer.items().get(0);
    assertThat(item.action()).isEqualTo("A3");
    assertThat(item.reasons()).isEmpty();
    assertThat(item.notes()).containsExactly("not covered by the imaging policy");
    assertThat(answer.notes()).containsExactly("call 555-0100");
    assertThat(answer.preAuthRef()).isNull();
  }

  @Test
  void aPendedRequestMayWantInformation() {
    PasAnswer.Answered answer = answered(SampleAnswers.pended());
    PasAnswer.ItemDecision item = answer.items().get(0);
    assertThat(item.action()).isEqualTo("A4");
    assertThat(item.administrationNumber()).isEqualTo("ADM-1");
    PasIdentifier control = new PasIdentifier("urn:control", "ADM-1-1");
    assertThat(answer.asks())
        .containsExactly(
            new PasAnswer.InformationRequest(
                1, "attachments-needed", "PY", "http://loinc.org", "11506-3", "", control),
            new PasAnswer.InformationRequest(
                1, "questionnaire-context", "", "", "", "CTX-7", control));
  }

  @Test
  void aBusinessErrorLeadsToTheField() {
    PasAnswer.Answered answer = answered(SampleAnswers.businessError());
    assertThat(answer.outcome()).isEqualTo("error");
    assertThat(answer.errors())
        .containsExactly(
            new PasAnswer.BusinessError(
                "75",
                "The member id is not known.",
                "C",
                "2010C-NM109",
                "Bundle.entry[3].resource.identifier[0].value"));
    assertThat(answer.notes()).isEmpty();
  }

  @Test
  void aDecisionAtTheHeadStandsForTheWhole() {
    PasAnswer.Answered answer =
        answered(
            SampleAnswers.response(
                "\"adjudication\":[" + SampleAnswers.adjudication("C", "") + "]"));
    assertThat(answer.whole().action()).isEqualTo("C");
    assertThat(answer.items()).isEmpty();
  }

  @Test
  void anUnknownActionAndOutcomeAreKept() {
    PasAnswer.Answered answer =
        answered(SampleAnswers.item("", "Z9", "").replace("\"complete\"", "\"queued-for-ever\""));
    assertThat(answer.items().get(0).action()).isEqualTo("Z9");
    assertThat(answer.outcome()).isEqualTo("queued-for-ever");
  }

  @Test
  void anOperationOutcomeIsARefusal() {
    PasAnswer answer =
        PasAnswers.read(
            """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"required",
             "details":{"text":"A gender is needed."},"expression":["Bundle.entry[4]"]},
             {"severity":"error","code":"structure","diagnostics":"Broken."}]}""");
    assertThat(answer)
        .isEqualTo(
            new PasAnswer.Refused(
                List.of(
                    new PasAnswer.Issue(
                        "error", "required", "A gender is needed.", "Bundle.entry[4]"),
                    new PasAnswer.Issue("error", "structure", "Broken.", ""))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"text\"",
        "{",
        "{}",
        "<html><body>502</body></html>",
        "{\"resourceType\":7}",
        "{\"resourceType\":\"Nothing\"}",
        "{\"resourceType\":\"Patient\"}",
        "{\"resourceType\":\"Bundle\"}",
        "{\"resourceType\":\"Bundle\",\"entry\":null}",
        "{\"resourceType\":\"Bundle\",\"entry\":[null,7,{},{\"resource\":null},{\"resource\":[]}]}",
        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Bundle\"}}]}",
        "{\"resourceType\":\"Parameters\",\"parameter\":[]}",
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resour"
      })
  void whatIsNoAnswerIsUnreadable(String text) {
    assertThat(PasAnswers.read(text)).isInstanceOf(PasAnswer.Unreadable.class);
    assertThat(PasSubscriptions.read(text)).isInstanceOf(PasNotification.Unreadable.class);
  }

  @Test
  void oddValuesDoNotStopTheReading() {
    PasAnswer.Answered answer = answered(SampleAnswers.odd());
    PasAnswer.ItemDecision item = answer.items().get(0);
    assertThat(item.sequence()).isZero();
    assertThat(item.action()).isEqualTo("A1");
    assertThat(item.authorised().units()).as("no column holds it").isNull();
    assertThat(item.issued()).isNull();
    assertThat(item.period()).isNull();
    assertThat(answer.notes().get(0)).hasSize(Texts.LONGEST).doesNotContain("\0");
  }

  @Test
  void nothingMakesTheReaderThrow() {
    Random random = new Random(20261122);
    for (String sound :
        List.of(SampleAnswers.pended(), SampleAnswers.modified(), SampleAnswers.businessError())) {
      for (int i = 0; i < 400; i++) {
        StringBuilder spoilt = new StringBuilder(sound);
        for (int n = 0; n <= random.nextInt(3); n++) {
          int at = random.nextInt(spoilt.length());
          String[] junk = {"", "\"", "{", "]", "null", "-1e99999", "[[", "\\u0000", ":"};
          spoilt.replace(
              at,
              Math.min(spoilt.length(), at + random.nextInt(12)),
              junk[random.nextInt(junk.length)]);
        }
        assertThat(PasAnswers.read(spoilt.toString())).isNotNull();
        assertThat(PasAnswers.readInquiry(spoilt.toString())).isNotNull();
        assertThat(PasSubscriptions.read(spoilt.toString())).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ValueSource(
      strings = {"1e400000000", "-1E+400000000", "\"1e400000000\"", "1e-400000000", "digits"})
  void noNumberTakesForEver(String number) {
    String value = number.equals("digits") ? "\"" + "9".repeat(2_000_000) + "\"" : number;
    String quantity =
        "{\"url\":\"quantity\",\"valueQuantity\":{\"value\":" + value + ",\"unit\":\"UN\"}}";
    String decimal = "{\"url\":\"quantity\",\"valueDecimal\":" + value + "}";
    for (String extension : List.of(quantity, decimal)) {
      assertThat(PasAnswers.read(SampleAnswers.item(extension, "A1", "")))
          .isInstanceOf(PasAnswer.Unreadable.class);
    }
  }

  @Test
  void wordsAndNumbersAreToldApart() {
    assertThat(CostGuard.sound("{\"e\":\"eeeeeeeee\",\"a\":true,\"b\":[-1.5e10,2]}")).isTrue();
    assertThat(CostGuard.sound("{\"a\":\"1e9999 is a lot\",\"b\":\"\\\"1e9999\\\"\"}")).isTrue();
    assertThat(CostGuard.sound("{\"a\":\"\\\\\",\"b\":1e9999}")).isFalse();
    assertThat(CostGuard.sound("\"")).isTrue();
  }

  @Test
  void moreUnitsThanAColumnHoldsAreNone() {
    assertThat(Texts.units(new Quantity().setValue(new BigDecimal("999999999")))).isNotNull();
    assertThat(Texts.units(new Quantity().setValue(new BigDecimal("999999999.9999")))).isNull();
    assertThat(Texts.units(new Quantity().setValue(new BigDecimal("9999999999")))).isNull();
  }

  @Test
  void anAnswerOfAHundredThousandPartsIsNotRead() {
    assertThat(CostGuard.sound("[" + "{},".repeat(30_000) + "{}]")).isTrue();
    assertThat(CostGuard.sound("[" + "{},".repeat(60_000) + "{}]")).isFalse();
    assertThat(CostGuard.sound("[\"" + "{},".repeat(60_000) + "\"]")).as("in words").isTrue();
  }

  @Test
  void depthDoesNotStopTheServer() {
    for (int depth : new int[] {900, 100_000}) {
      String text =
          "{\"resourceType\":\"ClaimResponse\",\"extension\":["
              + "{\"url\":\"u\",\"extension\":[".repeat(depth)
              + "]}".repeat(depth)
              + "]}";
      assertThat(PasAnswers.read(text)).isNotNull();
    }
  }

  @Test
  void anInquiryHasAnyNumberOfAnswers() {
    String one = SampleAnswers.approved();
    String parameter = "{\"name\":\"return\",\"resource\":" + one + "}";
    assertThat(PasAnswers.readInquiry(parameters(parameter + "," + parameter))).hasSize(2);
    assertThat(PasAnswers.readInquiry("{\"resourceType\":\"Parameters\"}")).isEmpty();
    assertThat(PasAnswers.readInquiry(one)).as("PAS 2.0.1 and 2.1").hasSize(1);
    assertThat(PasAnswers.readInquiry("{\"resourceType\":\"Bundle\"}")).isEmpty();
    assertThat(PasAnswers.readInquiry("no")).hasOnlyElementsOfType(PasAnswer.Unreadable.class);
    String outcome = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"%s\"}]}";
    String warning = "{\"name\":\"return\",\"resource\":" + outcome.formatted("warning") + "}";
    assertThat(PasAnswers.readInquiry(parameters(parameter + "," + warning))).hasSize(1);
    assertThat(PasAnswers.readInquiry(parameters(warning))).isEmpty();
    assertThat(PasAnswers.readInquiry(outcome.formatted("error")))
        .hasOnlyElementsOfType(PasAnswer.Refused.class);
  }

  private static String parameters(String inside) {
    return "{\"resourceType\":\"Parameters\",\"parameter\":[" + inside + "]}";
  }

  private static PasAnswer.Answered answered(String json) {
    PasAnswer answer = PasAnswers.read(json);
    assertThat(answer).isInstanceOf(PasAnswer.Answered.class);
    return (PasAnswer.Answered) answer;
  }
}
