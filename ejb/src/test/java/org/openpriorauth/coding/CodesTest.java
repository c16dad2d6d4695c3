package org.openpriorauth.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
  @ParameterizedTest
  @CsvSource({
    "cpt, 72148, true",
    "cpt, 0075T, true",
    "cpt, 7214, false",
    "cpt, J1745, false",
    "hcpcs, J1745, true",
    "hcpcs, 71745, false",
    "hcpcs, j1745, false",
    "ndc, 57894-030-01, true",
    "ndc, 57894003001, true",
    "ndc, 5789, false",
    "rxnorm, 191831, true",
    "snomed, 191831, false",
  })
  void aServiceCodeHasTheFormOfItsSystem(String system, String code, boolean wellFormed) {
    assertThat(ServiceCode.wellFormed(system, code)).isEqualTo(wellFormed);
  }

  @ParameterizedTest
  @CsvSource({
    "1234567893, true",
    "1234567890, false",
    "1234567983, false",
    "2234567893, false",
    "123456789, false",
    "12345678931, false",
    "9999999995, false",
  })
  void anNpiChecksItself(String npi, boolean valid) {
    assertThat(Npi.valid(npi)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "0002-8215-01, 00002-8215-01",
    "57894-030-01, 57894-0030-01",
    "57894-0030-1, 57894-0030-01",
    "57894-0030-01, 57894-0030-01",
    "57894003001, 57894-0030-01",
    "5789400301,",
    "5789-030-01,",
    "57894-030-1,",
    "words,",
  })
  void aDrugCodeIsWrittenFiveFourTwo(String typed, String normalized) {
    assertThat(Ndc.normalized(typed).orElse(null)).isEqualTo(normalized);
  }
}
