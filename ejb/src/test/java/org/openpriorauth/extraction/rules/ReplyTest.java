package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.FieldExtractor.Extraction;

/** Who refers and who orders, by whom a letter is written to. */
class ReplyTest {
  private static final String BODY =
      """
      %s Mr. Okafor has had pain in the right knee for a year.
      History of present illness: he walks two blocks. Physical examination: effusion.
      Assessment and plan: osteoarthritis, M17.11. I request MRI of the right knee, CPT 73721.
      Sincerely,
      Ruth Abara, MD
      """;

  private static Extraction letter(String to, String greeting, String first) {
    String head =
        """
        Stone Harbor Orthopedics
        12 Quay Street, Brackwater, VT 05101

        March 9, 2026
        %s
        Re: Leon Okafor, born 2 February 1964
        %s
        """;
    return extract((head.formatted(to, greeting) + BODY.formatted(first)).split("\n"));
  }

  @Test
  void whoIsThankedForAPatientRefersAndWhoAnswersOrders() {
    Extraction read =
        letter(
            "Idris Vale, MD\nQuarry Family Practice",
            "Dear Idris:",
            "Thank you for asking me to see this patient.");
    assertThat(values(read, "provider.referring.name")).containsExactly("Idris Vale, MD");
    assertThat(values(read, "provider.ordering.name")).containsExactly("Ruth Abara, MD");
  }

  @Test
  void whoWritesToAColleagueFirstRefers() {
    Extraction read =
        letter("Idris Vale, MD\nQuarry Imaging", "Dear Dr. Vale:", "Please see this patient.");
    assertThat(values(read, "provider.referring.name")).containsExactly("Ruth Abara, MD");
    assertThat(values(read, "provider.ordering.name")).isEmpty();
  }

  @Test
  void whoWritesToAPayerOrders() {
    Extraction read =
        letter(
            "Tall Pine Mutual\nUtilization Review", "To Whom It May Concern:", "I write for him.");
    assertThat(values(read, "provider.referring.name")).isEmpty();
    assertThat(values(read, "provider.ordering.name")).containsExactly("Ruth Abara, MD");
  }
}
