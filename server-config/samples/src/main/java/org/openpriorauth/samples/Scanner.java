package org.openpriorauth.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Puts a printed document on the glass: a PDF of pictures, without text. */
public record Scanner(Options options) {

  public byte[] scan(byte[] pdf) throws IOException {
    Random random = new Random((long) options.number("seed", 1));
    try (PDDocument print = Loader.loadPDF(pdf);
        PDDocument scan = new PDDocument()) {
      for (int i = 0; i < print.getNumberOfPages(); i++) {
        add(scan, print, i, random);
      }
      return Typesetter.save(
          scan, options.text("made", "2026-11-02T09:00:00"), "MFP Scan to Folder 4.1");
    }
  }

  private void add(PDDocument scan, PDDocument print, int index, Random random) throws IOException {
    float dpi = options.number("dpi", 200);
    BufferedImage grey = Raster.page(print, index, dpi, dpi, skew(index));
    Raster.soften(grey, options.number("soften", 0.35f));
    Raster.age(grey, random, options.number("grain", 5), (int) options.number("dust", 60));
    PDPage page = new PDPage(print.getPage(index).getMediaBox());
    scan.addPage(page);
    PDImageXObject picture = picture(scan, grey, random);
    try (PDPageContentStream out = new PDPageContentStream(scan, page)) {
      out.drawImage(picture, 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
    }
  }

  private PDImageXObject picture(PDDocument scan, BufferedImage grey, Random random)
      throws IOException {
    if (options.has("bilevel")) {
      return CCITTFactory.createFromImage(scan, Raster.bilevel(grey, random, 150, 10));
    }
    return JPEGFactory.createFromImage(scan, grey, options.number("quality", 0.55f));
  }

  private double skew(int index) {
    String[] skews = options.text("skew", "0.4").split(",");
    return Double.parseDouble(skews[index % skews.length]);
  }
}
