package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** A document comes in by pieces, over lines that break and servers that die. */
@ExtendWith(Stack.class)
@ThoroughOnEachServer
class ResumableUploadStory {
  private static final int MIB = 1024 * 1024;

  private final Api staff = Api.as("sam");
  private final String request = Cases.request(staff);
  private final String documents = "/api/v1/prior-authorizations/" + request + "/documents";

  @Test
  void whatComesInPiecesIsTheDocumentThatItWouldHaveBeenAsAWhole() {
    byte[] note = note(5 * MIB / 2);
    Tus upload = Tus.begin(staff, request, "Müller, K.txt", note.length);
    assertThat(upload.offset()).isZero();
    int first = 100_000;
    int second = 2 * MIB + 7;
    Answer begun = upload.send(0, Arrays.copyOf(note, first));
    assertThat(begun.status()).isEqualTo(204);
    assertThat(begun.header("Upload-Offset")).contains("" + first);
    assertThat(begun.header("Tus-Resumable")).contains("1.0.0");
    assertThat(upload.send(first, Arrays.copyOfRange(note, first, second)).status()).isEqualTo(204);
    assertThat(upload.offset()).isEqualTo(second);
    assertThat(upload.head().header("Document-Id")).isEmpty();
    assertThat(items()).isEmpty();

    byte[] last = Arrays.copyOfRange(note, second, note.length);
    Answer ended = upload.send(second, last);
    assertThat(ended.status()).isEqualTo(204);
    String document = ended.header("Document-Id").orElseThrow();
    JsonNode made = staff.get("/api/v1/documents/" + document).body();
    assertThat(made.path("file_name").asText()).isEqualTo("Müller, K.txt");
    assertThat(made.path("media_type").asText()).isEqualTo("text/plain");
    assertThat(content(document)).isEqualTo(note);
    assertThat(piecesOf(upload)).isZero();

    // Its answer was lost: neither the last piece again nor a look makes another document.
    Answer again = upload.send(second, last).refused("1521");
    assertThat(again.header("Upload-Offset")).contains("" + note.length);
    Answer head = upload.head();
    assertThat(head.header("Upload-Offset")).contains("" + note.length);
    assertThat(head.header("Document-Id")).contains(document);
    assertThat(upload.send(note.length, new byte[0]).header("Document-Id")).contains(document);
    assertThat(staff.get(upload.place()).text("document_id")).isEqualTo(document);
    assertThat(items()).hasSize(1);
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'document.upload'"
                    + " and subject_id = ?",
                UUID.fromString(document)))
        .isEqualTo(1);
  }

  @Test
  void theSameContentIsOneDocumentHoweverItComes() {
    byte[] note = note(1000);
    String whole =
        staff.upload(documents, "a.txt", note).body().path("items").path(0).path("id").asText();
    for (int i = 0; i < 2; i++) {
      Tus upload = Tus.begin(staff, request, "b.txt", note.length);
      upload.send(0, Arrays.copyOf(note, 300));
      Answer ended = upload.send(300, Arrays.copyOfRange(note, 300, note.length));
      assertThat(ended.header("Document-Id")).contains(whole);
      assertThat(piecesOf(upload)).isZero();
    }
    assertThat(items()).hasSize(1);
  }

  @Test
  void aLineThatBreaksLosesNothingThatWasAcknowledged() throws IOException {
    byte[] note = note(3 * MIB);
    Tus upload = Tus.begin(staff, request, "cut.txt", note.length);
    int sent = 3 * MIB / 2;
    sendAndHangUp(upload, note, sent);
    long offset = Eventually.get(Duration.ofSeconds(20), upload::offset, stands -> stands == sent);
    Answer ended = upload.send(offset, Arrays.copyOfRange(note, (int) offset, note.length));
    assertThat(content(ended.header("Document-Id").orElseThrow())).isEqualTo(note);
  }

  @Test
  void aServerThatDiesBetweenPiecesGoesOnWhereItWas() {
    byte[] note = note(2 * MIB);
    Tus upload = Tus.begin(staff, request, "kill.txt", note.length);
    assertThat(upload.send(0, Arrays.copyOf(note, MIB + 11)).status()).isEqualTo(204);

    Stack.killAndRestart();

    assertThat(upload.offset()).isEqualTo(MIB + 11);
    Answer ended = upload.send(MIB + 11, Arrays.copyOfRange(note, MIB + 11, note.length));
    assertThat(content(ended.header("Document-Id").orElseThrow())).isEqualTo(note);
  }

  @Test
  void ofTwoThatSendAtOnceOneIsTold() {
    for (int size : List.of(100, 3 * MIB)) {
      Tus upload = Tus.begin(staff, request, "race.txt", size);
      List<byte[]> notes = List.of(note(size), note(size), note(size));
      List<Answer> answers =
          IntStream.range(0, notes.size())
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> upload.send(0, notes.get(i))))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers).extracting(Answer::status).containsOnlyOnce(204).contains(409);
      for (int i = 0; i < notes.size(); i++) {
        if (answers.get(i).status() == 204) {
          String document = answers.get(i).header("Document-Id").orElseThrow();
          assertThat(content(document)).isEqualTo(notes.get(i));
        } else {
          assertThat(answers.get(i).refused("1521").header("Upload-Offset")).isPresent();
        }
      }
    }
    assertThat(items()).hasSize(2);
  }

  @Test
  void whatCannotBecomeADocumentIsRefused() {
    Tus.ask(staff, request, "0").refused("1502");
    Tus.ask(staff, request, "" + 60 * MIB).refused("1504");
    Tus.ask(staff, request, "" + (25 * MIB + 1)).refused("1504");
    for (String length : Arrays.asList(null, "-1", "many", "1e3", "9".repeat(40))) {
      Tus.ask(staff, request, length).refused("1506");
    }
    Tus.ask(staff, request, "9", "Upload-Metadata", "filename ***").refused("1506");
    Tus.ask(staff, request, "9", "Upload-Metadata", "filename QQ==,filename QQ==").refused("1506");

    byte[] noise = new byte[4096];
    new Random(7).nextBytes(noise);
    Tus early = Tus.begin(staff, request, "noise.pdf", 20 * MIB);
    early.send(0, noise).refused("1503");
    Tus late = Tus.begin(staff, request, "noise.pdf", noise.length);
    assertThat(late.send(0, Arrays.copyOf(noise, 900)).status()).isEqualTo(204);
    late.send(900, Arrays.copyOfRange(noise, 900, noise.length)).refused("1503");
    assertThat(items()).isEmpty();
    assertThat(early.discard().status()).isEqualTo(204);
    // No further try makes it good, so nothing of it is kept.
    late.discard().refused("1520");
  }

  @Test
  void aPieceHasItsPlaceAndItsForm() {
    byte[] note = note(1000);
    Tus upload = Tus.begin(staff, request, "place.txt", note.length);
    assertThat(upload.send(0, Arrays.copyOf(note, 10)).status()).isEqualTo(204);
    for (long wrong : new long[] {0, 9, 11, 999_999}) {
      assertThat(
              upload.send(wrong, Arrays.copyOf(note, 10)).refused("1521").header("Upload-Offset"))
          .contains("10");
    }
    upload.send(10, note).refused("1504");
    upload.send(-1, note).refused("1506");
    upload.sendAs("application/octet-stream", 10, note).refused("1005");
    Answer unspoken =
        staff.patch(upload.place(), "{}", "Tus-Resumable", "0.2.2", "Upload-Offset", "10");
    assertThat(unspoken.status()).isIn(412, 415);
    staff.delete(upload.place()).refused("1524");
    assertThat(staff.delete(upload.place(), "Tus-Resumable", "2").header("Tus-Version"))
        .contains("1.0.0");
    assertThat(upload.offset()).isEqualTo(10);
  }

  /** Its length is not announced: the bytes themselves are counted. */
  @Test
  void aBodyThatDoesNotSayHowLongItIsCannotBeTooLongEither() {
    byte[] note = note(2 * MIB);
    Tus upload = Tus.begin(staff, request, "chunked.txt", MIB + 10);
    chunked(upload, note).refused("1504");
    assertThat(items()).isEmpty();
    assertThat(upload.offset()).isEqualTo(MIB);
    Answer ended = upload.send(MIB, Arrays.copyOfRange(note, MIB, MIB + 10));
    assertThat(content(ended.header("Document-Id").orElseThrow()))
        .isEqualTo(Arrays.copyOf(note, MIB + 10));
  }

  @Test
  @Tag("security")
  void anUploadIsItsBeginnersAlone() {
    Tus upload = Tus.begin(staff, request, "mine.txt", 100);
    for (String other : List.of("dr.okafor", "ada", "rita")) {
      Tus theirs = upload.by(Api.as(other));
      theirs.send(0, note(100)).refused("1520");
      theirs.discard().refused("1520");
      staff.get(upload.place());
      Api.as(other).get(upload.place()).refused("1520");
      assertThat(theirs.head().status()).isEqualTo(404);
    }
    Tus.ask(Api.as("rita"), request, "100").refused("1301");
    assertThat(upload.offset()).isZero();
    assertThat(upload.discard().status()).isEqualTo(204);
    assertThat(upload.head().status()).isEqualTo(404);
    upload.send(0, note(100)).refused("1520");
  }

  @Test
  void aNumberOfUploadsMayBeOpenAndAKeyBeginsOne() {
    Newcomer person = Newcomer.as("staff");
    Api own = person.signIn();
    Answer first = Tus.ask(own, request, "10", "Idempotency-Key", "key-" + person.username());
    Answer second = Tus.ask(own, request, "10", "Idempotency-Key", "key-" + person.username());
    assertThat(first.created().text("id")).isEqualTo(second.created().text("id"));
    Tus.ask(own, request, "11", "Idempotency-Key", "key-" + person.username()).refused("1006");
    Tus.ask(staff, request, "10", "Idempotency-Key", "key-" + person.username()).refused("1006");
    for (int i = 1; i < 10; i++) {
      Tus.begin(own, request, "n.txt", 10);
    }
    Tus.ask(own, request, "10").refused("1523");
    new Tus(own, "/api/v1/uploads/" + first.text("id")).discard();
    Tus.ask(own, request, "10").created();
  }

  @Test
  @Tag("hipaa")
  void whatIsNotFinishedInTimeIsGoneAndNothingWasReadable() {
    byte[] note = note(1000);
    Tus late = Tus.begin(staff, request, "Zebulon.txt", note.length);
    late.send(0, Arrays.copyOf(note, 900));
    Tus done = Tus.begin(staff, request, "done.txt", note.length);
    String document = done.send(0, note).header("Document-Id").orElseThrow();
    Tus young = Tus.begin(staff, request, "young.txt", note.length);
    for (String kept : Rows.texts("select cast(p as text) from document_upload_piece p")) {
      assertThat(kept).doesNotContain(HexFormat.of().formatHex(note, 0, 8));
    }
    for (String kept : Rows.texts("select cast(u as text) from document_upload u")) {
      assertThat(kept).doesNotContain("Zebulon", hex("Zebulon"), hex(Tus.named("Zebulon.txt")[1]));
    }
    for (Tus upload : List.of(late, done)) {
      Rows.change(
          "update document_upload set expires_at = now() - interval '1 second' where id = ?",
          UUID.fromString(upload.id()));
    }
    late.send(900, Arrays.copyOfRange(note, 900, note.length)).refused("1522");
    assertThat(late.head().status()).isEqualTo(410);
    assertThat(done.head().header("Document-Id")).contains(document);

    assertThat(Jobs.run("retention")).isEqualTo("COMPLETED");

    assertThat(late.head().status()).isEqualTo(404);
    assertThat(piecesOf(late)).isZero();
    assertThat(done.head().status()).isEqualTo(404);
    assertThat(young.offset()).isZero();
    assertThat(staff.get("/api/v1/documents/" + document).status()).isEqualTo(200);
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'upload.expire'"
                    + " and subject_id = ?",
                UUID.fromString(late.id())))
        .isEqualTo(1);
  }

  @Test
  void aRequestThatIsOverTakesNoMore() {
    Tus upload = Tus.begin(staff, request, "over.txt", 100);
    String version = staff.get("/api/v1/prior-authorizations/" + request).header("ETag").orElse("");
    assertThat(
            staff.delete("/api/v1/prior-authorizations/" + request, "If-Match", version).status())
        .isEqualTo(200);
    upload.send(0, note(100)).refused("1302");
    Tus.ask(staff, request, "100").refused("1302");
  }

  @Test
  void clientsLearnWhatIsSpokenAndGetByAProxyThatKnowsNoPatch() {
    Answer spoken =
        Api.anonymous()
            .send(
                Api.anonymous()
                    .request("/api/v1/uploads")
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(spoken.status()).isEqualTo(204);
    assertThat(spoken.header("Tus-Version")).contains("1.0.0");
    assertThat(spoken.header("Tus-Extension")).contains("creation,expiration,termination");
    assertThat(spoken.header("Tus-Max-Size")).contains("" + 25 * MIB);

    byte[] note = note(100);
    Tus upload = Tus.begin(staff, request, "post.txt", note.length);
    Answer ended =
        staff.send(
            staff
                .request(upload.place())
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", Tus.BYTES)
                .header("Upload-Offset", "0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(note)));
    assertThat(ended.status()).isEqualTo(204);
    assertThat(content(ended.header("Document-Id").orElseThrow())).isEqualTo(note);
  }

  private JsonNode items() {
    return staff.get(documents).body().path("items");
  }

  private byte[] content(String document) {
    return staff
        .get("/api/v1/documents/" + document + "/content")
        .raw()
        .body()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long piecesOf(Tus upload) {
    return Rows.count(
        "select count(*) from document_upload_piece where upload_id = ?",
        UUID.fromString(upload.id()));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Text, no two the same. */
  private static byte[] note(int length) {
    String line = "Note " + UUID.randomUUID() + ", and what was found that day.\n";
    byte[] one = line.getBytes(StandardCharsets.US_ASCII);
    byte[] note = new byte[length];
    for (int i = 0; i < length; i++) {
      note[i] = one[i % one.length];
    }
    return note;
  }

  private Answer chunked(Tus upload, byte[] body) {
    return staff.send(
        staff
            .request(upload.place())
            .header("Tus-Resumable", "1.0.0")
            .header("Content-Type", Tus.BYTES)
            .header("Upload-Offset", "0")
            .method(
                "PATCH",
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(body))));
  }

  /** Promises the whole note, sends some of it, and is gone. */
  private static void sendAndHangUp(Tus upload, byte[] note, int sent) throws IOException {
    URI server = URI.create(Stack.system().settings().address());
    String head =
        "PATCH %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nTus-Resumable: 1.0.0\r\n"
            + "Content-Type: %s\r\nUpload-Offset: 0\r\nContent-Length: %d\r\n\r\n";
    try (Socket line = new Socket(server.getHost(), server.getPort());
        OutputStream out = line.getOutputStream()) {
      out.write(
          head.formatted(
                  upload.place(),
                  server.getAuthority(),
                  People.token("sam"),
                  Tus.BYTES,
                  note.length)
              .getBytes(StandardCharsets.US_ASCII));
      out.write(note, 0, sent);
      out.flush();
    }
  }
}
