package org.openpriorauth.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Makes PDFs. */
final class Pdfs {
  private Pdfs() {}

  /** What is put on a page. */
  interface Content {
    void write(PDDocument pdf, PDPageContentStream out) throws IOException;
  }

  static byte[] letter(Content... pages) {
    return of(PDRectangle.LETTER, 0, pages);
  }

  static byte[] of(PDRectangle size, int rotation, Content... pages) {
    try (PDDocument pdf = new PDDocument()) {
      for (Content content : pages) {
        PDPage page = new PDPage(size);
        page.setRotation(rotation);
        pdf.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
          content.write(pdf, out);
        }
      }
      return bytes(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(PDDocument pdf) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pdf.save(out);
    return out.toByteArray();
  }

  static PDFont helvetica() {
    return new PDType1Font(FontName.HELVETICA);
  }

  static void text(PDPageContentStream out, double x, double y, double size, String text)
      throws IOException {
    out.beginText();
    out.setFont(helvetica(), (float) size);
    out.newLineAtOffset((float) x, (float) y);
    out.showText(text);
    out.endText();
  }

  /** Lines from a point downwards. */
  static void lines(PDPageContentStream out, double x, double y, String... lines)
      throws IOException {
    for (int i = 0; i < lines.length; i++) {
      text(out, x, y - 14 * i, 10, lines[i]);
    }
  }

  /** A page of ordinary text, more than enough to be believed. */
  static Content prose() {
    return prose(700);
  }

  static Content prose(double y) {
    return (pdf, out) -> lines(out, 72, y, Samples.LETTER);
  }

  /** A picture over the whole page. */
  static Content scan(BufferedImage image) {
    return (pdf, out) -> out.drawImage(LosslessFactory.createFromImage(pdf, image), 0, 0, 612, 792);
  }

  /** A picture over the whole page and invisible text above it, as scanners leave it. */
  static Content scanWithLayer(BufferedImage image, String... layer) {
    return (pdf, out) -> {
      scan(image).write(pdf, out);
      out.setRenderingMode(RenderingMode.NEITHER);
      for (int i = 0; i < layer.length; i++) {
        String[] words = layer[i].split(" ");
        for (int j = 0; j < words.length; j++) {
          double x = 72 + Ink.left(i, j);
          text(out, x, 792 - Samples.baseline(i), 10, words[j]);
        }
      }
    };
  }

  static byte[] locked(String owner, String user) {
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      pdf.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
        prose().write(pdf, out);
      }
      AccessPermission little = new AccessPermission();
      little.setCanExtractContent(false);
      StandardProtectionPolicy policy = new StandardProtectionPolicy(owner, user, little);
      policy.setEncryptionKeyLength(256);
      pdf.protect(policy);
      return bytes(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PDF written by hand. */
  static byte[] raw(String... objects) {
    return rawWithTrailer("", objects);
  }

  /** The same with more in its trailer. */
  static byte[] rawWithTrailer(String more, String... objects) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
      pdf.append(String.format(Locale.ROOT, "%d 0 obj\n%s\nendobj\n", i + 1, objects[i]));
    }
    int at = pdf.length();
    int size = objects.length + 1;
    pdf.append("xref\n0 ").append(size).append('\n').append(table);
    pdf.append("trailer\n<< /Root 1 0 R /Size ").append(size).append(more).append(" >>\n");
    pdf.append("startxref\n").append(at).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static String stream(String dictionary, String content) {
    return "<< "
        + dictionary
        + " /Length "
        + content.length()
        + " >>\nstream\n"
        + content
        + "\nendstream";
  }
}
