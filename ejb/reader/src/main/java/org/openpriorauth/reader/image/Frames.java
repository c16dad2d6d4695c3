package org.openpriorauth.reader.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;

/** The frames of a picture file, by the JDK's own readers. */
final class Frames implements AutoCloseable {
  private final ImageReader reader;
  private final ImageInputStream in;
  private final int count;

  private Frames(ImageReader reader, ImageInputStream in, int count) {
    this.reader = reader;
    this.in = in;
    this.count = count;
  }

  /**
   * Opens a file and counts its frames.
   *
   * @throws Failure DAMAGED or TOO_MANY_PAGES
   */
  static Frames open(byte[] content, int maxPages) throws Failure {
    ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new Failure(FailureCode.DAMAGED);
    }
    ImageReader reader = readers.next();
    Frames frames = null;
    try {
      reader.setInput(in, false, false);
      frames = new Frames(reader, in, count(reader, maxPages));
      frames.shape(0);
      return frames;
    } catch (IOException | RuntimeException e) {
      reader.dispose();
      throw new Failure(FailureCode.DAMAGED);
    }
  }

  /** A TIFF is a chain of directories that may bite its own tail, so it is followed only so far. */
  private static int count(ImageReader reader, int maxPages) throws IOException, Failure {
    int count = 0;
    while (count <= maxPages) {
      try {
        reader.getWidth(count);
      } catch (IndexOutOfBoundsException e) {
        break;
      }
      count++;
    }
    if (count == 0) {
      throw new Failure(FailureCode.DAMAGED);
    }
    if (count > maxPages) {
      throw new Failure(FailureCode.TOO_MANY_PAGES);
    }
    return count;
  }

  String mediaType() throws IllegalStateException {
    return reader.getOriginatingProvider().getMIMETypes()[0];
  }

  int count() {
    return count;
  }

  /**
   * The declared shape of a frame.
   *
   * @throws Failure DAMAGED
   */
  FrameShape shape(int index) throws Failure {
    try {
      double[] dpi = Resolution.of(reader.getImageMetadata(index));
      return FrameShape.of(reader.getWidth(index), reader.getHeight(index), dpi[0], dpi[1]);
    } catch (IOException | RuntimeException e) {
      throw new Failure(FailureCode.DAMAGED, "The picture is damaged or incomplete.");
    }
  }

  /**
   * The pixels of a frame.
   *
   * @param maxPixels it is reduced while being decoded, if it has more
   * @throws Failure DAMAGED or PAGE_TOO_BIG
   */
  BufferedImage decoded(int index, long maxPixels) throws Failure {
    int times = shape(index).reduction(maxPixels);
    ImageReadParam how = reader.getDefaultReadParam();
    how.setSourceSubsampling(times, times, 0, 0);
    try {
      return reader.canReadRaster() && Cmyk.is(reader, index)
          ? Cmyk.decoded(reader.readRaster(index, how))
          : reader.read(index, how);
    } catch (IOException | RuntimeException e) {
      throw new Failure(FailureCode.DAMAGED, "The picture is damaged or incomplete.");
    }
  }

  @Override
  public void close() {
    reader.dispose();
    try {
      in.close();
    } catch (IOException e) {
      System.err.println("reader: a picture did not close cleanly");
    }
  }
}
