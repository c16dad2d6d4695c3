package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.reader.OfficeFiles.paragraph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Office files that are not meant well, or did not arrive well. */
@Timeout(20)
class HostileOfficeTest {
  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  @AfterEach
  void theLoopStillWorks() {
    assertThat(Loop.read(bytes("Note")))
        .last()
        .satisfies(f -> assertThat(f.string("type")).isEqualTo("done"));
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void fails(byte[] content, String code) {
    List<Frame> frames = Loop.read(content);
    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).string("code")).isEqualTo(code);
    assertThat(frames.get(0).string("detail")).endsWith(".");
  }

  @Test
  void thosePeopleHaveHaveAWordOfTheirOwn() {
    fails(bytes("\0\0\0\u0018ftypheic\0\0\0\0"), "heic");
    fails(bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 WordDocument"), "old_office");
    fails(
        bytes("\u00d0\u00cf\u0011\u00e0 " + "EncryptedPackage".replaceAll("(.)", "$1\0")),
        "encrypted");
    byte[] locked = OfficeFiles.word(paragraph("x")).bytes();
    locked[6] |= 1;
    fails(locked, "encrypted");
  }

  @Test
  void otherArchives() {
    byte[] sheet =
        OfficeFiles.word("")
            .part("word/document.xml", "<workbook xmlns=\"urn:spreadsheetml\"/>")
            .bytes();
    fails(sheet, "unsupported");
    byte[] none =
        OfficeFiles.word("")
            .part(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"photos/1.xml\"/></Relationships>")
            .bytes();
    fails(none, "unsupported");
  }

  @Test
  void cutOff() {
    byte[] file = OfficeFiles.word(paragraph("words and more words").repeat(500)).bytes();
    fails(Arrays.copyOf(file, file.length / 2), "damaged");
    fails(bytes("PK\u0003\u0004"), "damaged");
    byte[] endless = Arrays.copyOf(file, file.length - 22);
    assertThat(Loop.read(endless).get(0).flags()).containsExactly("incomplete");
    fails(bytes("<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>Note"), "damaged");
  }

  @Test
  void whatUnfolds() {
    OfficeFiles bomb = OfficeFiles.word(paragraph("x"));
    fails(bomb.part("word/media/a.png", new byte[60_000_000]).bytes(), "too_large");
    OfficeFiles words = OfficeFiles.word(paragraph("x").repeat(2_000_000));
    fails(words.bytes(), "too_large");
    OfficeFiles many = OfficeFiles.word(paragraph("x"));
    for (int i = 0; i < 6000; i++) {
      many.part("e" + i, new byte[0]);
    }
    fails(many.bytes(), "too_large");
    fails(
        OfficeFiles.word(paragraph("x").repeat(100_000)).part("word/media/r.bin", noise()).bytes(),
        "too_many_pages");
  }

  /** What keeps the ratio low. */
  private static byte[] noise() {
    byte[] noise = new byte[300_000];
    new java.util.Random(5).nextBytes(noise);
    return noise;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;&a;\">]>"
      })
  void documentTypesAreRefusedAndNothingIsFetched(String type) {
    fails(
        bytes(
            type
                + "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>&e;</title></ClinicalDocument>"),
        "damaged");
    fails(
        OfficeFiles.word("")
            .part(
                "word/document.xml",
                type
                    + "<w:document "
                    + W
                    + "><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")
            .bytes(),
        "damaged");
  }

  @Test
  void nestedWithoutEnd() {
    fails(OfficeFiles.word("<w:sdt>".repeat(5000)).bytes(), "damaged");
    fails(
        OfficeFiles.word("<w:tbl><w:tr><w:tc>".repeat(200) + "</w:tc></w:tr></w:tbl>".repeat(200))
            .bytes(),
        "damaged");
    fails(bytes("<ClinicalDocument>" + "<a>".repeat(100_000)), "damaged");
    fails(bytes("{\\rtf1 " + "{".repeat(1_000_000)), "damaged");
    String fields =
        "<w:p><w:r>" + "<w:fldChar w:fldCharType=\"begin\"/>".repeat(100) + "</w:r></w:p>";
    fails(OfficeFiles.word(fields).bytes(), "damaged");
    String tables =
        "<w:tbl><w:tr><w:tc>".repeat(40) + paragraph("deep") + "</w:tc></w:tr></w:tbl>".repeat(40);
    assertThat(Loop.page(OfficeFiles.word(tables).bytes(), 1).string("text")).isEqualTo("deep\n");
  }

  @Test
  void stylesAndPathsThatLeadInCircles() {
    byte[] file =
        OfficeFiles.word(OfficeFiles.styled("<w:pStyle w:val=\"a\"/>", "x"))
            .with(
                "styles",
                "styles",
                "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>")
            .part(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\""
                    + "../".repeat(50)
                    + "word/document.xml\"/></Relationships>")
            .bytes();

    assertThat(Loop.page(file, 1).string("text")).isEqualTo("x\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u8805?",
        "\\'e9",
        "\\line ",
        "\\par ",
        "\\cell ",
        "\\row ",
        "{\\footnote x}",
        "\\pard\\intbl\\itap9 x\\nestcell\\nestrow ",
        "\\tab ",
        "{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}",
        "word "
      })
  void richTextWithoutEnd(String part) {
    List<Frame> frames =
        Loop.read(bytes("{\\rtf1 " + part.repeat(8_000_000 / part.length()) + "}"));

    assertThat(
            frames.get(0).string("type").equals("opened")
                || List.of("too_large", "too_many_pages").contains(frames.get(0).string("code")))
        .isTrue();
  }

  @Test
  void numbersBeyondAllMeasure() {
    assertThat(
            Loop.page(
                    bytes(
                        "{\\rtf1 a\\li999999999\\tx-5\\tx999999999\\fi-99999999999 b\\tab c\\par{\\pict\\bin999999999 x}}"),
                    1)
                .string("text"))
        .isEqualTo(" ".repeat(24) + "ab" + " ".repeat(142) + "c\n");
    String wide =
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr>"
            + paragraph("a")
            + "</w:tc>"
            + OfficeFiles.cell(paragraph("b")).repeat(500)
            + "</w:tr></w:tbl>";
    assertThat(Loop.page(OfficeFiles.word(wide).bytes(), 1).words()).hasSizeGreaterThan(60);
  }

  @Test
  void whatStandsForPageNumbersIsNoText() {
    assertThat(Loop.page("a\uFDD0b\uFDD1".getBytes(StandardCharsets.UTF_8), 1).string("text"))
        .isEqualTo("a\uFFFDb\uFFFD\n");
    assertThat(Loop.page(bytes("{\\rtf1 a\\u-560?b}"), 1).string("text")).isEqualTo("a\uFFFDb\n");
  }

  @Test
  void halvesOfCharactersAndControlsAreNoText() {
    Frame page =
        Loop.page(bytes("{\\rtf1 a\\u-10179?b\\'00c\\u0?d {\\listtext\\u-9000?\\tab}e}"), 1);

    assertThat(page.string("text")).isEqualTo("\uFFFD a\uFFFDb\uFFFDc\uFFFDd e\n");
  }

  @Test
  void whatHoldsOnlyPicturesOrAnotherFileIsNotCalledBlank() {
    fails(bytes("{\\rtf1 {\\*\\shppict{\\pict\\pngblip 89504e47}}\\par}"), "unsupported");
    fails(
        OfficeFiles.word("<w:p><w:r><w:drawing><a:blip xmlns:a=\"a\"/></w:drawing></w:r></w:p>")
            .bytes(),
        "unsupported");
    fails(OfficeFiles.word(paragraph("See below") + "<w:altChunk/>").bytes(), "unsupported");
  }
}
