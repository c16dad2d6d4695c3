package org.openpriorauth.samples;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.openpriorauth.samples.Typeface.Weight;

/**
 * Sends a printed document by telephone: a TIFF of Group 4 pages, 204 dots to the inch across and
 * 196 down, or what {@code down} says (98: standard).
 */
public record FaxMachine(Options options, String header) {
  private static final int DPI_X = 204;
  private static final float FINE = 196;
  private static final int STRIP = 16;

  public byte[] send(byte[] pdf) throws IOException {
    Random random = new Random((long) options.number("seed", 1));
    try (PDDocument print = Loader.loadPDF(pdf);
        PDDocument heads = heads(print.getNumberOfPages())) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
      try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
        for (int i = 0; i < print.getNumberOfPages(); i++) {
          write(writer, page(print, heads, i, random), Math.round(down()));
        }
        writer.endWriteSequence();
      } finally {
        writer.dispose();
      }
      return bytes.toByteArray();
    }
  }

  private float down() {
    return options.number("down", FINE);
  }

  /** The line that the receiving machine adds, one strip of paper for each page. */
  private PDDocument heads(int pages) throws IOException {
    PDDocument document = new PDDocument();
    Sheet sheet = new Sheet(document, 612, STRIP, false);
    for (int i = 0; i < pages; i++) {
      sheet.newPage();
      String line =
          header
              .replace("{page}", "%03d".formatted(i + 1))
              .replace("{pages}", "%03d".formatted(pages));
      Prose prose = new Prose(Typeface.named("courier"), 8.6f);
      List<Prose.Run> run = List.of(new Prose.Run(line, Weight.BOLD));
      sheet.text(prose, run, 14, 3, Sheet.INK);
    }
    sheet.endPage();
    return document;
  }

  private BufferedImage page(PDDocument print, PDDocument heads, int index, Random random)
      throws IOException {
    String[] skews = options.text("skew", "0.3").split(",");
    double skew = Double.parseDouble(skews[index % skews.length]);
    BufferedImage grey = Raster.page(print, index, DPI_X, down(), skew);
    Graphics2D graphics = grey.createGraphics();
    graphics.drawImage(Raster.page(heads, index, DPI_X, down(), 0), 0, 4, null);
    graphics.dispose();
    Raster.soften(grey, options.number("soften", 0.25f));
    BufferedImage page = Raster.bilevel(grey, random, (int) options.number("threshold", 150), 35);
    pepper(page, random, (int) options.number("speckle", 260));
    if (options.has("streak")) {
      streak(page, random);
    }
    return page;
  }

  private static void pepper(BufferedImage page, Random random, int count) {
    for (int i = 0; i < count; i++) {
      int x = random.nextInt(page.getWidth() - 3);
      int y = random.nextInt(page.getHeight() - 3);
      page.setRGB(x, y, 0xff000000);
      if (random.nextInt(4) == 0) {
        page.setRGB(x + 1, y, 0xff000000);
        page.setRGB(x, y + 1, 0xff000000);
      }
    }
  }

  /** Dirt on the sender's glass: a thin broken line down the page. */
  private static void streak(BufferedImage page, Random random) {
    int x = page.getWidth() * 96 / 100;
    for (int y = 0; y < page.getHeight(); y++) {
      if (random.nextInt(10) < 6) {
        page.setRGB(x, y, 0xff000000);
      }
    }
  }

  private static void write(ImageWriter writer, BufferedImage page, int down) throws IOException {
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType("CCITT T.6");
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(page), param);
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
    directory.addTIFFField(ratio(BaselineTIFFTagSet.TAG_X_RESOLUTION, DPI_X));
    directory.addTIFFField(ratio(BaselineTIFFTagSet.TAG_Y_RESOLUTION, down));
    directory.addTIFFField(
        number(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT, BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
    directory.addTIFFField(number(BaselineTIFFTagSet.TAG_ROWS_PER_STRIP, page.getHeight()));
    writer.writeToSequence(new IIOImage(page, null, directory.getAsMetadata()), param);
  }

  private static TIFFField ratio(int tag, int value) {
    TIFFTag known = BaselineTIFFTagSet.getInstance().getTag(tag);
    return new TIFFField(known, TIFFTag.TIFF_RATIONAL, 1, new long[][] {{value, 1}});
  }

  private static TIFFField number(int tag, int value) {
    return new TIFFField(BaselineTIFFTagSet.getInstance().getTag(tag), value);
  }
}
