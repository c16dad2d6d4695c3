package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.Composition.Part;
import org.openpriorauth.extraction.ExtractionService.PageView;
import org.openpriorauth.extraction.ExtractionService.View;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.PageOwner;
import org.openpriorauth.extraction.ReadDocument;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.patient.PatientIdentity;

/** A fax that brings several documents counts as each of them. */
class PartsTest {
  private static final UUID ID = new UUID(0, 7);

  @Test
  void eachPartIsADocumentOfItsKindAndDay() {
    Facts facts =
        facts(
            new Part("cover_sheet", 1, 1, 0.95),
            new Part("clinical_note", 2, 3, 0.95),
            new Part("lab_report", 4, 4, 0.5));

    assertThat(documents(facts, "date")).containsExactly("2026-01-02", "2026-01-04");
    assertThat(documents(facts, "type")).containsExactly("clinical_note", "lab_report");
    assertThat(facts.all().stream().filter(f -> f.kind().equals("document")))
        .extracting(f -> f.parts().get("type").doubtful())
        .containsExactly(false, true);
  }

  @Test
  void aDocumentOfOnePartIsWhatItWasReadAs() {
    assertThat(documents(facts(new Part("order", 1, 4, 0.3)), "type"))
        .containsExactly("clinical_note");
  }

  private static List<String> documents(Facts facts, String part) {
    return facts.all().stream()
        .filter(f -> f.kind().equals("document"))
        .map(f -> f.parts().get(part).value())
        .toList();
  }

  /** Its cover sheet is nobody's page. */
  private static Facts facts(Part... parts) {
    List<ReadField> fields = IntStream.of(2, 4).mapToObj(PartsTest::dated).toList();
    var read =
        new ReadDocument(
            ID,
            "rules/1.0",
            "clinical_note",
            0.9,
            fields,
            List.of(),
            new Composition(List.of(parts), List.of(), null, List.of()),
            new ReadDocument.Said(false, false, List.of(), List.of()));
    List<PageView> pages =
        IntStream.rangeClosed(1, 4)
            .mapToObj(n -> new PageView(n, "text", 0, owner(n), false, false))
            .toList();
    var patient =
        new PatientIdentity(
            null, "Nora", "Quist", LocalDate.of(1970, 5, 6), "female", null, null, null, null);
    LocalDate today = LocalDate.of(2026, 2, 1);
    return new ChartFacts(0.8, 0)
        .of(today, today, patient, List.of(), List.of(new View(null, read, false, pages)));
  }

  private static PageOwner owner(int page) {
    return page == 1 ? PageOwner.UNKNOWN : PageOwner.YES;
  }

  private static ReadField dated(int page) {
    String day = "2026-01-0" + page;
    Evidence place = new Evidence(ID, page, 0, day.length(), List.of(), day);
    Field field =
        new Field("document.date", "document", day, day, "present", List.of(), place, 0.9);
    return new ReadField(new UUID(1, page), field, null, null, null, null);
  }
}
