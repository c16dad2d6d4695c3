package org.openpriorauth.samples;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.openpriorauth.samples.Typeface.Weight;

/** The paper: draws text, lines and boxes on the page at hand. Coordinates start at top left. */
final class Sheet {
  static final Color INK = Color.BLACK;

  private final PDDocument document;
  private final PDRectangle size;
  private final boolean letters;
  private PDPageContentStream out;

  Sheet(PDDocument document, float width, float height, boolean letters) {
    this.document = document;
    this.size = new PDRectangle(width, height);
    this.letters = letters;
  }

  float width() {
    return size.getWidth();
  }

  float height() {
    return size.getHeight();
  }

  int pages() {
    return document.getNumberOfPages();
  }

  void newPage() throws IOException {
    endPage();
    PDPage page = new PDPage(size);
    document.addPage(page);
    out = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
  }

  /** Turns back to a page that is already written, for its header and footer. */
  void reopen(int index) throws IOException {
    endPage();
    out = new PDPageContentStream(document, document.getPage(index), AppendMode.APPEND, true, true);
  }

  void endPage() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }

  void text(Prose prose, List<Prose.Run> line, float x, float top, Color color) throws IOException {
    float at = x;
    for (Prose.Run run : line) {
      at = run(prose, run, at, top + prose.size() * 0.92f, color);
    }
  }

  void text(Prose prose, String text, Weight weight, float x, float top, Color color)
      throws IOException {
    for (List<Prose.Run> line : prose.wrap(text, weight, Float.MAX_VALUE)) {
      text(prose, line, x, top, color);
    }
  }

  private float run(Prose prose, Prose.Run run, float x, float base, Color color)
      throws IOException {
    float at = x;
    StringBuilder plain = new StringBuilder();
    for (char c : run.text().toCharArray()) {
      if (c == Prose.CHECKED || c == Prose.UNCHECKED) {
        at = plain(prose, plain.toString(), run.weight(), at, base, color);
        plain.setLength(0);
        checkBox(at + prose.size() * 0.2f, base, prose.size(), c == Prose.CHECKED);
        at += prose.size() * Prose.BOX;
      } else {
        plain.append(c);
      }
    }
    return plain(prose, plain.toString(), run.weight(), at, base, color);
  }

  private float plain(Prose prose, String text, Weight weight, float x, float base, Color color)
      throws IOException {
    if (!text.isEmpty()) {
      out.beginText();
      out.setNonStrokingColor(color);
      out.setFont(prose.face().font(weight), prose.size());
      out.newLineAtOffset(x, height() - base);
      out.showText(text);
      out.endText();
    }
    return x + prose.face().width(text, weight, prose.size());
  }

  /** A drawn square; the cross is a letter where the form was filled in by machine. */
  private void checkBox(float x, float base, float size, boolean checked) throws IOException {
    float side = size * 0.82f;
    float top = base - side * 0.9f;
    box(x, top, side, side, null, Color.BLACK, 0.8f);
    if (checked && letters) {
      plain(new Prose(Typeface.named("helv"), size * 0.9f), "X", Weight.BOLD, x + 1, base, INK);
    } else if (checked) {
      line(x + 1.2f, top + 1.2f, x + side - 1.2f, top + side - 1.2f, 1.2f, INK);
      line(x + 1.2f, top + side - 1.2f, x + side - 1.2f, top + 1.2f, 1.2f, INK);
    }
  }

  void line(float x1, float y1, float x2, float y2, float wide, Color color) throws IOException {
    out.setStrokingColor(color);
    out.setLineWidth(wide);
    out.moveTo(x1, height() - y1);
    out.lineTo(x2, height() - y2);
    out.stroke();
  }

  void box(float x, float top, float w, float h, Color fill, Color border, float wide)
      throws IOException {
    if (fill != null) {
      out.setNonStrokingColor(fill);
      out.addRect(x, height() - top - h, w, h);
      out.fill();
    }
    if (border != null) {
      out.setStrokingColor(border);
      out.setLineWidth(wide);
      out.addRect(x, height() - top - h, w, h);
      out.stroke();
    }
  }

  /** An open curve through the points, as a pen would leave it. */
  void curve(float[] points, float wide, Color color) throws IOException {
    out.setStrokingColor(color);
    out.setLineWidth(wide);
    out.setLineCapStyle(1);
    out.moveTo(points[0], height() - points[1]);
    for (int i = 2; i + 5 < points.length; i += 6) {
      out.curveTo(
          points[i],
          height() - points[i + 1],
          points[i + 2],
          height() - points[i + 3],
          points[i + 4],
          height() - points[i + 5]);
    }
    out.stroke();
  }

  void polygon(float[] points, Color fill) throws IOException {
    out.setNonStrokingColor(fill);
    out.moveTo(points[0], height() - points[1]);
    for (int i = 2; i + 1 < points.length; i += 2) {
      out.lineTo(points[i], height() - points[i + 1]);
    }
    out.closePath();
    out.fill();
  }

  /** Turns what is drawn until {@link #restore} around a point. */
  void turn(float x, float top, float degrees) throws IOException {
    out.saveGraphicsState();
    float y = height() - top;
    out.transform(Matrix.getRotateInstance(Math.toRadians(degrees), x, y));
    out.transform(Matrix.getTranslateInstance(-x, -y));
  }

  void restore() throws IOException {
    out.restoreGraphicsState();
  }
}
