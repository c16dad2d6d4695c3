package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.samples.SampleCases;
import org.openpriorauth.samples.SampleDocument;
import org.openpriorauth.story.Api.Answer;

/** A client that only wants the reading: a document in, what was read out, nothing kept. */
@ExtendWith(Stack.class)
class ReadingStory {
  private static final String DOOR = "/api/v1/documents/read";

  private final Api staff = Api.as("sam");

  private static byte[] sample(String name) {
    return SampleCases.all().get(0).documents().stream()
        .filter(d -> d.fileName().equals(name))
        .map(SampleDocument::content)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] utf8(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static String value(Answer read, String field) {
    return StreamSupport.stream(read.body().path("fields").spliterator(), false)
        .filter(f -> f.path("name").asText().equals(field))
        .map(f -> f.path("value").asText())
        .findFirst()
        .orElse(null);
  }

  @Test
  void aTextAndAScannedDocumentAreAnsweredWithWhatIsInThem() {
    for (String name : new String[] {"progress-note.pdf", "pt-discharge.pdf"}) {
      Answer read = staff.upload(DOOR, name, sample(name));
      assertThat(read.status()).isEqualTo(200);
      assertThat(read.text("status")).isEqualTo("read");
      assertThat(value(read, "patient.name")).as(name).contains("Vancleave");
      JsonNode page = read.body().path("pages").path(0);
      assertThat(page.path("patient_match").asText()).isEqualTo("yes");
      assertThat(read.body().path("fields").path(0).path("evidence").path(0).path("quote").asText())
          .isNotBlank();
    }
  }

  /** No patient is known: what differs from most of the document is put aside. */
  @Test
  void aPageOfSomebodyElseIsPutAside() {
    Answer read =
        staff.upload(
            DOOR,
            "both.txt",
            utf8(
                "Patient: Lena Okafor   DOB: 02/09/1964   MRN: TX-55120\f",
                "Patient: Uwe Marsh   DOB: 03/04/1971"));
    assertThat(read.body().path("pages").path(1).path("patient_match").asText()).isEqualTo("no");
    assertThat(read.body().path("quarantined_pages").path(0).asInt()).isEqualTo(2);
  }

  @Test
  void aMixedFaxIsPartedAndWhatIsMissingOrForeignIsSaid() {
    Answer read =
        staff.upload(
            DOOR,
            "fax.txt",
            utf8(
                "FAX COVER SHEET",
                "To: Prior Authorization Department",
                "From: Lakeside Orthopedics",
                "Number of pages (including cover): 4",
                "CONFIDENTIAL: this facsimile is intended only for the addressee.\f",
                "OFFICE VISIT NOTE",
                "Patient: Lena Okafor   DOB: 02/09/1964",
                "Chief Complaint: knee pain",
                "History of Present Illness: three years of pain on stairs.",
                "Review of Systems: negative.\f",
                "La paciente refiere dolor en la rodilla desde hace tres años y ha tomado",
                "naproxeno durante seis semanas sin mejoría, pero su dolor es más fuerte."));

    assertThat(read.body().path("parts").path(0).path("type").asText()).isEqualTo("cover_sheet");
    assertThat(read.body().path("parts").path(1).path("type").asText()).isEqualTo("clinical_note");
    assertThat(read.body().path("parts").path(1).path("first_page").asInt()).isEqualTo(2);
    assertThat(read.body().path("announced_pages").asInt()).isEqualTo(4);
    assertThat(read.body().path("pages").path(2).path("language").asText()).isEqualTo("es");
    assertThat(read.body().path("warnings").toString())
        .isEqualTo("[\"foreign_language\",\"pages_missing\"]");
  }

  @Test
  @Tag("hipaa")
  void nothingIsKeptButThatItWasRead() {
    long documents = Rows.count("select count(*) from clinical_document");
    long pages = Rows.count("select count(*) from document_page");
    String reads = "select count(*) from audit_event where action = 'document.read'";
    long before = Rows.count(reads);
    assertThat(staff.upload(DOOR, "a.txt", utf8("Patient: Lena Okafor")).status()).isEqualTo(200);
    assertThat(Rows.count("select count(*) from clinical_document")).isEqualTo(documents);
    assertThat(Rows.count("select count(*) from document_page")).isEqualTo(pages);
    assertThat(Rows.count(reads)).isEqualTo(before + 1);
    assertThat(Rows.count(reads + " and detail::text like '%Okafor%'")).isZero();
  }

  @Test
  void whatCannotBeReadSaysWhy() throws IOException {
    staff.upload(DOOR, "empty.pdf", new byte[0]).refused("1502");
    byte[] noise = new byte[4096];
    Arrays.fill(noise, (byte) 7);
    staff.upload(DOOR, "noise.pdf", noise).refused("1503");
    staff.upload(DOOR, "large.pdf", new byte[25 * 1024 * 1024 + 1]).refused("1504");
    staff.upload(DOOR, "torn.pdf", utf8("%PDF-1.7", "torn")).refused("1511");
    try (PDDocument locked = new PDDocument()) {
      locked.addPage(new PDPage());
      locked.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      locked.save(out);
      staff.upload(DOOR, "locked.pdf", out.toByteArray()).refused("1510");
    }
    assertThat(staff.upload(DOOR, "a.txt", utf8("A note.")).status()).isEqualTo(200);
  }
}
