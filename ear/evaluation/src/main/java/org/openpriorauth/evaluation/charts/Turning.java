package org.openpriorauth.evaluation.charts;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;
import org.openpriorauth.samples.Options;

/**
 * Sheets laid on the glass the wrong way, and files put together from printed and scanned pages.
 */
final class Turning {
  private Turning() {}

  /** Every page on its head. */
  static byte[] upsideDown(byte[] pdf) throws IOException {
    try (PDDocument print = Loader.loadPDF(pdf);
        PDDocument turned = new PDDocument()) {
      LayerUtility layers = new LayerUtility(turned);
      for (int i = 0; i < print.getNumberOfPages(); i++) {
        PDPage page = new PDPage(print.getPage(i).getMediaBox());
        turned.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(turned, page)) {
          float width = page.getMediaBox().getWidth();
          out.transform(new Matrix(-1, 0, 0, -1, width, page.getMediaBox().getHeight()));
          out.drawForm(layers.importPageAsForm(print, i));
        }
      }
      return Bytes.of(turned);
    }
  }

  /** {@code turn=0,90}: by how much each page is turned when it is shown; the last goes on. */
  static byte[] sideways(byte[] pdf, Options options) throws IOException {
    List<String> turns = List.of(options.text("turn", "0").split(","));
    try (PDDocument scan = Loader.loadPDF(pdf)) {
      for (int i = 0; i < scan.getNumberOfPages(); i++) {
        String turn = turns.get(Math.min(i, turns.size() - 1));
        scan.getPage(i).setRotation(Integer.parseInt(turn));
      }
      return Bytes.of(scan);
    }
  }

  /** {@code scanned=2}: these pages come from the glass, the others from the program. */
  static byte[] mixed(byte[] printed, byte[] scanned, Options options) throws IOException {
    List<String> pages = List.of(options.text("scanned", "1").split(","));
    try (PDDocument print = Loader.loadPDF(printed);
        PDDocument scan = Loader.loadPDF(scanned);
        PDDocument whole = new PDDocument()) {
      for (int i = 0; i < print.getNumberOfPages(); i++) {
        whole.importPage((pages.contains("" + (i + 1)) ? scan : print).getPage(i));
      }
      return Bytes.of(whole);
    }
  }
}
