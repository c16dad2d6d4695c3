package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.reader.OfficeFiles.cell;
import static org.openpriorauth.reader.OfficeFiles.paragraph;
import static org.openpriorauth.reader.OfficeFiles.row;
import static org.openpriorauth.reader.OfficeFiles.run;
import static org.openpriorauth.reader.OfficeFiles.styled;
import static org.openpriorauth.reader.OfficeFiles.table;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Letters and notes that were written in Word. */
class DocxTest {
  private static String text(String body) {
    return Loop.page(OfficeFiles.word(body).bytes(), 1).string("text");
  }

  @Test
  void whatItIsIsSaidByItsParts() {
    List<Frame> frames = Loop.read(OfficeFiles.word(paragraph("Dear colleague")).bytes());

    assertThat(frames.get(0).string("media_type")).endsWith("wordprocessingml.document");
    assertThat(frames.get(1).string("source")).isEqualTo("text");
    assertThat(frames.get(1).string("text")).isEqualTo("Dear colleague\n");
    assertThat(frames.get(1).word("colleague").confidence()).isEqualTo(100);
    assertThat(frames.get(2).string("type")).isEqualTo("done");
  }

  @Test
  void paragraphsHeadingsAndBreaks() {
    byte[] file =
        OfficeFiles.word(
                styled("<w:pStyle w:val=\"H\"/>", "Assessment")
                    + "<w:p><w:r><w:t>Stable,</w:t><w:br/><w:t>no change</w:t></w:r></w:p>"
                    + "<w:p/>"
                    + "<w:p><w:r><w:t>Today</w:t><w:br w:type=\"page\"/><w:t>Later</w:t></w:r></w:p>")
            .with(
                "styles",
                "styles",
                "<w:style w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>")
            .bytes();

    assertThat(Loop.page(file, 1).string("text"))
        .isEqualTo("Assessment\nStable,\nno change\n\nToday\n");
    assertThat(Loop.page(file, 2).string("text")).isEqualTo("Later\n");
  }

  @Test
  void deletedHiddenAndPlaceholderTextIsNotThere() {
    assertThat(
            text(
                "<w:p>"
                    + run("Start ")
                    + "<w:ins>"
                    + run("adalimumab ")
                    + "</w:ins>"
                    + "<w:del><w:r><w:delText>etanercept</w:delText></w:r></w:del>"
                    + "<w:moveFrom>"
                    + run("moved")
                    + "</w:moveFrom>"
                    + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
                    + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                    + run("Click here to enter text.")
                    + "</w:sdtContent></w:sdt>"
                    + "<w:sdt><w:sdtContent>"
                    + run("40 mg")
                    + "</w:sdtContent></w:sdt></w:p>"))
        .isEqualTo("Start adalimumab 40 mg\n");
  }

  @Test
  void aParagraphWhoseEndWasDeletedGoesOn() {
    assertThat(
            text(
                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
                    + run("One ")
                    + "</w:p>"
                    + paragraph("line")))
        .isEqualTo("One line\n");
  }

  @Test
  void spaceIsKeptOnlyWhereItIsMeant() {
    assertThat(
            text("<w:p><w:r><w:t> a </w:t><w:t xml:space=\"preserve\"> b\u00a0c</w:t></w:r></w:p>"))
        .isEqualTo("a b c\n");
  }

  @Test
  void aTableHasItsColumns() {
    String body =
        paragraph("Medications")
            + table(
                row("Drug", "Dose", "Instructions"),
                row("Methotrexate", "20 mg", "Take with food. ".repeat(12).strip()),
                row("Folic acid", "", cell(paragraph("5 mg") + paragraph("the day after"))));
    Frame page = Loop.page(OfficeFiles.word(body).bytes(), 1);

    assertThat(page.string("text"))
        .contains("Drug           Dose    Instructions\n")
        .contains("Methotrexate   20 mg   Take with food. Take with food.")
        .contains("Folic acid             5 mg\n                       the day after\n");
    assertThat(page.word("Dose").x()).isEqualTo(page.word("20").x());
    assertThat(page.word("Instructions").x()).isEqualTo(page.word("Take").x());
    assertThat(page.words()).allSatisfy(w -> assertThat(w.x() + w.width()).isLessThan(1));
  }

