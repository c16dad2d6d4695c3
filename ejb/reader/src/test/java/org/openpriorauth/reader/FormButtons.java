package org.openpriorauth.reader;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** A form with check boxes and radio buttons, whose state is in their dictionaries. */
final class FormButtons {
  private static final String[][] BUTTONS = {
    {"Buy and bill", "Yes", "Yes"},
    {"Specialty pharmacy", "Off", "Off"},
    {"Home infusion", "Off", "Yes"},
    {"Continuation", "1", null},
    {"New start", "Off", null}
  };

  private FormButtons() {}

  static byte[] form() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      pdf.addPage(page);
      PDAcroForm form = new PDAcroForm(pdf);
      pdf.getDocumentCatalog().setAcroForm(form);
      try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
        Pdfs.prose(500).write(pdf, out);
        for (int i = 0; i < BUTTONS.length; i++) {
          float y = 740 - 24 * i;
          out.addRect(72, y, 10, 10);
          out.stroke();
          Pdfs.text(out, 90, y + 2, 10, BUTTONS[i][0] + " as the practice asks");
          page.getAnnotations().add(button(y, BUTTONS[i][1], BUTTONS[i][2]));
        }
      }
      return Pdfs.bytes(pdf);
    }
  }

  /**
   * @param value what the field itself stores; null for one of several radio buttons, whose parent
   *     does
   */
  private static PDAnnotationWidget button(float y, String state, String value) {
    COSDictionary field = new COSDictionary();
    field.setItem(COSName.TYPE, COSName.ANNOT);
    field.setItem(COSName.SUBTYPE, COSName.getPDFName("Widget"));
    COSDictionary holder = field;
    if (value == null) {
      holder = new COSDictionary();
      field.setItem(COSName.PARENT, holder);
      holder.setItem(COSName.V, COSName.getPDFName("1"));
      holder.setInt(COSName.FF, 1 << 15);
    } else {
      field.setItem(COSName.V, COSName.getPDFName(value));
    }
    holder.setItem(COSName.FT, COSName.BTN);
    field.setItem(COSName.AS, COSName.getPDFName(state));
    PDAnnotationWidget widget = new PDAnnotationWidget(field);
    widget.setRectangle(new PDRectangle(72, y, 10, 10));
    widget.setPrinted(true);
    return widget;
  }
}
