package org.openpriorauth.evaluation.charts;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.openpriorauth.evaluation.charts.Wrap.Piece;

/** Draws on the pages of one part and remembers what was labelled. The origin is top left. */
final class Paper {
  private final PDDocument document;
  private final Look look;
  private final List<Label> marks = new ArrayList<>();
  private final Map<String, Label> facts = new LinkedHashMap<>();
  private final int before;
  private PDPageContentStream out;
  private int page;

  Paper(PDDocument document, Look look) {
    this.document = document;
    this.look = look;
    this.before = document.getNumberOfPages();
  }

  int pages() {
    return document.getNumberOfPages() - before;
  }

  void newPage() throws IOException {
    closePage();
    PDPage sheet = new PDPage(new PDRectangle(look.pageWidth(), look.pageHeight()));
    document.addPage(sheet);
    out = new PDPageContentStream(document, sheet, AppendMode.OVERWRITE, true);
    page = pages();
  }

  void reopen(int number) throws IOException {
    closePage();
    PDPage sheet = document.getPage(before + number - 1);
    out = new PDPageContentStream(document, sheet, AppendMode.APPEND, true, true);
    page = number;
  }

  private void closePage() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }

  /** Neighbours of one weight are drawn as one string, as programs that print do. */
  void line(List<Piece> pieces, float x, float top, float size, Color ink) throws IOException {
    float at = x;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      label(piece);
      text.append(piece.text());
      boolean last = i + 1 == pieces.size();
      if (last || pieces.get(i + 1).run().bold() != piece.run().bold()) {
        at = words(text.toString(), piece.run().bold(), at, top + size * 0.93f, size, ink);
        text.setLength(0);
      }
    }
  }

  private void label(Piece piece) {
    Run run = piece.run();
    if (run.field() == null || !piece.first()) {
      return;
    }
    Label label = new Label(run.field(), run.text(), before + page);
    if (run.fact()) {
      facts.merge(run.field() + "=" + run.text(), label, (a, b) -> a.page() <= b.page() ? a : b);
    } else {
      marks.add(label);
    }
  }

  private float words(String text, boolean bold, float x, float base, float size, Color ink)
      throws IOException {
    float at = x;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : Run.EMPTY;
      if (c == Run.TICKED || c == Run.EMPTY) {
        String part = text.substring(from, i);
        string(part, bold, at, base, size, ink);
        at += look.width(part, bold, size);
        if (i < text.length()) {
          square(at + size * 0.1f, base - size * 0.75f, size * 0.78f, c == Run.TICKED);
          at += size;
        }
        from = i + 1;
      }
    }
    return at;
  }

  private void string(String text, boolean bold, float x, float base, float size, Color ink)
      throws IOException {
    if (!text.isEmpty()) {
      out.beginText();
      out.setNonStrokingColor(ink);
      out.setFont(look.font(bold), size);
      out.newLineAtOffset(x, look.pageHeight() - base);
      out.showText(text);
      out.endText();
    }
  }

  private void square(float x, float top, float side, boolean ticked) throws IOException {
    box(x, top, side, side, null, Color.BLACK);
    if (ticked) {
      rule(x + 1, top + 1, x + side - 1, top + side - 1, 1.1f, Color.BLACK);
      rule(x + 1, top + side - 1, x + side - 1, top + 1, 1.1f, Color.BLACK);
    }
  }

  void rule(float x1, float y1, float x2, float y2, float wide, Color ink) throws IOException {
    out.setStrokingColor(ink);
    out.setLineWidth(wide);
    out.moveTo(x1, look.pageHeight() - y1);
    out.lineTo(x2, look.pageHeight() - y2);
    out.stroke();
  }

  void box(float x, float top, float w, float h, Color fill, Color edge) throws IOException {
    if (fill != null) {
      out.setNonStrokingColor(fill);
      out.addRect(x, look.pageHeight() - top - h, w, h);
      out.fill();
    }
    if (edge != null) {
      out.setStrokingColor(edge);
      out.setLineWidth(0.7f);
      out.addRect(x, look.pageHeight() - top - h, w, h);
      out.stroke();
    }
  }

  /** The labels, by pages of the whole document; facts come before marks. */
  List<Label> finish() throws IOException {
    closePage();
    List<Label> labels = new ArrayList<>(facts.values());
    labels.addAll(marks);
    return labels;
  }
}
