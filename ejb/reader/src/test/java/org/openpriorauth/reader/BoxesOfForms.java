package org.openpriorauth.reader;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A form whose boxes are drawn, each with another mark, as PDF programs draw them. */
final class BoxesOfForms {
  static final String EMPTY = "Urgent";
  static final String CROSSED = "Standard";
  static final String TICKED = "Inpatient";
  static final String FILLED = "Outpatient";
  static final String LETTER = "Initial";
  static final String SIGN = "Renewal";
  static final String DOT = "Retrospective";
  static final String WHITED = "Emergency";

  private static final String[] CHOICES = {
    EMPTY, CROSSED, TICKED, FILLED, LETTER, SIGN, DOT, WHITED
  };
  private static final float SIZE = 10;

  private BoxesOfForms() {}

  static byte[] drawn() {
    return Pdfs.letter(BoxesOfForms::write);
  }

  static void write(PDDocument pdf, PDPageContentStream out) throws IOException {
    Pdfs.prose(500).write(pdf, out);
    for (int i = 0; i < CHOICES.length; i++) {
      float y = 740 - 24 * i;
      out.setLineWidth(0.8f);
      out.addRect(72, y, SIZE, SIZE);
      out.stroke();
      mark(CHOICES[i], y, out);
      Pdfs.text(out, 90, y + 2, 10, CHOICES[i] + " request of the practice");
    }
  }

  private static void mark(String choice, float y, PDPageContentStream out) throws IOException {
    switch (choice) {
      case CROSSED, WHITED -> {
        line(out, 74, y + 2, 80, y + 8);
        line(out, 74, y + 8, 80, y + 2);
        if (choice.equals(WHITED)) {
          out.setNonStrokingColor(Color.WHITE);
          out.addRect(73, y + 1, 8, 8);
          out.fill();
          out.setNonStrokingColor(Color.BLACK);
        }
      }
      case TICKED -> {
        out.moveTo(74, y + 5);
        out.lineTo(76, y + 2);
        out.lineTo(81, y + 11);
        out.stroke();
      }
      case FILLED -> {
        out.addRect(74, y + 2, 6, 6);
        out.fill();
      }
      case LETTER -> Pdfs.text(out, 73.5, y + 1.5, 10, "X");
      case SIGN -> {
        out.beginText();
        out.setFont(new PDType1Font(FontName.ZAPF_DINGBATS), 10);
        out.newLineAtOffset(73, y + 1.5f);
        out.showText("\u2714");
        out.endText();
      }
      case DOT -> line(out, 76, y + 5, 77.5f, y + 5.5f);
      default -> {
        // Left as it is.
      }
    }
  }

  private static void line(PDPageContentStream out, float x1, float y1, float x2, float y2)
      throws IOException {
    out.moveTo(x1, y1);
    out.lineTo(x2, y2);
    out.stroke();
  }
}
