package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Notes that come as rich text, as many chart systems export them. */
class RtfTest {
  private static Frame page(String rtf) {
    return Loop.page(("{\\rtf1\\ansi " + rtf + "}").getBytes(StandardCharsets.ISO_8859_1), 1);
  }

  private static String text(String rtf) {
    return page(rtf).string("text");
  }

  @Test
  void lettersOfManyAlphabets() {
    assertThat(text("Jos\\'e9 \\u8805\\'3d 5 \\uc2\\u233?? \\uc0\\u946 -blocker {\\{\\}\\\\}\\par"))
        .isEqualTo("Jos\u00e9 \u2265 5 \u00e9 \u03b2-blocker {}\\\n");
    assertThat(text("\\u-10179?\\u-8690?")).isEqualTo("\ud83d\ude0e\n");
    String fonts =
        "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 Mincho;}"
            + "{\\f3\\fcharset2 Symbol;}}";
    assertThat(text(fonts + "\\f1\\'cf\\'f0 \\f2\\'93\\'fa\\f3 \\'b3\\f0\\'b5g"))
        .isEqualTo("\u041f\u0440 \u65e5\u2265\u00b5g\n");
  }

  @Test
  void onlyWhatIsSeen() {
    assertThat(
            text(
                "{\\stylesheet{\\s0 Normal;}}{\\info{\\title T}}{\\*\\generator G}Start {\\v secret}"
                    + "{\\deleted etanercept }{\\revised adalimumab}{\\*\\annotation why?}"
                    + "{\\pict\\wmetafile8 0102}{\\object{\\*\\objdata 0102}{\\result  40 mg}}"
                    + "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt  weekly}}\\par"))
        .isEqualTo("Start adalimumab 40 mg weekly\n");
  }

  @Test
  void binaryDataIsPassedOver() {
    assertThat(text("a{\\pict\\bin4 }}}}}b")).isEqualTo("ab\n");
  }

  @Test
  void aTableHasItsColumns() {
    String ends = "\\trowd\\cellx2000\\cellx4000\\cellx6000\\pard\\intbl ";
    Frame page =
        page(
            "Medications\\par"
                + ends
                + "Drug\\cell Dose\\cell How\\cell\\row"
                + ends
                + "Metformin\\cell 500 mg\\cell with food\\par twice a day\\cell\\row"
                + "\\trowd\\cellx4000\\cellx6000\\pard\\intbl Both\\cell daily\\cell\\row"
                + "\\pard Next\\par");

    assertThat(page.string("text"))
        .isEqualTo(
            "Medications\n\n"
                + "Drug        Dose     How\n"
                + "Metformin   500 mg   with food\n"
                + "                     twice a day\n"
                + "Both                 daily\n\nNext\n");
    assertThat(page.word("How").x()).isEqualTo(page.word("daily").x());
  }

  @Test
  void aTableInATable() {
    String inner =
        "{\\*\\nesttableprops\\trowd\\cellx900\\cellx1900\\nestrow}{\\nonesttables\\par}";
    String nested = "\\pard\\intbl\\itap2 ";
    assertThat(
            text(
                "\\trowd\\cellx3000\\cellx6000\\pard\\intbl Labs\\cell"
                    + nested
                    + "Hgb\\nestcell 11.2\\nestcell"
                    + inner
                    + nested
                    + "WBC\\nestcell 6\\nestcell"
                    + inner
                    + "\\pard\\intbl\\itap1\\cell\\row\\pard End\\par"))
        .isEqualTo("Labs   Hgb   11.2\n       WBC   6\n\nEnd\n");
  }

  @Test
  void listsHeadingsAndTabs() {
    assertThat(
            text(
                "{\\outlinelevel0 Plan\\par\\pard}{\\listtext\\'95\\tab}one\\par{\\pntext 2.\\tab}two\\par"
                    + "\\pard\\tx4000 Name: A. Roe\\tab DOB: 01/02/1960\\tab\\par line\\line break"))
        .matches("Plan\n\u2022 one\n2\\. two\nName: A\\. Roe {3,}DOB: 01/02/1960\nline\nbreak\n");
  }

  @Test
  void headersFootersNotesAndBoxes() {
    Frame page =
        page(
            "{\\header Lakeside Clinic\\par}{\\footer Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 4}}"
                + " of {\\field{\\*\\fldinst NUMPAGES}{\\fldrslt 9}}\\par}Seen{\\footnote by phone}"
                + " today\\par{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt FAX 555-0100\\par}}"
                + "{\\shprslt FAX 555-0100}}Bye\\par");

    assertThat(page.string("text"))
        .isEqualTo(
            "Lakeside Clinic\n\nSeen [1] today\nBye\nFAX 555-0100\n\n[1] by phone\n\nPage 1 of 1\n");
    assertThat(page.word("Page").y()).isGreaterThan(0.9);
  }

  @Test
  void whatWasCutOffIsReadAndFlagged() {
    byte[] cut = "{\\rtf1 First line\\par Second {\\b li".getBytes(StandardCharsets.US_ASCII);

    assertThat(Loop.read(cut).get(0).flags()).containsExactly("incomplete");
    assertThat(Loop.page(cut, 1).string("text")).isEqualTo("First line\nSecond li\n");
  }
}
