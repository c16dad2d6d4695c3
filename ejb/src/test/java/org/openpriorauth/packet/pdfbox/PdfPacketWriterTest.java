package org.openpriorauth.packet.pdfbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.packet.IndexedCriterion;
import org.openpriorauth.packet.Letter;
import org.openpriorauth.packet.PacketContent;
import org.openpriorauth.packet.PacketDocument;
import org.openpriorauth.packet.Packets;
import org.openpriorauth.priorauth.model.Priority;

class PdfPacketWriterTest {
  private static byte[] write(PacketContent content) {
    return new PdfPacketWriter().write(content);
  }

  /** Each page's words with single spaces. */
  private static List<String> pages(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("\\s+", " "));
      }
    }
    return pages;
  }

  static PacketContent of(
      String patient, List<IndexedCriterion> criteria, List<PacketDocument> documents) {
    return new PacketContent(
        Packets.cover(Priority.ROUTINE),
        Packets.form(patient),
        new Letter(List.of()),
        Optional.empty(),
        criteria,
        documents);
  }

  @Test
  void everyFieldIsOnItsPart() throws IOException {
    List<String> pages = pages(write(Packets.spine(13)));
    assertThat(pages).hasSize(17);
    assertThat(pages.get(0))
        .contains("Larkspur Spine and Orthopedics", "1200 Larkspur Avenue, Suite 310")
        .contains("Denver, CO 80202", "(303) 555-0142", "(303) 555-0143")
        .contains("1234567893", "84-0000001", "Meridian Health Plan of Colorado")
        .contains("Utilization Management, Advanced Imaging", "LARK-2026-000417-3")
        .contains("March 16, 2026", "Urgent: expedited review requested", "17, this one included")
        .contains("protected health information")
        .contains("Request form page 2", "Evidence index page 4", "Documents (3) page 5")
        .doesNotContain("Nuñez");
    assertThat(pages.get(1))
        .contains("Request form", "Zoë Nuñez-Ōkawa", "August 9, 1971", "Female", "00418827")
        .contains("(303) 555-0188", "MHC 4471 9920 01", "CO-88120", "Choice PPO Gold", "Self")
        .contains("Łukasz Brandt, MD", "1245319599", "Larkspur Imaging Center", "1356478926")
        .contains("1 CPT 72148 MRI of the lumbar spine without contrast 1 M54.16, M51.26")
        .contains("2 CPT 62323 Lumbar epidural injection, guided 2 M54.16", "March 13, 2026");
    assertThat(pages.get(2))
        .contains("Statement of medical necessity", "no lasting relief” [2 p.1].")
        .contains("Electronically signed by Łukasz Brandt, MD Signed on March 16, 2026")
        .doesNotContain("Not signed");
    assertThat(pages.get(3))
        .contains("Evidence index", "● Met", "○ Not found", "× Not met", "▲ Conflict")
        .contains("[2 p.1] page 7", "“MRI lumbar spine performed 05/02/2025.”")
        .contains("3 Outside records, 2025 Outside record 10 8");
    assertThat(pages.get(7))
        .contains("Document 3, p. 1 of 10 · Outside records, 2025")
        .contains("Scanned words of page 1");
  }

  @Test
  void aLetterStandsAloneAndNamesWhatItCites() throws IOException {
    List<String> pages =
        pages(new PdfPacketWriter().letter(Packets.spine(5), "Appeal of your decision"));
    assertThat(pages).hasSize(2);
    assertThat(pages.get(0))
        .contains("Larkspur Spine and Orthopedics", "Appeal of your decision", "page 1 of 2")
        .contains("no lasting relief” [2 p.1].");
    assertThat(pages.get(1))
        .contains("Documents cited 1 Office visit, March 9, 2026, Office note")
        .contains("2 Physical therapy discharge summary, Therapy note")
        .doesNotContain("3 Outside records");
  }

  @Test
  void everyPageSaysWhichOneItIs() throws IOException {
    List<String> pages = pages(write(Packets.spine(13)));
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i)).contains("LARK-2026-000417-3 · page " + (i + 1) + " of 17");
    }
  }

  @Test
  void theSameContentGivesTheSameBytes() throws InterruptedException {
    byte[] first = write(Packets.spine(5));
    // PDF dates count seconds: a date of today's clock in the bytes would differ now.
    Thread.sleep(1100);
    assertThat(write(Packets.spine(5))).isEqualTo(first);
  }

  @Test
  void bookmarksLeadToPartsAndDocuments() throws IOException {
    try (PDDocument document = Loader.loadPDF(write(Packets.spine(5)))) {
      var catalog = document.getDocumentCatalog();
      assertThat(titles(catalog.getDocumentOutline()))
          .containsExactly(
              "Cover sheet",
              "Request form",
              "Statement of medical necessity",
              "Evidence index",
              "Documents",
              "1  Office visit, March 9, 2026",
              "2  Physical therapy discharge summary",
              "3  Outside records, 2025");
      assertThat(catalog.getLanguage()).isEqualTo("en-US");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Prior authorization request LARK-2026-000417-3");
    }
  }

  private static List<String> titles(PDOutlineNode node) {
    List<String> titles = new ArrayList<>();
    for (PDOutlineItem item : node.children()) {
      titles.add(item.getTitle());
      titles.addAll(titles(item));
    }
    return titles;
  }

  @Test
  void nothingIsSaidAsNone() throws IOException {
    List<String> pages = pages(write(of("Jane Sample", List.of(), List.of())));
    assertThat(pages).hasSize(4);
    assertThat(pages.get(2)).contains("Not signed", "None");
    assertThat(pages.get(3)).contains("Criteria No. Criterion Answer Evidence None");
    assertThat(pages.get(3)).contains("First page None");
  }

  @Test
  void aHugeQuoteGoesOnOverleafUnderItsHeader() throws IOException {
    String quote = "word ".repeat(2000) + "end-of-quote";
    List<IndexedCriterion> criteria =
        List.of(new IndexedCriterion("Long", Verdict.MET, List.of(Packets.cited(1, 1, quote))));
    List<String> pages = pages(write(of("Jane", criteria, Packets.documents(4))));
    String all = String.join(" ", pages);
    assertThat(all).contains("end-of-quote");
    assertThat(all.split("\\bword\\b", -1)).hasSize(2001);
    assertThat(pages.get(4)).contains("Criterion Answer Evidence 1 continued");
  }

  @Test
  void sixtyCriteriaRepeatTheHeader() throws IOException {
    PacketContent content = of("Jane", Packets.criteria(60), Packets.documents(4));
    List<String> pages = pages(write(content));
    assertThat(String.join(" ", pages)).contains("Quote for criterion 1”", "criterion 60”");
    assertThat(pages.stream().filter(p -> p.contains("Criterion Answer Evidence")).count())
        .isGreaterThan(2);
    assertThat(String.join(" ", pages)).contains("Criterion number 60 of the policy");
  }

  @Test
  void oddNamesAreNoFailure() throws IOException {
    String odd = "Łukasz 王小明 \ud83d\ude00 O\u2019Brien\u0000 e\u0301 \u202eabc " + "x".repeat(300);
    String form = pages(write(of(odd, List.of(), List.of()))).get(1);
    assertThat(form).contains("Łukasz □□□ □ O\u2019Brien é abc");
    assertThat(form.replace(" ", "")).contains("x".repeat(300));
  }
}
