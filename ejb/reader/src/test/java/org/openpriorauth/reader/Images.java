package org.openpriorauth.reader;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
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

/** Writes picture files. */
final class Images {
  private Images() {}

  static byte[] file(String format, BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException(format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG for print, its colours inverted as all programs write them. */
  static byte[] fourColours(BufferedImage image) {
    WritableRaster raster =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        raster.setPixel(x, y, new int[] {255, 255, 255, image.getRaster().getSample(x, y, 0)});
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, null));
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  /** A TIFF of several pages with a declared resolution. */
  static byte[] tiff(String compression, int dpiX, int dpiY, BufferedImage... pages) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType(compression);
      for (BufferedImage page : Arrays.asList(pages)) {
        writer.writeToSequence(
            new IIOImage(page, null, resolution(writer, page, how, dpiX, dpiY)), how);
      }
      writer.endWriteSequence();
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadata resolution(
      ImageWriter writer, BufferedImage page, ImageWriteParam how, int dpiX, int dpiY)
      throws IOException {
    IIOMetadata plain =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(page), how);
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(plain);
    BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
    directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), 2));
    directory.addTIFFField(ratio(tags.getTag(BaselineTIFFTagSet.TAG_X_RESOLUTION), dpiX));
    directory.addTIFFField(ratio(tags.getTag(BaselineTIFFTagSet.TAG_Y_RESOLUTION), dpiY));
    return directory.getAsMetadata();
  }

  private static TIFFField ratio(TIFFTag tag, int value) {
    return new TIFFField(tag, TIFFTag.TIFF_RATIONAL, 1, new long[][] {{value, 1}});
  }
}
