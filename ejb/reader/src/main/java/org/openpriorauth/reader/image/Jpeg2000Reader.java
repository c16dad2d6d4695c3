package org.openpriorauth.reader.image;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.openpriorauth.reader.ocr.Jpeg2000;

/** JPEG 2000 for ImageIO, where PDFBox looks for it. One frame, gray or red-green-blue. */
final class Jpeg2000Reader extends ImageReader {
  private byte[] file;
  private int[] size;

  Jpeg2000Reader(ImageReaderSpi provider) {
    super(provider);
  }

  @Override
  public void setInput(Object source, boolean forwardOnly, boolean ignoreMetadata) {
    super.setInput(source, forwardOnly, ignoreMetadata);
    file = null;
    size = null;
  }

  private byte[] file() throws IOException {
    if (file == null) {
      ImageInputStream in = (ImageInputStream) getInput();
      in.seek(0);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      file = bytes.toByteArray();
    }
    return file;
  }

  private int[] size(int index) throws IOException {
    if (index != 0) {
      throw new IndexOutOfBoundsException(index);
    }
    if (size == null) {
      size = Jpeg2000.size(file());
    }
    return size;
  }

  @Override
  public int getNumImages(boolean allowSearch) {
    return 1;
  }

  @Override
  public int getWidth(int index) throws IOException {
    return size(index)[0];
  }

  @Override
  public int getHeight(int index) throws IOException {
    return size(index)[1];
  }

  @Override
  public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
    return Collections.singleton(
            ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB))
        .iterator();
  }

  @Override
  public IIOMetadata getStreamMetadata() {
    return null;
  }

  @Override
  public IIOMetadata getImageMetadata(int index) {
    return null;
  }

  @Override
  public BufferedImage read(int index, ImageReadParam how) throws IOException {
    int[] declared = size(index);
    Jpeg2000 decoded = Jpeg2000.decode(file());
    ImageReadParam plain = how == null ? getDefaultReadParam() : how;
    Rectangle region = getSourceRegion(plain, declared[0], declared[1]);
    int stepX = plain.getSourceXSubsampling();
    int stepY = plain.getSourceYSubsampling();
    int width = Math.max(1, region.width / stepX);
    int height = Math.max(1, region.height / stepY);
    int channels = decoded.channels();
    byte[] samples = new byte[width * height * channels];
    for (int y = 0; y < height; y++) {
      int fromY = Math.min(decoded.height() - 1, (region.y + y * stepY) / decoded.reduction());
      for (int x = 0; x < width; x++) {
        int fromX = Math.min(decoded.width() - 1, (region.x + x * stepX) / decoded.reduction());
        int from = (fromY * decoded.width() + fromX) * channels;
        System.arraycopy(decoded.samples(), from, samples, (y * width + x) * channels, channels);
      }
    }
    return image(width, height, channels, samples);
  }

  /** Red first, for PDFBox takes the bytes as they lie. */
  private static BufferedImage image(int width, int height, int channels, byte[] samples) {
    int[] order = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            width,
            height,
            width * channels,
            channels,
            order,
            null);
    ColorSpace colours =
        ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    ComponentColorModel model =
        new ComponentColorModel(
            colours, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
  }
}
