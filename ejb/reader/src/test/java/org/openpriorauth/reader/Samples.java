package org.openpriorauth.reader;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** A made-up letter, drawn as a scanner or a fax would deliver it. */
public final class Samples {
  static final String[] LETTER = {
    "Riverbend Rheumatology Associates",
    "Request for prior authorization of adalimumab",
    "Patient: Margaret Holloway    Date of birth: 04/17/1968",
    "Member number: W2239184    Plan: Northern Prairie Health",
    "Diagnosis: rheumatoid arthritis with rheumatoid factor, M05.79",
    "The patient has had active disease for more than three years. She was",
    "treated with methotrexate twenty milligrams weekly from January to June",
    "and with leflunomide twenty milligrams daily from July to October. Both",
    "were stopped because the disease remained active, with eleven tender and",
    "nine swollen joints and an elevated sedimentation rate. Tuberculosis was",
    "excluded by a blood test in September. There is no history of heart",
    "failure or demyelinating disease. We ask for approval of adalimumab forty",
    "milligrams every other week by subcutaneous injection for twelve months.",
    "A delay would put her joints at risk of further erosion and disability.",
    "Please call the clinic with any question about this request.",
    "Signed electronically by Daniel Okafor, physician, on November twelfth"
  };

  private static final double LINE = 24;
  private static final double TOP = 90;

  private Samples() {}

  /** Where a line of the letter stands, in points from the top. */
  static double baseline(int line) {
    return TOP + LINE * line;
  }

  /** The letter on a page of letter size, in twelve points. */
  public static BufferedImage page(int dpi) {
    return page(dpi, LETTER);
  }

  static BufferedImage page(int dpi, String... lines) {
    int width = (int) (8.5 * dpi);
    int height = 11 * dpi;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 12).deriveFont((float) (dpi / 72.0 * 12)));
    for (int i = 0; i < lines.length; i++) {
      graphics.drawString(lines[i], dpi, (float) (baseline(i) / 72 * dpi));
    }
    graphics.dispose();
    return image;
  }

  /** Turned about its middle, white around; positive is clockwise. */
  static BufferedImage turned(BufferedImage image, double degrees) {
    boolean sideways = Math.abs(degrees) == 90;
    int width = sideways ? image.getHeight() : image.getWidth();
    int height = sideways ? image.getWidth() : image.getHeight();
    BufferedImage turned = new BufferedImage(width, height, image.getType());
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.translate(width / 2.0, height / 2.0);
    graphics.rotate(Math.toRadians(degrees));
    graphics.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return turned;
  }

  /** Black and white with lone specks, always the same ones. */
  static BufferedImage faxed(BufferedImage image, double specks) {
    Random random = new Random(7);
    BufferedImage fax =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean black = image.getRaster().getSample(x, y, 0) < 140;
        boolean speck = random.nextDouble() < specks;
        fax.getRaster().setSample(x, y, 0, black != speck ? 0 : 1);
      }
    }
    return fax;
  }

  /** Every other line only, as a fax in standard resolution has it. */
  static BufferedImage halfLines(BufferedImage fax) {
    BufferedImage half =
        new BufferedImage(fax.getWidth(), fax.getHeight() / 2, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < half.getHeight(); y++) {
      for (int x = 0; x < half.getWidth(); x++) {
        half.getRaster().setSample(x, y, 0, fax.getRaster().getSample(x, 2 * y, 0));
      }
    }
    return half;
  }

  /** A photograph in bad light: shade to one corner and grain. */
  static BufferedImage photographed(BufferedImage image) {
    Random random = new Random(11);
    BufferedImage photo =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        double light = 1 - 0.55 * x / image.getWidth() * (0.4 + 0.6 * y / image.getHeight());
        double shade = image.getRaster().getSample(x, y, 0) * light * 0.9 + 12;
        int grey = (int) Math.max(0, Math.min(255, shade + 9 * random.nextGaussian()));
        photo.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return photo;
  }

  /** The share of the words that were read, each at most as often as it was read. */
  static double accuracy(String expected, String read) {
    List<String> left = new java.util.ArrayList<>(List.of(read.trim().split("\\s+")));
    String[] words = expected.trim().split("\\s+");
    int found = 0;
    for (String word : words) {
      found += left.remove(word) ? 1 : 0;
    }
    return (double) found / words.length;
  }
}
