package org.openpriorauth.reader;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws lines of joined loops on a wandering base line, as a quick hand does; always the same. */
final class Hand {
  private final Random random;
  private final double point;

  private Hand(int seed, double point) {
    this.random = new Random(seed);
    this.point = point;
  }

  /** A page of letter size, its upper part left as it is. */
  static BufferedImage page(int dpi, int seed, int lines, String... printed) {
    BufferedImage image = Samples.page(dpi, printed);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.BLACK);
    double point = dpi / 72.0;
    graphics.setStroke(
        new BasicStroke((float) (1.3 * point), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Hand hand = new Hand(seed, point);
    double top = Samples.baseline(printed.length) + 20;
    for (int line = 0; line < lines; line++) {
      hand.line(graphics, top + 30 * line);
    }
    graphics.dispose();
    return image;
  }

  private void line(Graphics2D graphics, double baseline) {
    double x = 60 + 20 * random.nextDouble();
    double slope = (random.nextDouble() - 0.5) * 0.06;
    while (x < 520) {
      int letters = 1 + random.nextInt(8);
      x = word(graphics, x, baseline + slope * (x - 60) + 3 * random.nextGaussian(), letters);
      x += 10 + 10 * random.nextDouble();
    }
  }

  private double word(Graphics2D graphics, double left, double baseline, int letters) {
    Path2D path = new Path2D.Double();
    double x = left;
    path.moveTo(x * point, baseline * point);
    for (int i = 0; i < letters; i++) {
      double height = 6 + 3 * random.nextGaussian();
      double kind = random.nextDouble();
      if (kind < 0.25) {
        height = 15 + 3 * random.nextGaussian();
      } else if (kind < 0.4) {
        height = -(10 + 3 * random.nextGaussian());
      }
      double width = 5 + 5 * random.nextDouble();
      double slant = 0.3 * height;
      double y = baseline + 2 * random.nextGaussian();
      path.curveTo(
          (x + width * 1.2 + slant) * point,
          (baseline - height * 0.3) * point,
          (x + width * 0.6 + slant) * point,
          (baseline - height * 1.3) * point,
          (x + width * 0.3 + slant * 0.5) * point,
          (baseline - height * 0.8) * point);
      path.curveTo(
          (x + width * 0.1) * point,
          (baseline - height * 0.3) * point,
          (x + width * 0.5) * point,
          (y + 2) * point,
          (x + width) * point,
          y * point);
      x += width;
    }
    graphics.draw(path);
    return x;
  }
}
