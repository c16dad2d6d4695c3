package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

@ExtendWith(Stack.class)
class DocumentsStory {
  private final Api staff = Api.as("sam");
  private final String request = Cases.request(staff);
  private final String place = "/api/v1/prior-authorizations/" + request + "/documents";

  @Test
  void aTextAndAScannedDocumentAreReadAndTheRequestGoesToReview() throws Exception {
    List<SampleDocument> chart = SampleCases.all().get(0).documents();
    String note = upload("progress-note.pdf", content(chart, "progress-note.pdf"));
    String scan = upload("pt-discharge.pdf", content(chart, "pt-discharge.pdf"));
    assertThat(Cases.awaitReading(staff, note).path("pages").asInt()).isEqualTo(3);
    assertThat(Cases.awaitReading(staff, scan).path("pages").asInt()).isEqualTo(2);
    JsonNode text = staff.get("/api/v1/documents/" + note + "/pages").body().path("items");
    assertThat(text.path(0).path("source").asText()).isEqualTo("text");
    assertThat(text.path(0).path("text").asText()).contains("Theodora");
    JsonNode read = staff.get("/api/v1/documents/" + scan + "/pages").body().path("items");
    assertThat(read.path(0).path("source").asText()).isEqualTo("ocr");
    assertThat(read.path(0).path("text").asText()).containsIgnoringCase("Vancleave");
    assertThat(staff.get("/api/v1/prior-authorizations/" + request).text("state"))
        .isEqualTo("REVIEW");

    HttpResponse<byte[]> image =
        java.net.http.HttpClient.newHttpClient()
            .send(
                staff.request("/api/v1/documents/" + scan + "/pages/1").build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(image.statusCode()).isEqualTo(200);
    assertThat(Arrays.copyOf(image.body(), 4)).isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    staff.get("/api/v1/documents/" + scan + "/pages/9").refused("1505");
  }

  @Test
  @Tag("hipaa")
  void nothingOfADocumentLiesOnTheDiskInTheClear() throws IOException {
    String secret = "Zebulon Quartermaine has a condition";
    String id = upload("Quartermaine.txt", secret.getBytes(StandardCharsets.UTF_8));
    Cases.awaitReading(staff, id);
    Path home = Stack.system().settings().home();
    for (Path root : List.of(home, Path.of(System.getProperty("java.io.tmpdir")))) {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about)
                throws IOException {
              if (about.isRegularFile() && ours(file)) {
                assertThat(content(file))
                    .as(file.toString())
                    .doesNotContain("Zebulon")
                    .doesNotContain("Quartermaine");
              }
              return FileVisitResult.CONTINUE;
            }

            /** The system lives: what has gone in the meantime lies nowhere. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }

  private static String content(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** What the running system writes: its documents, logs, data and temporary files. */
  private static boolean ours(Path file) {
    String path = file.toString();
    try {
      return Files.size(file) < 50_000_000
          && (path.contains("/documents/")
              || path.contains("/logs/")
              || path.contains("/base/")
              || path.contains("/pg_wal/")
              || path.contains("openpriorauth-"));
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aDocumentJustBelowTheLimitIsTakenAndOneJustAboveIsNot() throws IOException {
    byte[] pdf = pdf(1, null);
    String large = upload("large.pdf", Arrays.copyOf(pdf, 25 * 1024 * 1024));
    assertThat(Cases.awaitReading(staff, large).path("state").asText()).isEqualTo("read");
    assertRefused("larger.pdf", Arrays.copyOf(pdf, 25 * 1024 * 1024 + 1), "1504");
  }

  /** A person is told before relying on it. */
  @Test
  void theReviewSaysThatAFileLacksItsEnd() {
    byte[] note = content(SampleCases.all().get(0).documents(), "progress-note.pdf");
    String cut = upload("cut.pdf", Arrays.copyOf(note, note.length - 8));
    assertThat(Cases.awaitReading(staff, cut).path("state").asText()).isEqualTo("read");
    assertThat(PlainBrowser.signedIn("sam").get("review.xhtml?document=" + cut).body())
        .contains("The file lacks its end");
  }

  @Test
  void aDocumentComesBackAsItWentIn() {
    String text = "A note that is wanted back, Müller.";
    String id = upload("Müller, K.txt", text.getBytes(StandardCharsets.UTF_8));
    Answer back = staff.get("/api/v1/documents/" + id + "/content");
    assertThat(back.raw().body()).isEqualTo(text);
    assertThat(back.header("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''M%C3%BCller%2C%20K.txt");
    assertThat(back.header("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void theSameContentTwiceIsOneDocument() {
    byte[] text = "A note that is sent twice.".getBytes(StandardCharsets.UTF_8);
    assertThat(upload("a.txt", text)).isEqualTo(upload("b.txt", text));
    assertThat(staff.get(place).body().path("items")).hasSize(1);
  }

  @Test
  void theSameContentTwiceAtTheSameMomentIsOneDocument() {
    byte[] text = "A note that is sent twice at once.".getBytes(StandardCharsets.UTF_8);
    Set<String> ids =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> upload(i + ".txt", text)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .collect(Collectors.toSet());
    assertThat(ids).hasSize(1);
    assertThat(staff.get(place).body().path("items")).hasSize(1);
    String id = ids.iterator().next();
    Cases.awaitReading(staff, id);
    assertThat(
            Rows.count(
                "select count(*) from work_item where kind = 'extraction' and subject_id = ?",
                UUID.fromString(id)))
        .as("readings")
        .isLessThanOrEqualTo(1);
  }

  @Test
  void whatIsNoDocumentIsRefusedAtOnceAndNothingIsKept() {
    assertRefused("empty.pdf", new byte[0], "1502");
    byte[] noise = new byte[4096];
    new Random(7).nextBytes(noise);
    assertRefused("noise.pdf", noise, "1503");
    assertRefused("big.pdf", new byte[80_000_000], "1504");
    Answer noParts =
        staff.send(
            staff
                .request(place)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("no parts here")));
    noParts.refused("1506");
    assertThat(staff.get(place).body().path("items")).isEmpty();
    assertThat(staff.get("/api/v1/prior-authorizations/" + request).text("state"))
        .isEqualTo("DRAFT");
  }

  @Test
  void whatCannotBeReadSaysWhyAndTheNextOneIsRead() throws IOException {
    byte[] good = pdf(1, null);
    assertThat(problem("locked.pdf", pdf(1, "secret")))
        .startsWith("OPA-1510 The file is protected by a password: ")
        .endsWith("Save it without one and upload it again.");
    assertThat(problem("cut.pdf", Arrays.copyOf(good, 120)))
        .startsWith("OPA-1511 The file is damaged or cut off: ");
    assertThat(problem("long.pdf", pdf(2000, null)))
        .startsWith("OPA-1512 The document has too many pages: ")
        .contains("more than 200 pages");
    String lying = upload("lying.pdf", "This is text.".getBytes(StandardCharsets.UTF_8));
    assertThat(Cases.awaitReading(staff, lying).path("media_type").asText())
        .isEqualTo("text/plain");
    assertThat(Cases.awaitReading(staff, upload("good.pdf", good)).path("state").asText())
        .isEqualTo("read");
    assertThat(staff.get("/api/v1/prior-authorizations/" + request).text("state"))
        .isEqualTo("REVIEW");
  }

  @Test
  @Tag("performance")
  @Thorough
  void aDocumentThatNeverEndsIsKilledQuarantinedAndTheServerGoesOn() throws IOException {
    String bomb = upload("bomb.pdf", formBomb());
    String after = upload("after.txt", "Read after the bomb.".getBytes(StandardCharsets.UTF_8));
    assertThat(Api.anonymous().get("/health/ready").status()).isEqualTo(200);
    JsonNode ended = Cases.awaitReading(staff, bomb);
    assertThat(ended.path("state").asText()).isIn("quarantined", "read");
    if (ended.path("state").asText().equals("quarantined")) {
      assertThat(ended.path("problem").path("code").asText()).isEqualTo("OPA-1517");
    } else {
      JsonNode page =
          staff.get("/api/v1/documents/" + bomb + "/pages").body().path("items").path(0);
      assertThat(page.path("flags").toString()).contains("unreadable");
    }
    assertThat(Cases.awaitReading(staff, after).path("state").asText()).isEqualTo("read");
  }

  private String upload(String name, byte[] content) {
    Answer answer = staff.upload(place, name, content);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return answer.body().path("items").path(0).path("id").asText();
  }

  private String problem(String name, byte[] content) {
    JsonNode document = Cases.awaitReading(staff, upload(name, content));
    assertThat(document.path("state").asText()).isEqualTo("failed");
    JsonNode problem = document.path("problem");
    JsonNode extraction =
        staff.get("/api/v1/documents/" + document.path("id").asText() + "/extraction").body();
    assertThat(extraction.path("status").asText()).isEqualTo("failed");
    assertThat(extraction.path("problem")).isEqualTo(problem);
    return "%s %s: %s"
        .formatted(
            problem.path("code").asText(),
            problem.path("title").asText(),
            problem.path("detail").asText());
  }

  private void assertRefused(String name, byte[] content, String number) {
    staff.upload(place, name, content).refused(number);
  }

  private static byte[] content(List<SampleDocument> chart, String name) {
    return chart.stream()
        .filter(d -> d.fileName().equals(name))
        .findFirst()
        .orElseThrow()
        .content();
  }

  private static byte[] pdf(int pages, String password) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  /** Twelve forms, each drawing the next one nine times: 2 KB that take for ever. */
  private static byte[] formBomb() {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    pdf.append("1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    pdf.append("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
    pdf.append("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R");
    pdf.append("/Resources<</XObject<</F 5 0 R>>>>>>endobj\n");
    pdf.append("4 0 obj<</Length 4>>stream\n/F Do\nendstream endobj\n");
    for (int i = 5; i < 17; i++) {
      String content = "/F Do ".repeat(9);
      pdf.append(i).append(" 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 612 792]");
      pdf.append("/Resources<</XObject<</F ").append(i + 1).append(" 0 R>>>>");
      pdf.append("/Length ").append(content.length()).append(">>stream\n");
      pdf.append(content).append("\nendstream endobj\n");
    }
    pdf.append("17 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 9>>stream\n");
    pdf.append("0 0 1 1 re\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
