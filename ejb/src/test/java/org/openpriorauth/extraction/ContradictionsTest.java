package org.openpriorauth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.ExtractionService.PageView;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.extraction.model.ExtractionRepository.Verification;
import org.openpriorauth.kernel.Evidence;

class ContradictionsTest {
  private static final UUID DOCUMENT = UUID.randomUUID();

  @Test
  void twoBirthDatesOfOnePersonContradictEachOther() {
    ReadDocument read =
        read(
            List.of(identity(1, "1971-04-05", "M-17"), identity(2, "1971-05-04", "m 17")),
            List.of());

    assertThat(Contradictions.of(read, pages(PageOwner.YES, PageOwner.CONFLICT)))
        .containsExactly("patient.birth_date");
  }

  @Test
  void aPageOfSomebodyElseContradictsNothing() {
    ReadDocument read =
        read(
            List.of(identity(1, "1971-04-05", "M-17"), identity(2, "1950-01-01", "M-99")),
            List.of());

    assertThat(Contradictions.of(read, pages(PageOwner.YES, PageOwner.NO))).isEmpty();
  }

  @Test
  void whatAPersonAcceptedIsSettled() {
    ReadDocument read =
        read(List.of(identity(1, "1971-04-05", null), identity(2, "1971-05-04", null)), List.of());
    List<PageView> pages =
        List.of(
            page(1, PageOwner.YES), new PageView(2, "text", 0, PageOwner.CONFLICT, true, false));

    assertThat(Contradictions.of(read, pages)).isEmpty();
  }

  @Test
  void twoSidesAreOneConflictUntilOneIsRejected() {
    List<PageIdentity> nobody = List.of(identity(1, null, null), identity(2, null, null));
    List<PageView> pages = pages(PageOwner.YES, PageOwner.YES);

    assertThat(
            Contradictions.of(
                read(nobody, List.of(side(1, "left", false), side(2, "Right", false))), pages))
        .containsExactly("service.laterality");
    assertThat(
            Contradictions.of(
                read(nobody, List.of(side(1, "left", false), side(2, "Right", true))), pages))
        .isEmpty();
    assertThat(
            Contradictions.of(
                read(nobody, List.of(side(1, "left", false), side(2, "LEFT", false))), pages))
        .isEmpty();
  }

  private static ReadDocument read(List<PageIdentity> identities, List<ReadField> fields) {
    return new ReadDocument(
        DOCUMENT,
        "rules/1.0",
        "order",
        1,
        fields,
        identities,
        Composition.UNKNOWN,
        new ReadDocument.Said(false, false, List.of(), List.of()));
  }

  private static PageIdentity identity(int page, String birthDate, String mrn) {
    return new PageIdentity(page, "Jane Q. Sample", birthDate, mrn, null);
  }

  private static ReadField side(int page, String value, boolean rejected) {
    Evidence place = new Evidence(DOCUMENT, page, 0, value.length(), List.of(), value);
    Field found =
        new Field("service.laterality", "service-1", value, null, "present", List.of(), place, 0.8);
    UUID id = UUID.randomUUID();
    Verification said =
        rejected
            ? new Verification(
                id, DOCUMENT, id.toString(), "rejected", new byte[0], Instant.EPOCH, id)
            : null;
    return new ReadField(id, found, null, said, null, null);
  }

  private static List<PageView> pages(PageOwner first, PageOwner second) {
    return List.of(page(1, first), page(2, second));
  }

  private static PageView page(int number, PageOwner owner) {
    return new PageView(number, "text", 0, owner, false, false);
  }
}