  @Test
  void mergedAndNestedCellsKeepTheirPlace() {
    String title =
        "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"
            + paragraph("Results")
            + "</w:tc></w:tr>";
    String below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("again") + "</w:tc>";
    String deleted = "<w:tr><w:trPr><w:del/></w:trPr>" + cell(paragraph("gone")) + "</w:tr>";

    assertThat(
            text(
                table(
                    title,
                    row("Hgb", cell(table(row("11.2", "g/dL"), row("10.9", "g/dL")) + "<w:p/>")),
                    "<w:tr>" + below + cell(paragraph("seen")) + "</w:tr>",
                    deleted)))
        .isEqualTo("Results\nHgb   11.2   g/dL\n      10.9   g/dL\n      seen\n");
  }

  @Test
  void aWideTableTurnsThePage() {
    String[] cells = new String[8];
    java.util.Arrays.fill(cells, "fifteen letters");
    Frame page = Loop.page(OfficeFiles.word(table(row(cells))).bytes(), 1);

    assertThat(page.number("width")).isEqualTo(792);
    assertThat(page.words()).allSatisfy(w -> assertThat(w.y()).isLessThan(0.1));
  }

  @Test
  void tabsAreGaps() {
    assertThat(text(paragraph("Patient: A. Roe\tDOB: 01/02/1960\t")))
        .matches("Patient: A\\. Roe {3,}DOB: 01/02/1960\n");
    assertThat(text(paragraph("1.\tFirst") + paragraph("2.\tSecond")))
        .isEqualTo("1. First\n2. Second\n");
    assertThat(text(paragraph("Drug\tDose") + paragraph("Methotrexate\t20 mg")))
        .contains("Drug           Dose\nMethotrexate   20 mg\n");
  }

  @Test
  void listsAreCountedAsWordDoes() {
    String level = "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"1\"/></w:numPr>";
    byte[] file =
        OfficeFiles.word(
                styled(level.formatted(0), "one")
                    + styled(level.formatted(1), "under one")
                    + styled(level.formatted(0), "two")
                    + styled("<w:numPr><w:numId w:val=\"2\"/></w:numPr>", "dot"))
            .with(
                "numbering",
                "numbering",
                "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                    + "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
                    + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/>"
                    + "<w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum>"
                    + "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt"
                    + " w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
                    + "<w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\">"
                    + "<w:abstractNumId w:val=\"8\"/></w:num>")
            .bytes();

    assertThat(Loop.page(file, 1).string("text").lines().map(String::strip))
        .containsExactly("1. one", "a) under one", "2. two", "\u2022 dot");
  }

  @Test
  void headersAndFootersStandOnEachPageWithItsNumber() {
    String page = "<w:fldSimple w:instr=\" PAGE \">" + run("7") + "</w:fldSimple>";
    String pages =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> NUMPAGES </w:instrText>"
            + "<w:fldChar w:fldCharType=\"separate\"/><w:t>9</w:t><w:fldChar"
            + " w:fldCharType=\"end\"/></w:r>";
    byte[] file =
        OfficeFiles.word(
                paragraph("line").repeat(80)
                    + "<w:sectPr><w:headerReference r:id=\"header\"/><w:footerReference"
                    + " r:id=\"footer\"/></w:sectPr>")
            .with("header", "hdr", paragraph("Lakeside Clinic"))
            .with("footer", "ftr", "<w:p>" + run("Page ") + page + run(" of ") + pages + "</w:p>")
            .bytes();

    assertThat(Loop.page(file, 1).string("text"))
        .startsWith("Lakeside Clinic\n\nline\n")
        .endsWith("\nPage 1 of 2\n");
    assertThat(Loop.page(file, 2).string("text"))
        .startsWith("Lakeside Clinic\n\nline\n")
        .endsWith("\nPage 2 of 2\n");
    assertThat(Loop.page(file, 2).word("Page").y()).isGreaterThan(0.9);
  }

  @Test
  void boxesNotesAndSigns() {
    String box =
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
            + paragraph("FAX 555-0100")
            + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
            + paragraph("FAX 555-0100")
            + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    byte[] file =
        OfficeFiles.word(
                "<w:p>"
                    + run("To the payer")
                    + box
                    + "</w:p><w:p>"
                    + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>"
                    + run(" urgent")
                    + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>")
            .with(
                "footnotes",
                "footnotes",
                "<w:footnote w:id=\"2\">" + paragraph(" by phone") + "</w:footnote>")
            .bytes();

    assertThat(Loop.page(file, 1).string("text"))
        .isEqualTo("To the payer\nFAX 555-0100\n\u2611 urgent [1]\n\n[1] by phone\n");
  }

  @Test
  void isDrawn() {
    Frame image = Loop.render(OfficeFiles.word(paragraph("Note")).bytes(), ",\"dpi\":50");

    assertThat(image.number("width")).isEqualTo(425);
    assertThat(image.content()).hasSize(image.number("content_length"));
  }
}
