package org.openpriorauth.reader.ocr;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;

/**
 * Decodes JPEG 2000, which the JDK cannot and scanners use in small PDFs, by the Leptonica that is
 * aboard for Tesseract.
 *
 * @param width in pixels, after reduction
 * @param height in pixels, after reduction
 * @param reduction 1, 2, 4 or 8: a big picture is decoded smaller
 * @param channels 1 for gray, 3 for red, green and blue
 * @param samples channels bytes a pixel, row by row
 */
public record Jpeg2000(int width, int height, int reduction, int channels, byte[] samples) {
  /** The decoder holds twelve bytes a pixel outside the heap. */
  private static final long MOST_PIXELS = 16_000_000;

  private static final int MOST_REDUCED = 8;
  private static final int SILENT = 6;

  /**
   * The declared size; nothing is decoded.
   *
   * @return width and height in pixels
   * @throws IOException if there is none
   * @throws OcrUnavailable if the decoder cannot be loaded
   */
  public static int[] size(byte[] file) throws IOException {
    IntByReference width = new IntByReference();
    IntByReference height = new IntByReference();
    Object[] arguments = {
      file, (long) file.length, width, height, null, null, null,
    };
    if (library().getFunction("readHeaderMemJp2k").invokeInt(arguments) != 0
        || width.getValue() < 1
        || height.getValue() < 1) {
      throw new IOException("The JPEG 2000 picture has no size.");
    }
    return new int[] {width.getValue(), height.getValue()};
  }

  /**
   * Decodes a file.
   *
   * @throws IOException if it is damaged or too big
   * @throws OcrUnavailable if the decoder cannot be loaded
   */
  public static Jpeg2000 decode(byte[] file) throws IOException {
    int[] size = size(file);
    int reduction = 1;
    while ((long) (size[0] / reduction) * (size[1] / reduction) > MOST_PIXELS) {
      reduction *= 2;
    }
    if (reduction > MOST_REDUCED) {
      throw new IOException("The JPEG 2000 picture is too big.");
    }
    Object[] arguments = {file, (long) file.length, reduction, null, 0, 0};
    Pointer pix = library().getFunction("pixReadMemJp2k").invokePointer(arguments);
    if (pix == null) {
      throw new IOException("The JPEG 2000 picture is damaged.");
    }
    try {
      return unpacked(pix, reduction);
    } finally {
      library().getFunction("pixDestroy").invokeVoid(new Object[] {new PointerByReference(pix)});
    }
  }

  /** Leptonica packs pixels into big-endian words of the machine. */
  private static Jpeg2000 unpacked(Pointer pix, int reduction) throws IOException {
    int width = number("pixGetWidth", pix);
    int height = number("pixGetHeight", pix);
    int depth = number("pixGetDepth", pix);
    int words = number("pixGetWpl", pix);
    if (depth != 8 && depth != 32) {
      throw new IOException("The JPEG 2000 picture has an unknown depth.");
    }
    Pointer data = library().getFunction("pixGetData").invokePointer(new Object[] {pix});
    int channels = depth == 8 ? 1 : 3;
    byte[] samples = new byte[width * height * channels];
    int[] row = new int[words];
    for (int y = 0; y < height; y++) {
      data.read(4L * words * y, row, 0, words);
      for (int i = 0; i < width * channels; i++) {
        int word = channels == 1 ? row[i / 4] : row[i / 3];
        int place = channels == 1 ? i % 4 : i % 3;
        samples[y * width * channels + i] = (byte) (word >> 24 - 8 * place);
      }
    }
    return new Jpeg2000(width, height, reduction, channels, samples);
  }

  private static int number(String function, Pointer pix) {
    return library().getFunction(function).invokeInt(new Object[] {pix});
  }

  private static NativeLibrary library() {
    NativeLibrary library = NativeLibraries.leptonica();
    library.getFunction("setMsgSeverity").invokeInt(new Object[] {SILENT});
    return library;
  }
}
