package org.openpriorauth.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word documents, made up part by part. */
final class OfficeFiles {
  private static final String NAMES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
  private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder relations = new StringBuilder();

  private OfficeFiles() {}

  /** A document with this body. */
  static OfficeFiles word(String body) {
    OfficeFiles file = new OfficeFiles();
    file.part("[Content_Types].xml", "<Types/>");
    file.part(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"d\" Type=\""
            + RELATION
            + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    return file.xml("document", "<w:body>" + body + "</w:body>", "document");
  }

  /** Adds a part that the document points to by its name. */
  OfficeFiles with(String kind, String root, String content) {
    relations
        .append("<Relationship Id=\"")
        .append(kind)
        .append("\" Type=\"" + RELATION + "relationships/")
        .append(kind)
        .append("\" Target=\"")
        .append(kind)
        .append(".xml\"/>");
    return xml(root, content, kind);
  }

  private OfficeFiles xml(String root, String content, String name) {
    return part(
        "word/" + name + ".xml", "<w:" + root + NAMES + ">" + content + "</w:" + root + ">");
  }

  OfficeFiles part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  OfficeFiles part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  byte[] bytes() {
    part("word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String paragraph(String text) {
    return "<w:p>" + run(text) + "</w:p>";
  }

  static String styled(String properties, String text) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>";
  }

  /** With \t for a tab. */
  static String run(String text) {
    String tabbed = text.replace("\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">");
    return "<w:r><w:t xml:space=\"preserve\">" + tabbed + "</w:t></w:r>";
  }

  static String table(String... rows) {
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
  }

  static String row(String... cells) {
    StringBuilder row = new StringBuilder("<w:tr>");
    for (String cell : cells) {
      row.append(cell.startsWith("<") ? cell : cell(paragraph(cell)));
    }
    return row.append("</w:tr>").toString();
  }

  static String cell(String content) {
    return "<w:tc><w:tcPr/>" + content + "</w:tc>";
  }
}
