package org.openpriorauth.packet.pdfbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Stores a page's picture in the least room that keeps it legible: black and white by CCITT group
 * 4; otherwise lossless if that is small, then gray in 16 steps, then JPEG.
 */
final class Pictures {
  /** Bytes that a lossless page may take. */
  private static final int SMALL = 100_000;

  private static final float QUALITY = 0.6f;

  /** Nearer to black or white than this is black or white. */
  private static final int MARGIN = 8;

  private final PDDocument document;

  Pictures(PDDocument document) {
    this.document = document;
  }

  PDImageXObject store(Pixels pixels) throws IOException {
    return pixels.gray() == null ? colour(pixels) : gray(pixels);
  }

  private PDImageXObject gray(Pixels pixels) throws IOException {
    byte[] gray = pixels.gray();
    if (bitonal(gray)) {
      return groupFour(pixels);
    }
    byte[] exact = flate(gray);
    if (exact.length <= SMALL) {
      return image(pixels, exact, COSName.FLATE_DECODE, 8);
    }
    byte[] steps = flate(sixteenSteps(pixels));
    if (steps.length <= SMALL) {
      return image(pixels, steps, COSName.FLATE_DECODE, 4);
    }
    byte[] jpeg = jpeg(grayImage(pixels));
    return jpeg.length < steps.length
        ? image(pixels, jpeg, COSName.DCT_DECODE, 8)
        : image(pixels, steps, COSName.FLATE_DECODE, 4);
  }

  private PDImageXObject colour(Pixels pixels) throws IOException {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    image.createGraphics().drawImage(pixels.image(), 0, 0, null);
    byte[] jpeg = jpeg(image);
    PDImageXObject exact = LosslessFactory.createFromImage(document, image);
    if (exact.getStream().getLength() <= Math.max(SMALL, jpeg.length)) {
      return exact;
    }
    exact.getCOSObject().close();
    return image(pixels, jpeg, COSName.DCT_DECODE, 8);
  }

  private PDImageXObject image(Pixels pixels, byte[] encoded, COSName filter, int bits)
      throws IOException {
    PDColorSpace space = pixels.gray() == null ? PDDeviceRGB.INSTANCE : PDDeviceGray.INSTANCE;
    return new PDImageXObject(
        document,
        new ByteArrayInputStream(encoded),
        filter,
        pixels.width(),
        pixels.height(),
        bits,
        space);
  }

  private static boolean bitonal(byte[] gray) {
    for (byte pixel : gray) {
      int value = pixel & 0xff;
      if (value > MARGIN && value < 255 - MARGIN) {
        return false;
      }
    }
    return true;
  }

  /** As PDFBox's own factory does it, but from bits: pixel by pixel it takes most of a packet. */
  private PDImageXObject groupFour(Pixels pixels) throws IOException {
    COSDictionary how = new COSDictionary();
    how.setInt(COSName.COLUMNS, pixels.width());
    how.setInt(COSName.ROWS, pixels.height());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FilterFactory.INSTANCE
        .getFilter(COSName.CCITTFAX_DECODE)
        .encode(new ByteArrayInputStream(black(pixels)), out, how, 0);
    how.setInt(COSName.K, -1);
    PDImageXObject image = image(pixels, out.toByteArray(), COSName.CCITTFAX_DECODE, 1);
    image.getCOSObject().setItem(COSName.DECODE_PARMS, how);
    return image;
  }

  /** A bit a pixel, 1 for black, each row from a byte of its own. */
  private static byte[] black(Pixels pixels) {
    int stride = (pixels.width() + 7) / 8;
    byte[] packed = new byte[stride * pixels.height()];
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        if (pixels.gray()[y * pixels.width() + x] >= 0) {
          packed[y * stride + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return packed;
  }

  private static BufferedImage grayImage(Pixels pixels) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), pixels.gray());
    return image;
  }

  private static byte[] sixteenSteps(Pixels pixels) {
    int stride = (pixels.width() + 1) / 2;
    byte[] packed = new byte[stride * pixels.height()];
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        int step = Math.round((pixels.gray()[y * pixels.width() + x] & 0xff) / 17f);
        packed[y * stride + x / 2] |= (byte) (x % 2 == 0 ? step << 4 : step);
      }
    }
    return packed;
  }

  private static byte[] flate(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream to = new DeflaterOutputStream(out, deflater)) {
      to.write(plain);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    // In memory: ImageIO's own choice is a file, and the page is a patient's.
    try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(to);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
