package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionsTest {
  private static String of(String sentence, String mention, String section) {
    Sheet sheet = Sheet.of(PageFixture.page(sentence));
    int at = sentence.indexOf(mention);
    return Assertions.of(
        sheet.span(0, sentence.length()), sheet.span(at, at + mention.length()), section);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          She completed physical therapy.                               | physical therapy | present
          She has never had physical therapy.                           | physical therapy | negated
          Physical therapy was declined by the patient.                 | Physical therapy | negated
          Denies diabetes.                                              | diabetes         | negated
          Mother with psoriasis.                                        | psoriasis        | family
          History of melanoma.                                          | melanoma         | historical
          Consider adalimumab if symptoms persist.                      | adalimumab       | hypothetical
          If no better, order MRI.                                      | MRI              | hypothetical
          Will start physical therapy next week.                        | physical therapy | planned
          Naproxen was discontinued for dyspepsia.                      | Naproxen         | discontinued
          Payer policy consulted: six weeks of physical therapy needed. | physical therapy | quoted
          Had no relief with physical therapy.                          | physical therapy | present
          Denies fever, but has diarrhea.                               | diarrhea         | present
          """)
  void words(String sentence, String mention, String assertion) {
    assertThat(of(sentence, mention, "")).isEqualTo(assertion);
  }

  @Test
  void theSectionCounts() {
    assertThat(of("Colon cancer at 50.", "Colon cancer", "family")).isEqualTo("family");
    assertThat(of("Asthma.", "Asthma", "past")).isEqualTo("historical");
    assertThat(of("Eight weeks of therapy.", "therapy", "policy")).isEqualTo("quoted");
  }

  @Test
  void aCodesOwnWithoutNegatesNothing() {
    var read = PageFixture.extract("Diagnosis: Type 2 diabetes without complications (E11.9)");
    assertThat(PageFixture.fields(read, "diagnosis.code").get(0).assertion()).isEqualTo("present");
    read =
        PageFixture.extract(
            "PLAN", "1. MRI lumbar spine without contrast, CPT 72148, 1 unit, routine.");
    assertThat(PageFixture.fields(read, "service.code").get(0).assertion()).isEqualTo("present");
    assertThat(PageFixture.values(read, "order.urgency")).containsExactly("routine");
  }
}
