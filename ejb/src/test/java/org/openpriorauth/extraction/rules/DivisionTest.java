package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.page;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.PageReader.Page;

/** A fax of several documents. */
class DivisionTest {
  private static final String[] COVER = {
    "FAX COVER SHEET",
    "To: Prior Authorization Department      Fax: 555-201-3344",
    "From: Lakeside Orthopedics      Phone: 555-210-8800",
    "Re: prior authorization request",
    "Number of pages (including cover): 6",
    "CONFIDENTIAL: this facsimile is intended only for the addressee."
  };
  private static final String[] NOTE = {
    "Lakeside Orthopedics",
    "OFFICE VISIT NOTE",
    "Patient: Nora Quist      DOB: 05/06/1970",
    "Chief Complaint: knee pain",
    "History of Present Illness: three years of pain on stairs.",
    "Review of Systems: negative.",
    "Page 1 of 2"
  };
  private static final String[] NOTE_END = {
    "Patient: Nora Quist      DOB: 05/06/1970",
    "Laboratory results reviewed: none.",
    "Assessment and Plan: continue therapy.",
    "Page 2 of 2"
  };
  private static final String[] LAB = {
    "Harbor Clinical Laboratory",
    "LABORATORY REPORT",
    "Patient: Nora Quist      DOB: 05/06/1970",
    "Collected: 01/02/2026      Reported: 01/03/2026",
    "Test              Result     Units     Reference Range     Flag",
    "Hemoglobin        13.2       g/dL      12.0-15.5",
    "Creatinine        0.8        mg/dL     0.5-1.1",
    "Specimen: blood      CLIA: 05D1234567"
  };
  private static final String[] CARD = {
    "Prairie Mutual Health Plan",
    "MEMBER ID CARD",
    "Member: Nora Quist",
    "Member ID: PMH4455667",
    "Group: 88120      RxBIN: 610014",
    "Copay: office visit $20      emergency room $250",
    "Member services 800-555-0111"
  };

  private static Composition of(String[]... pages) {
    Page[] all = new Page[pages.length];
    for (int i = 0; i < pages.length; i++) {
      all[i] = page(i + 1, 100, pages[i]);
    }
    return extract(all).composition();
  }

  private static List<String> parts(Composition made) {
    return made.parts().stream().map(p -> p.type() + " " + p.first() + "-" + p.last()).toList();
  }

  @Test
  void eachDocumentOfTheFaxIsAPart() {
    Composition made = of(COVER, NOTE, NOTE_END, LAB, CARD);

    assertThat(parts(made))
        .containsExactly(
            "cover_sheet 1-1", "clinical_note 2-3", "lab_report 4-4", "insurance_card 5-5");
    assertThat(made.parts()).allMatch(p -> p.confidence() > 0.4 && p.confidence() <= 1);
  }

  @Test
  void theCoverSheetsCountIsHeldAgainstWhatCame() {
    assertThat(of(COVER, NOTE, NOTE_END, LAB, CARD))
        .satisfies(
            made -> {
              assertThat(made.announced()).isEqualTo(6);
              assertThat(made.warnings()).containsExactly("pages_missing");
            });
    assertThat(of(COVER, NOTE, NOTE_END, LAB, CARD, CARD))
        .satisfies(
            made -> {
              assertThat(made.announced()).isNull();
              assertThat(made.warnings()).isEmpty();
            });
    assertThat(of(COVER, NOTE, NOTE_END, LAB, LAB, CARD, CARD).warnings())
        .containsExactly("pages_extra");
  }

  @Test
  void aDocumentOfOneKindIsOnePart() {
    assertThat(parts(of(NOTE, NOTE_END))).containsExactly("clinical_note 1-2");
    assertThat(of(NOTE, NOTE_END).several()).isFalse();
  }

  @Test
  void twoNotesThatEachCountTheirPagesAreTwo() {
    assertThat(parts(of(NOTE, NOTE_END, NOTE, NOTE_END)))
        .containsExactly("clinical_note 1-2", "clinical_note 3-4");
  }

  @Test
  void anotherPatientsPageIsAnotherDocument() {
    String[] other = LAB.clone();
    other[2] = "Patient: Paul Reyes      DOB: 11/12/1949";
    assertThat(parts(of(LAB, other))).containsExactly("lab_report 1-1", "lab_report 2-2");
  }

  /** The fax machine counts all pages that it sends: that tells nothing of its documents. */
  @Test
  void theFaxMachinesOwnCountPartsNothing() {
    String[] cover = {"Page 1 of 3", "", "", "", "", "", ""};
    System.arraycopy(COVER, 0, cover, 1, COVER.length);
    cover[5] = "Pages: 3";
    String[] note = NOTE.clone();
    note[6] = "Page 2 of 3";
    String[] end = NOTE_END.clone();
    end[3] = "Page 3 of 3";
    Composition made = of(cover, note, end);
    assertThat(parts(made)).containsExactly("cover_sheet 1-1", "clinical_note 2-3");
    assertThat(made.warnings()).isEmpty();
  }

  @Test
  void aHandwrittenPageGivesNothingAndIsSaid() {
    Page note = page(1, 100, NOTE);
    Page hand =
        new Page(2, "handwriting", 0, List.of("handwriting"), "Dx M17.11 CPT 73721", List.of());
    var found = extract(note, hand);

    assertThat(found.fields()).noneMatch(f -> f.evidence().page() == 2);
    assertThat(found.identities().get(1).name()).isNull();
    assertThat(found.warnings(List.of())).containsExactly("handwriting");
  }

  @Test
  void aBoxInDoubtIsSaid() {
    Page form = new Page(1, "text", 0, List.of("unclear_box"), "[?] Urgent", List.of());
    assertThat(extract(form).warnings(List.of())).containsExactly("unclear_box");
  }
}
