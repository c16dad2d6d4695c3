package org.openpriorauth.wire.pdf;

import java.io.IOException;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;

/** Puts what was laid out on the pages. */
public final class Ink {
  private final PDDocument document;
  private final Function<Object, PDPage> targets;

  /**
   * @param targets the page that a run's target means
   */
  public Ink(PDDocument document, Function<Object, PDPage> targets) {
    this.document = document;
    this.targets = targets;
  }

  public void draw(Sheet sheet, PDPage page) throws IOException {
    try (PDPageContentStream to =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      for (Sheet.Mark mark : sheet.marks()) {
        draw(mark, to, page);
      }
    }
  }

  private void draw(Sheet.Mark mark, PDPageContentStream to, PDPage page) throws IOException {
    float height = page.getMediaBox().getHeight();
    if (mark instanceof Sheet.Words words) {
      words(words, to, height);
      if (words.run().target() != null) {
        link(words, page, height);
      }
    } else if (mark instanceof Sheet.Rule rule) {
      to.setLineWidth(rule.weight());
      to.moveTo(rule.x(), height - rule.y());
      to.lineTo(rule.x() + rule.width(), height - rule.y());
      to.stroke();
    } else if (mark instanceof Sheet.Frame frame) {
      to.setLineWidth(frame.weight());
      to.addRect(frame.x(), height - frame.y() - frame.height(), frame.width(), frame.height());
      to.stroke();
    }
  }

  private static void words(Sheet.Words words, PDPageContentStream to, float height)
      throws IOException {
    Style style = words.run().style();
    to.beginText();
    to.setFont(style.face().font(), style.size());
    to.setNonStrokingColor(style.ink());
    to.newLineAtOffset(words.x(), height - words.y());
    to.showText(words.run().text().replace('\u00a0', ' '));
    to.endText();
  }

  private void link(Sheet.Words words, PDPage page, float height) throws IOException {
    Style style = words.run().style();
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(
        new PDRectangle(
            words.x(),
            height - words.y() - style.size() * 0.25f,
            style.width(words.run().text()),
            style.size() * 1.15f));
    PDBorderStyleDictionary none = new PDBorderStyleDictionary();
    none.setWidth(0);
    link.setBorderStyle(none);
    PDPageFitDestination target = new PDPageFitDestination();
    target.setPage(targets.apply(words.run().target()));
    link.setDestination(target);
    page.getAnnotations().add(link);
  }
}
