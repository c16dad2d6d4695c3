package org.openpriorauth.samples;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.openpriorauth.samples.Typeface.Weight;

/** Makes a PDF with a text layer of a document in markup. */
final class Typesetter {
  private static final List<String> SETTINGS =
      List.of("page", "output", "faxheader", "head", "foot");
  private final List<Block> blocks;
  private final Options output;
  private final Style style;

  Typesetter(List<Block> blocks) {
    this.blocks = blocks;
    this.output = setting("output").orElseThrow().options();
    this.style = Style.of(setting("page").orElseThrow().options());
  }

  private Optional<Block> setting(String kind) {
    return blocks.stream().filter(b -> b.kind().equals(kind)).findFirst();
  }

  byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      Options page = style.options();
      Sheet sheet =
          new Sheet(
              document,
              page.number("width", 612),
              page.number("height", 792),
              page.text("boxes", "pen").equals("letter"));
      float head = height("head");
      boolean fromSecond = setting("head").map(b -> b.options().has("second")).orElse(false);
      Flow flow = new Flow(sheet, style, fromSecond ? 0 : head, head, height("foot"));
      List<Block> content = blocks.stream().filter(b -> !SETTINGS.contains(b.kind())).toList();
      new Composer(sheet, style, flow).compose(content);
      margins(sheet, fromSecond ? 1 : 0);
      return save(document, output.text("made", "2026-11-02T09:00:00"), "Chart Export 8.2");
    }
  }

  private float height(String kind) {
    return setting(kind).map(b -> b.body().size() * small().leading() + 12).orElse(0f);
  }

  private Prose small() {
    return style.prose(0.84f);
  }

  /** Running heads and feet, when the number of pages is known. */
  private void margins(Sheet sheet, int firstHead) throws IOException {
    for (int i = 0; i < sheet.pages(); i++) {
      sheet.reopen(i);
      float top = style.margin() * 0.8f;
      if (i >= firstHead && setting("head").isPresent()) {
        float end = strip(sheet, setting("head").get(), top, i);
        line(sheet, end + 2);
      }
      if (setting("foot").isPresent()) {
        float start = sheet.height() - top - height("foot") + 8;
        line(sheet, start - 2);
        strip(sheet, setting("foot").get(), start, i);
      }
    }
    sheet.endPage();
  }

  private void line(Sheet sheet, float y) throws IOException {
    sheet.line(style.margin(), y, sheet.width() - style.margin(), y, 0.5f, Color.GRAY);
  }

  /** Rows of up to three cells: left, middle, right. */
  private float strip(Sheet sheet, Block block, float top, int page) throws IOException {
    float y = top;
    float width = sheet.width() - 2 * style.margin();
    for (List<String> row : block.rows()) {
      for (int i = 0; i < row.size(); i++) {
        String text =
            row.get(i)
                .replace("{page}", String.valueOf(page + 1))
                .replace("{pages}", String.valueOf(sheet.pages()));
        List<Prose.Run> runs = small().wrap(text, Weight.REGULAR, Float.MAX_VALUE).get(0);
        float share = row.size() == 1 ? 0 : (float) i / (row.size() - 1);
        float x = style.margin() + (width - small().width(runs)) * share;
        sheet.text(small(), runs, x, y, Color.DARK_GRAY);
      }
      y += small().leading();
    }
    return y;
  }

  /** The same bytes each time: dates and the file's id come from the document. */
  static byte[] save(PDDocument document, String made, String producer) throws IOException {
    PDDocumentInformation information = new PDDocumentInformation();
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    calendar.setTimeInMillis(LocalDateTime.parse(made).toInstant(ZoneOffset.UTC).toEpochMilli());
    information.setCreationDate(calendar);
    information.setProducer(producer);
    document.setDocumentInformation(information);
    document.setDocumentId(calendar.getTimeInMillis());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes, CompressParameters.NO_COMPRESSION);
    return bytes.toByteArray();
  }
}
