package org.openpriorauth.coding.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.coding.model.MedicalCode;
import org.openpriorauth.kernel.Problem;

/** The agencies' layouts, column by column. */
class LayoutsTest {
  private static final String HEADING =
      "00007 M541    0 Radiculopathy                                                Radiculopathy";
  private static final String CODE =
      "00009 M5416   1 Radiculopathy, lumbar region                                 Radiculopathy,"
          + " lumbar region";

  private static String record(String code, String kind, String words, String rest) {
    return "%-5s00100%s%-80s%s".formatted(code, kind, words, rest);
  }

  private static String dates(String added, String ended) {
    return "%-28s%149s%-8s%8s%-8s%s".formatted("Short words", "", added, "", ended, "N");
  }

  @Test
  void theOrderFileTellsHeadingsFromCodes() {
    assertThat(new OrderFile().read(List.of(HEADING, CODE)))
        .containsExactly(
            new MedicalCode("M54.1", false, "Radiculopathy", "Radiculopathy", null, null),
            new MedicalCode(
                "M54.16",
                true,
                "Radiculopathy, lumbar region",
                "Radiculopathy, lumbar region",
                null,
                null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Code,Description",
        "M5416\tRadiculopathy, lumbar region",
        "M5416   Radiculopathy, lumbar region",
        "00009 M5416  1 Radiculopathy, lumbar region                                 One column off"
      })
  void anotherLayoutIsRefusedWithItsLineAndNoneOfItsWords(String line) {
    assertThatThrownBy(() -> new OrderFile().read(List.of(HEADING, line)))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Line 2: not of the order file")
        .hasMessageNotContaining("lumbar");
  }

  @Test
  void anOrderFileWhoseLinesAreMixedIsRefused() {
    assertThatThrownBy(() -> new OrderFile().read(List.of(CODE, HEADING)))
        .hasMessageStartingWith("Line 2: the order numbers do not rise");
  }

  @Test
  void aContractorRecordGoesOnOverSeveralLinesAndLeavesModifiersOut() {
    assertThat(
            new ContractorFile()
                .read(
                    List.of(
                        record("J0135", "3", "Injection,", dates("20050101", "20241231")),
                        record("J0135", "4", "adalimumab, 20 mg", ""),
                        record("   RT", "7", "Right side", dates("19980101", "")),
                        record("J1745", "3", "Injection, infliximab", dates("20000101", "")))))
        .containsExactly(
            new MedicalCode(
                "J0135",
                true,
                "Short words",
                "Injection, adalimumab, 20 mg",
                LocalDate.of(2005, 1, 1),
                LocalDate.of(2024, 12, 31)),
            new MedicalCode(
                "J1745",
                true,
                "Short words",
                "Injection, infliximab",
                LocalDate.of(2000, 1, 1),
                null));
  }

  @Test
  void aContractorRecordThatGoesOnWithAnotherCodeIsRefused() {
    String first = record("J0135", "3", "Injection,", dates("20050101", ""));
    assertThatThrownBy(
            () -> new ContractorFile().read(List.of(first, record("J0136", "4", "more", ""))))
        .hasMessageStartingWith("Line 2: goes on with a code");
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    String wrong = record("J0135", "3", "Injection,", dates("20051301", ""));
    assertThatThrownBy(() -> new ContractorFile().read(List.of(wrong)))
        .hasMessageStartingWith("Line 1: no day like 20260101 in columns 269 to 276");
  }

  @ParameterizedTest
  @ValueSource(strings = {"J1745,Injection", "J1745\tInjection, infliximab", CODE, ""})
  void whatIsNoContractorRecordIsRefused(String line) {
    assertThatThrownBy(() -> new ContractorFile().read(List.of(line)))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Line 1: not of the contractor record");
  }

  @Test
  void licensedCodesComeByTabs() {
    assertThat(new TabbedFile().read(List.of("99999\tAn owner's words")))
        .extracting(MedicalCode::code, MedicalCode::description)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("99999", "An owner's words"));
    assertThatThrownBy(() -> new TabbedFile().read(List.of("99999\tOne\tTwo")))
        .hasMessageStartingWith("Line 1: a code of five characters");
  }
}
