package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes by fax and mail is not always meant well. Each test leaves the loop usable. */
class HostileTest {
  @AfterEach
  void theLoopStillWorks() {
    assertThat(Loop.read("Note".getBytes(StandardCharsets.UTF_8)))
        .last()
        .satisfies(frame -> assertThat(frame.string("type")).isEqualTo("done"));
  }

  private static void fails(byte[] content, String code) {
    List<Frame> frames = Loop.read(content);
    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).string("type")).isEqualTo("failed");
    assertThat(frames.get(0).string("id")).isEqualTo("r");
    assertThat(frames.get(0).string("code")).isEqualTo(code);
    assertThat(frames.get(0).string("detail")).endsWith(".");
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void nothing() {
    fails(new byte[0], "empty");
  }

  @Test
  void noise() {
    byte[] noise = new byte[5000];
    new Random(3).nextBytes(noise);
    noise[0] = 1;
    fails(noise, "not_a_document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\0\u0018ftypavif\0\0\0\0",
        "\0\0\0\u0018ftyp",
        "GIF89a\0",
        "RIFF0000WEBPVP8 "
      })
  void knownKindsThatAreNotRead(String magic) {
    fails(bytes(magic), "unsupported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7\n",
        "II*\0\u0008\0\0\0",
        "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
        "\u00ff\u00d8\u00ff\u00e0\0"
      })
  void onlyTheFirstBytes(String magic) {
    fails(bytes(magic), "damaged");
  }

  @Test
  void aUserPassword() {
    fails(Pdfs.locked("owner", "user"), "encrypted");
  }

  @Test
  void anOwnerPasswordOnly() {
    List<Frame> frames = Loop.read(Pdfs.locked("owner", ""));

    assertThat(frames.get(0).flags()).containsExactly("owner_restricted");
    assertThat(frames.get(1).string("text")).startsWith("Riverbend");
  }

  @Test
  void aPdfCutInHalf() {
    byte[] whole = Pdfs.letter(Pdfs.prose());
    fails(Arrays.copyOf(whole, 120), "damaged");
  }

  @Test
  void filesWithoutTheirEnd() {
    byte[] pdf = Pdfs.letter(Pdfs.prose(), Pdfs.prose());
    byte[] jpeg = Images.file("jpeg", Samples.page(20, new String[0]));

    assertThat(Loop.read(Arrays.copyOf(pdf, pdf.length - 20)).get(0).flags())
        .containsExactly("incomplete");
    assertThat(Loop.read(Arrays.copyOf(jpeg, jpeg.length - 2)).get(0).flags())
        .containsExactly("incomplete");
  }

  @Test
  void aLockThatOpensByCertificate() {
    fails(
        Pdfs.rawWithTrailer(
            " /ID [<00> <00>] /Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4"
                + " /Length 128 /Recipients [<00>] >>",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>"),
        "encrypted");
  }

  @Test
  void aPageTreeThatIsItsOwnChild() {
    fails(
        Pdfs.raw("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        "damaged");
    fails(
        Pdfs.raw(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [2 0 R] /Count 2000000000 >>"),
        "too_many_pages");
  }

  @Test
  void aFontThatMapsToHalfCharacters() {
    String map =
        "1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar"
            + " <41> <D800> <42> <0000> endbfchar";
    byte[] pdf =
        Pdfs.raw(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                + " /Resources << /Font << /F 5 0 R >> >> >>",
            Pdfs.stream("", "BT /F 12 Tf 72 700 Td (xAxBx " + "plain ".repeat(20) + ") Tj ET"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
            Pdfs.stream("", map));

    assertThat(Loop.page(pdf, 1).string("text")).startsWith("x\uFFFDx");
  }

  @Test
  void aPageOfSeventyMetres() {
    byte[] pdf =
        Pdfs.raw(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200000 200000] >>");

    Frame page = Loop.page(pdf, 1);

    assertThat(page.string("source")).isEqualTo("image");
    assertThat(page.flags()).containsExactly("unreadable", "page_too_big");
    assertThat(Loop.render(pdf, "").string("code")).isEqualTo("page_too_big");
  }

  @Test
  void twoThousandPages() {
    Pdfs.Content[] pages = new Pdfs.Content[2000];
    Arrays.fill(pages, (Pdfs.Content) (pdf, out) -> {});
    fails(Pdfs.letter(pages), "too_many_pages");
  }

  @Test
  void aContentThatUnfolds() {
    byte[] spaces = new byte[60_000_000];
    Arrays.fill(spaces, (byte) ' ');
    String folded = new String(deflated(spaces), StandardCharsets.ISO_8859_1);
    byte[] pdf =
        Pdfs.raw(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
            Pdfs.stream("/Filter /FlateDecode", folded));

    assertThat(Loop.page(pdf, 1).flags()).containsExactly("blank");
  }

  @Test
  void aPageWithMoreWordsThanPeopleWrite() {
    byte[] pdf =
        Pdfs.letter(
            (document, out) -> {
              for (int line = 0; line < 200; line++) {
                Pdfs.text(out, 10, 700 - 2 * line, 1, "A ".repeat(300));
              }
            });

    Frame page = Loop.page(pdf, 1);

    assertThat(page.flags()).containsExactly("cut_short");
    assertThat(page.words()).hasSize(50_000);
    assertThat(page.size()).isBetween(2_000_000, 4_000_000);
  }

  @Test
  void aGlyphThatStandsForAStory() {
    String story = "0041".repeat(250);
    byte[] pdf =
        Pdfs.raw(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                + " /Resources << /Font << /F 5 0 R >> >> >>",
            Pdfs.stream("", "BT /F 1 Tf 72 700 Td (" + "a".repeat(1000) + ") Tj ET"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
            Pdfs.stream(
                "",
                "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <61> <"
                    + story
                    + "> endbfchar"));

    Frame page = Loop.page(pdf, 1);

    assertThat(page.flags()).containsExactly("cut_short");
    assertThat(page.string("text").length()).isBetween(199_000, 201_000);
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  @Test
  void aJpegThatClaimsToBeHuge() {
    byte[] jpeg = Images.file("jpeg", Samples.page(20));
    for (int i = 0; i < jpeg.length - 9; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
        ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 40_000).putShort(i + 7, (short) 40_000);
      }
    }
    fails(jpeg, "page_too_big");
  }

  @Test
  void moreBytesThanAllowed() {
    List<Frame> frames =
        Loop.ask("{\"op\":\"read\",\"id\":\"r\",\"limits\":{\"max_bytes\":10}}", new byte[11]);

    assertThat(frames.get(0).string("code")).isEqualTo("too_large");
  }

  @Test
  void aPageThatIsNotThere() {
    byte[] pdf = Pdfs.letter(Pdfs.prose());

    assertThat(Loop.render(pdf, ",\"page\":2").string("code")).isEqualTo("no_such_page");
    assertThat(Loop.render(pdf, ",\"page\":0").string("code")).isEqualTo("no_such_page");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{\"op\":\"print\"}", "{\"op\":\"read\",\"limits\":{\"max_pages\":-1}}"})
  void aRequestThatMakesNoSense(String header) {
    assertThat(Loop.ask(header, new byte[3]).get(0).string("code")).isEqualTo("internal");
  }
}
