package org.openpriorauth.reader.ocr;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.awt.image.BufferedImage;

/** Writes JPEG 2000 with the library that reads it. */
public final class Jpeg2000Writer {
  private static final int DEPTH = 8;

  private Jpeg2000Writer() {}

  /** A gray picture as a file. */
  public static byte[] file(BufferedImage image) {
    NativeLibrary leptonica = NativeLibraries.leptonica();
    Object[] shape = {image.getWidth(), image.getHeight(), DEPTH};
    Pointer pix = leptonica.getFunction("pixCreate").invokePointer(shape);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int shade = image.getRaster().getSample(x, y, 0);
        leptonica.getFunction("pixSetPixel").invokeInt(new Object[] {pix, x, y, shade});
      }
    }
    PointerByReference data = new PointerByReference();
    LongByReference size = new LongByReference();
    Object[] arguments = {data, size, pix, 45, 5, 0, 0};
    if (leptonica.getFunction("pixWriteMemJp2k").invokeInt(arguments) != 0) {
      throw new IllegalStateException("JPEG 2000 was not written.");
    }
    byte[] file = data.getValue().getByteArray(0, (int) size.getValue());
    leptonica.getFunction("lept_free").invokeVoid(new Object[] {data.getValue()});
    leptonica.getFunction("pixDestroy").invokeVoid(new Object[] {new PointerByReference(pix)});
    return file;
  }
}
