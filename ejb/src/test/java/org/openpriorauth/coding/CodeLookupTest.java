package org.openpriorauth.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.coding.model.CodeEdition;
import org.openpriorauth.coding.model.CodeSets;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;

class CodeLookupTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final Map<String, MedicalCode> known = new HashMap<>();
  private final CodeLookup lookup = new CodeLookup();
  private boolean sample;
  private int asked;

  CodeLookupTest() {
    lookup.sets =
        new CodeSets() {
          @Override
          public Optional<CodeEdition> on(CodeSystem system, LocalDate day) {
            return known.isEmpty() ? Optional.empty() : Optional.of(edition());
          }

          @Override
          public Map<String, MedicalCode> find(CodeEdition edition, Collection<String> codes) {
            asked++;
            Map<String, MedicalCode> found = new HashMap<>(known);
            found.keySet().retainAll(codes);
            return found;
          }
        };
  }

  private CodeEdition edition() {
    return new CodeEdition(
        UUID.randomUUID(),
        CodeSystem.ICD10CM,
        "2027",
        LocalDate.of(2026, 10, 1),
        null,
        sample,
        false,
        known.size(),
        "",
        Instant.EPOCH);
  }

  private void has(String code, boolean billable, LocalDate to) {
    known.put(code, new MedicalCode(code, billable, code, code, null, to));
  }

  private Looked look(String code) {
    return lookup.look(CodeSystem.ICD10CM, List.of(code), DAY).get(code);
  }

  @Test
  void withoutAnEditionNothingIsChecked() {
    assertThat(look("M54.16").standing()).isEqualTo(Standing.NOT_CHECKED);
    assertThat(look("lumbago").standing()).isEqualTo(Standing.MALFORMED);
  }

  @Test
  void aCodeIsFoundHoweverItIsTyped() {
    has("M54.16", true, null);
    assertThat(look("m5416").standing()).isEqualTo(Standing.BILLABLE);
    assertThat(look(" M54.16 ").code()).isEqualTo("M54.16");
  }

  @Test
  void headingsAndEndedCodesAreToldFromUnknownOnes() {
    has("M54.1", false, null);
    has("M54.5", true, DAY.minusDays(1));
    assertThat(look("M54.1").standing()).isEqualTo(Standing.HEADER);
    assertThat(look("M54.5").standing()).isEqualTo(Standing.NOT_IN_FORCE);
    assertThat(look("M54.99").standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(look("M54.99").refusal()).isEqualTo("M54.99 is no code of ICD-10-CM, edition 2027.");
  }

  @Test
  void aSampleDoesNotCallACodeUnknown() {
    sample = true;
    has("M54.16", true, null);
    assertThat(look("M54.16").standing()).isEqualTo(Standing.BILLABLE);
    assertThat(look("M54.17").standing()).isEqualTo(Standing.NOT_CHECKED);
  }

  @Test
  void oneLookAlikeIsSuggestedAndTwoAreNot() {
    has("M54.16", true, null);
    assertThat(look("M54.I6").perhaps()).isEqualTo("M54.16");
    assertThat(look("MS4.16").perhaps()).isEqualTo("M54.16");
    has("M78.S1", true, null);
    has("M7B.51", true, null);
    assertThat(look("M7B.S1").perhaps()).isNull();
    assertThat(look("M54.77").perhaps()).isNull();
  }

  @Test
  void manyCodesAreOneQuestion() {
    has("M54.16", true, null);
    lookup.look(CodeSystem.ICD10CM, List.of("M54.16", "M54.17", "K50.90"), DAY);
    assertThat(asked).isEqualTo(1);
  }
}
