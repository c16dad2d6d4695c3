package org.openpriorauth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.ExtractionService.Verdict;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.Evidence;

/** What a person's word says of how a value was read. */
class LookedAtTest {
  private static final ReadField READ =
      new ReadField(
          new UUID(1, 1),
          new Field(
              "patient.birth_date",
              "patient",
              "04/05/1971",
              "1971-04-05",
              "present",
              List.of(),
              new Evidence(new UUID(1, 2), 1, 0, 10, List.of(), "04/05/1971"),
              0.9),
          null,
          null,
          null,
          null);

  private static boolean right(String verdict, String value) {
    return LookedAt.isRight(READ, new Verdict(verdict, value, null));
  }

  @Test
  void whatStaysAsItWasReadWasReadRightly() {
    assertThat(right("accepted", null)).isTrue();
    assertThat(right("rejected", null)).isFalse();
    assertThat(right("changed", "1971-05-04")).isFalse();
    assertThat(right("changed", " 1971-04-05 ")).as("the same in another form").isTrue();
  }
}
