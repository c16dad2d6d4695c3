package org.openpriorauth.samples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Photographs a card on a table top: at an angle, in one-sided light, with a glare and grain. */
public record Camera(Options options) {
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 980;
  private static final double[][] CORNERS = {{128, 138}, {1266, 96}, {1302, 838}, {104, 862}};

  public byte[] shoot(byte[] pdf) throws IOException {
    Random random = new Random((long) options.number("seed", 1));
    BufferedImage card = card(pdf);
    Perspective view = Perspective.back(CORNERS, card.getWidth() - 1, card.getHeight() - 1);
    double[] wood = wood(random);
    BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int[] colour = table(x, y, wood);
        shadow(colour, card, view, x - 7, y - 9);
        over(colour, card, view.u(x, y), view.v(x, y));
        photo.setRGB(x, y, exposed(colour, x, y, random));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(photo, options.text("format", "png"), bytes);
    return bytes.toByteArray();
  }

  /** The flat card with its round corners, the rest clear. */
  private static BufferedImage card(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage flat = new PDFRenderer(document).renderImageWithDPI(0, 400, ImageType.RGB);
      int type = BufferedImage.TYPE_INT_ARGB;
      BufferedImage card = new BufferedImage(flat.getWidth(), flat.getHeight(), type);
      Graphics2D graphics = card.createGraphics();
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setClip(new RoundRectangle2D.Float(0, 0, flat.getWidth(), flat.getHeight(), 70, 70));
      graphics.drawImage(flat, 0, 0, null);
      graphics.dispose();
      return card;
    }
  }

  private static double[] wood(Random random) {
    double[] grain = new double[HEIGHT + 200];
    double drift = 0;
    for (int i = 0; i < grain.length; i++) {
      drift = drift * 0.86 + random.nextGaussian() * 4.5;
      grain[i] = drift;
    }
    return grain;
  }

  private int[] table(int x, int y, double[] wood) {
    int at = (int) (y + 60 + 14 * Math.sin(x / 190.0) + 6 * Math.sin(x / 47.0));
    double shade = wood[Math.max(0, Math.min(wood.length - 1, at))];
    int base = Integer.decode(options.text("table", "#8A6242"));
    return new int[] {
      (int) ((base >> 16 & 0xff) + shade),
      (int) ((base >> 8 & 0xff) + shade * 0.9),
      (int) ((base & 0xff) + shade * 0.8)
    };
  }

  private static void shadow(int[] colour, BufferedImage card, Perspective view, int x, int y) {
    double u = view.u(x, y);
    double v = view.v(x, y);
    if (u > 0 && v > 0 && u < card.getWidth() && v < card.getHeight()) {
      for (int i = 0; i < 3; i++) {
        colour[i] = colour[i] * 5 / 9;
      }
    }
  }

  /** Lays the card's colour over the table's, mixed from its four nearest points. */
  private static void over(int[] colour, BufferedImage card, double u, double v) {
    int x = (int) Math.floor(u);
    int y = (int) Math.floor(v);
    if (x < 0 || y < 0 || x + 1 >= card.getWidth() || y + 1 >= card.getHeight()) {
      return;
    }
    double[] sum = new double[4];
    for (int i = 0; i < 4; i++) {
      int rgb = card.getRGB(x + i % 2, y + i / 2);
      double share = (i % 2 == 0 ? 1 - u + x : u - x) * (i / 2 == 0 ? 1 - v + y : v - y);
      double alpha = (rgb >>> 24) / 255.0 * share;
      sum[0] += (rgb >> 16 & 0xff) * alpha;
      sum[1] += (rgb >> 8 & 0xff) * alpha;
      sum[2] += (rgb & 0xff) * alpha;
      sum[3] += alpha;
    }
    for (int i = 0; i < 3; i++) {
      colour[i] = (int) (sum[i] + colour[i] * (1 - sum[3]));
    }
  }

  /** Light falls from the upper left; a lamp glares on the plastic. */
  private int exposed(int[] colour, int x, int y, Random random) {
    double light = 1.02 - 0.26 * x / WIDTH - 0.16 * y / HEIGHT;
    double dx = (x - options.number("glarex", 1080)) / 150;
    double dy = (y - options.number("glarey", 200)) / 60;
    double glare = 46 * Math.exp(-(dx * dx + dy * dy));
    double grain = random.nextGaussian() * 2.5;
    int rgb = 0;
    for (int part : colour) {
      rgb = rgb << 8 | Raster.clamp(part * light + glare + grain) & 0xff;
    }
    return rgb;
  }
}
