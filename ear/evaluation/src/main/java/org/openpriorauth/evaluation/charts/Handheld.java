package org.openpriorauth.evaluation.charts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.openpriorauth.samples.Options;
import org.openpriorauth.samples.Perspective;

/** Photographs a first page by telephone, from above, by one lamp, with a hand's shadow on it. */
record Handheld(Options options) {
  private static final int WIDTH = 1700;
  private static final int HEIGHT = 2200;

  byte[] shoot(byte[] pdf) throws IOException {
    Random random = new Random((long) options.number("seed", 3));
    BufferedImage page;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      page = new PDFRenderer(document).renderImageWithDPI(0, 220, ImageType.GRAY);
    }
    double tilt = options.number("tilt", 40);
    double[][] corners = {
      {70 + tilt, 90}, {WIDTH - 60 - tilt * 0.6, 60 + tilt * 0.5},
      {WIDTH - 40, HEIGHT - 80}, {45, HEIGHT - 60 - tilt * 0.4}
    };
    Perspective view = Perspective.back(corners, page.getWidth() - 1, page.getHeight() - 1);
    BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double light = light(x, y) + random.nextGaussian() * 0.014;
        photo.setRGB(x, y, colour(ink(page, view.u(x, y), view.v(x, y)), light));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(photo, options.text("format", "png"), bytes);
    return bytes.toByteArray();
  }

  private static int colour(double ink, double light) {
    double table = ink < 0 ? 0.42 : ink;
    int red = channel(table * light * 250);
    int blue = channel(table * light * (ink < 0 ? 170 : 232));
    return red << 16 | channel(table * light * 243) << 8 | blue;
  }

  private static int channel(double value) {
    return (int) Math.max(0, Math.min(255, value));
  }

  /** Dimmer to one side; darker where the hand is in the way. */
  private double light(int x, int y) {
    double side = options.number("shade", 0.3f);
    double fall = 1 - side * x / WIDTH - 0.12 * y / HEIGHT;
    double dx = (x - WIDTH * 0.86) / 420;
    double dy = (y - HEIGHT * 0.8) / 620;
    return fall * (1 - side * Math.exp(-dx * dx - dy * dy));
  }

  /** How white the paper is at a place between four points, or −1 beside it. */
  private static double ink(BufferedImage page, double u, double v) {
    int x = (int) Math.floor(u);
    int y = (int) Math.floor(v);
    if (x < 0 || y < 0 || x + 1 >= page.getWidth() || y + 1 >= page.getHeight()) {
      return -1;
    }
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      double share = (i % 2 == 0 ? 1 - u + x : u - x) * (i / 2 == 0 ? 1 - v + y : v - y);
      sum += page.getRaster().getSample(x + i % 2, y + i / 2, 0) * share;
    }
    return 0.1 + 0.9 * sum / 255;
  }
}
