package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;

/** A payer's form, filled on screen: the values are not in the page but in its fields. */
class FormPdfTest {
  private static byte[] form(boolean script) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      pdf.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
        Pdfs.prose().write(pdf, out);
        Pdfs.text(out, 72, 750, 10, "Requested drug");
      }
      PDAcroForm form = new PDAcroForm(pdf);
      pdf.getDocumentCatalog().setAcroForm(form);
      PDResources resources = new PDResources();
      resources.put(COSName.getPDFName("Helv"), Pdfs.helvetica());
      form.setDefaultResources(resources);
      form.setDefaultAppearance("/Helv 10 Tf 0 g");
      PDTextField field = new PDTextField(form);
      field.setPartialName("drug");
      form.getFields().add(field);
      PDAnnotationWidget widget = field.getWidgets().get(0);
      widget.setRectangle(new PDRectangle(200, 745, 200, 16));
      widget.setPage(page);
      widget.setPrinted(true);
      page.getAnnotations().add(widget);
      field.setValue("Adalimumab 40 mg");
      if (script) {
        pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
      }
      return Pdfs.bytes(pdf);
    }
  }

  @Test
  void theValuesAreReadBesideTheirLabels() throws IOException {
    Frame page = Loop.page(form(false), 1);

    assertThat(List.of(page.string("text").lines().findFirst().orElseThrow().split(" {3,}")))
        .containsExactly("Requested drug", "Adalimumab 40 mg");
  }

  @Test
  void aScriptIsReportedAndNotRun() throws IOException {
    assertThat(Loop.read(form(true)).get(0).flags()).containsExactly("active_content");
    assertThat(Loop.read(form(false)).get(0).flags()).isEmpty();
  }
}
