package org.openpriorauth.evaluation.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openpriorauth.evaluation.charts.Block.Cell;
import org.openpriorauth.evaluation.charts.Block.Table;
import org.openpriorauth.evaluation.charts.Block.Text;

/** The same words as a file of a word processor or an editor. All of it counts as page one. */
final class PlainCopy {
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  private PlainCopy() {}

  static byte[] of(Chart chart, String kind) throws IOException {
    List<String> lines = lines(chart);
    return switch (kind) {
      case "rtf" -> rtf(lines).getBytes(StandardCharsets.US_ASCII);
      case "docx" -> docx(lines);
      default -> (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    };
  }

  static List<String> lines(Chart chart) {
    return chart.parts().stream().flatMap(PlainCopy::lines).toList();
  }

  private static Stream<String> lines(Part part) {
    Stream<String> head = Stream.of(PrintShop.strip(part, "head"));
    Stream<String> foot = Stream.of(PrintShop.strip(part, "foot"));
    Stream<String> body = PrintShop.blocks(part).stream().flatMap(b -> lines(b).stream());
    return Stream.concat(head, Stream.concat(body, foot));
  }

  private static List<String> lines(Block block) {
    if (block instanceof Text text) {
      return List.of(words(text.runs()));
    }
    if (block instanceof Table table) {
      return table.rows().stream()
          .map(row -> row.stream().map(PlainCopy::words).collect(Collectors.joining("\t")))
          .toList();
    }
    return List.of("");
  }

  private static String words(Cell cell) {
    String words = words(cell.runs());
    return cell.label().isEmpty() ? words : cell.label() + ": " + words;
  }

  private static String words(List<Run> runs) {
    String words = runs.stream().map(Run::text).collect(Collectors.joining());
    return words.replace("" + Run.TICKED, "[X]").replace("" + Run.EMPTY, "[ ]");
  }

  private static String rtf(List<String> lines) {
    StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\fs20\n");
    for (String line : lines) {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '\\' || c == '{' || c == '}') {
          rtf.append('\\').append(c);
        } else if (c == '\t') {
          rtf.append("\\tab ");
        } else {
          rtf.append(c < 128 ? "" + c : "\\u" + (int) c + "?");
        }
      }
      rtf.append("\\par\n");
    }
    return rtf.append('}').toString();
  }

  private static byte[] docx(List<String> lines) throws IOException {
    String body =
        lines.stream()
            .map(l -> "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped(l) + "</w:t></w:r></w:p>")
            .collect(Collectors.joining("\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "[Content_Types].xml", types());
      String relation = "<Relationship Id=\"r1\" Type=\"" + OFFICE + "\" Target=\"document.xml\"/>";
      entry(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relation + "</Relationships>");
      String document = "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body;
      entry(zip, "document.xml", document + "</w:body></w:document>");
    }
    return bytes.toByteArray();
  }

  private static String types() {
    return "<Types xmlns=\""
        + PACKAGE
        + "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
        + "vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/document.xml\""
        + " ContentType=\""
        + MAIN
        + "\"/></Types>";
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2026, 10, 30, 0, 0));
    zip.putNextEntry(entry);
    zip.write((XML + text).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String escaped(String text) {
    String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return plain.replace("\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">");
  }
}
