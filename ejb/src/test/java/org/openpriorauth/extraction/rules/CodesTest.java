package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.FieldExtractor.Extraction;

class CodesTest {
  @Test
  void anNpiIsCheckedAndKept() {
    assertThat(Codes.isNpi("1234567893")).isTrue();
    assertThat(Codes.isNpi("1234567890")).isFalse();
    Extraction read = extract("Ordering provider: Ruth Abara, MD    NPI: 1234567890");
    assertThat(values(read, "provider.ordering.npi")).containsExactly("1234567890");
    assertThat(fields(read, "provider.ordering.npi").get(0).flags()).contains("check_digit");
  }

  @Test
  void aMisreadCodeIsShownWithItsLikelyRepair() {
    Extraction read = extract("Diagnosis: Seropositive arthritis (MO5.79)");
    assertThat(values(read, "diagnosis.code")).containsExactly("MO5.79");
    assertThat(fields(read, "diagnosis.code").get(0).flags())
        .containsExactly("form", "suggest:M05.79");
  }

  @Test
  void telephoneNumbersAndPostcodesAreNoServices() {
    Extraction read =
        extract(
            "12 Elm Street, Alder, UT 84799     Tel (555) 010-2233", "CPT: 72148    Account 99213");
    assertThat(values(read, "service.code")).containsExactly("72148");
  }

  @Test
  void theWordsOfACodeStandBesideIt() {
    Extraction read = extract("1. Lumbar radiculopathy, right (M54.16); spinal stenosis (M48.061)");
    assertThat(values(read, "diagnosis.code")).containsExactly("M54.16", "M48.061");
    assertThat(values(read, "diagnosis.description"))
        .containsExactly("Lumbar radiculopathy, right", "spinal stenosis");
  }

  @Test
  void aRemarkThatWeighsTwoCodesIsNoOrder() {
    Extraction read = extract("Billing: verify HCPCS J9999 vs J8999 before sending");
    assertThat(fields(read, "service.code")).allMatch(f -> f.assertion().equals("hypothetical"));
  }
}
