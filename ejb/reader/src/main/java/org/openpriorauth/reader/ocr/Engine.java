package org.openpriorauth.reader.ocr;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;
import org.openpriorauth.reader.document.Deadline;
import org.openpriorauth.reader.page.Rotation;

/**
 * Tesseract, held open: loading its model costs as much as a small page. One thread, one engine.
 */
final class Engine implements AutoCloseable {
  private static final int WORD = TessPageIteratorLevel.RIL_WORD;

  private final TessBaseAPI reading;
  private final TessBaseAPI orienting;
  private final String version;

  private Engine(Path models) {
    version = TessAPI1.TessVersion();
    if (!NativeLibraries.VERSION.equals(version)) {
      throw new OcrUnavailable("Another Tesseract than the reader's own was loaded: " + version);
    }
    System.err.println("reader: Tesseract " + version);
    reading = handle(models, "eng");
    TessAPI1.TessBaseAPISetPageSegMode(reading, TessPageSegMode.PSM_AUTO);
    orienting = handle(models, "osd");
    TessAPI1.TessBaseAPISetPageSegMode(orienting, TessPageSegMode.PSM_OSD_ONLY);
    // Orientation complains on each page about a resolution that only it does not look up.
    TessAPI1.TessBaseAPISetVariable(orienting, "debug_file", "/dev/null");
  }

  /**
   * Loads libraries and models.
   *
   * @throws OcrUnavailable if this machine cannot run them
   */
  static Engine start() {
    try {
      return new Engine(NativeLibraries.load());
    } catch (LinkageError e) {
      throw new OcrUnavailable("Tesseract cannot be loaded.", e);
    }
  }

  private static TessBaseAPI handle(Path models, String language) {
    TessBaseAPI handle = TessAPI1.TessBaseAPICreate();
    if (TessAPI1.TessBaseAPIInit3(handle, models.toString(), language) != 0) {
      TessAPI1.TessBaseAPIDelete(handle);
      throw new OcrUnavailable("The model of Tesseract cannot be loaded: " + language);
    }
    return handle;
  }

  /** Of Tesseract. */
  String version() {
    return version;
  }

  /**
   * One word as Tesseract gives it, in pixels of the picture.
   *
   * @param confidence 0 to 100
   */
  record Found(String text, int left, int top, int right, int bottom, int confidence) {}

  /** How a picture stands, and how sure that is; below 5 it is a guess. */
  record Stand(Rotation needed, float confidence) {}

  /**
   * Reads a picture.
   *
   * @param dpi of the picture; Tesseract guesses badly by itself
   * @param deadline when to leave the remaining words out
   */
  List<Found> read(Gray picture, int dpi, Deadline deadline) {
    show(reading, picture, dpi);
    try {
      // None left still is a deadline; 0 would mean none.
      recognise((int) Math.min(Integer.MAX_VALUE, Math.max(1, deadline.millisLeft())));
      TessResultIterator iterator = TessAPI1.TessBaseAPIGetIterator(reading);
      if (iterator == null) {
        return List.of();
      }
      try {
        return words(iterator);
      } finally {
        TessAPI1.TessResultIteratorDelete(iterator);
      }
    } finally {
      TessAPI1.TessBaseAPIClear(reading);
    }
  }

  /**
   * Called past Tess4J's own mapping: that one copies the monitor to Java and back, and so would
   * take the deadline out again.
   */
  private void recognise(int millis) {
    NativeLibrary library = NativeLibrary.getInstance("tesseract");
    Pointer monitor = library.getFunction("TessMonitorCreate").invokePointer(new Object[0]);
    try {
      library.getFunction("TessMonitorSetDeadlineMSecs").invokeVoid(new Object[] {monitor, millis});
      Function recognise = library.getFunction("TessBaseAPIRecognize");
      recognise.invokeInt(new Object[] {reading.getPointer(), monitor});
    } finally {
      library.getFunction("TessMonitorDelete").invokeVoid(new Object[] {monitor});
    }
  }

  private static List<Found> words(TessResultIterator iterator) {
    List<Found> words = new ArrayList<>();
    TessPageIterator place = TessAPI1.TessResultIteratorGetPageIterator(iterator);
    IntBuffer left = IntBuffer.allocate(1);
    IntBuffer top = IntBuffer.allocate(1);
    IntBuffer right = IntBuffer.allocate(1);
    IntBuffer bottom = IntBuffer.allocate(1);
    do {
      Pointer utf8 = TessAPI1.TessResultIteratorGetUTF8Text(iterator, WORD);
      if (utf8 == null) {
        continue;
      }
      String text = utf8.getString(0, "UTF-8").strip();
      TessAPI1.TessDeleteText(utf8);
      if (!text.isEmpty()
          && TessAPI1.TessPageIteratorBoundingBox(place, WORD, left, top, right, bottom) != 0) {
        int confidence = Math.round(TessAPI1.TessResultIteratorConfidence(iterator, WORD));
        words.add(
            new Found(
                text,
                left.get(0),
                top.get(0),
                right.get(0),
                bottom.get(0),
                Math.max(0, Math.min(100, confidence))));
      }
    } while (TessAPI1.TessPageIteratorNext(place, WORD) != 0);
    return words;
  }

  /** Which way up a picture stands. */
  Stand stand(Gray picture, int dpi) {
    show(orienting, picture, dpi);
    try {
      IntBuffer degrees = IntBuffer.allocate(1);
      FloatBuffer confidence = FloatBuffer.allocate(1);
      int known =
          TessAPI1.TessBaseAPIDetectOrientationScript(
              orienting, degrees, confidence, null, FloatBuffer.allocate(1));
      return known == 0
          ? new Stand(Rotation.NONE, 0)
          : new Stand(Rotation.ofDegrees(360 - degrees.get(0)), confidence.get(0));
    } finally {
      TessAPI1.TessBaseAPIClear(orienting);
    }
  }

  private static void show(TessBaseAPI handle, Gray picture, int dpi) {
    ByteBuffer pixels = ByteBuffer.allocateDirect(picture.pixels().length);
    pixels.put(picture.pixels()).flip();
    TessAPI1.TessBaseAPISetVariable(handle, "user_defined_dpi", Integer.toString(dpi));
    TessAPI1.TessBaseAPISetImage(
        handle, pixels, picture.width(), picture.height(), 1, picture.width());
    TessAPI1.TessBaseAPISetSourceResolution(handle, dpi);
  }

  @Override
  public void close() {
    for (TessBaseAPI handle : List.of(reading, orienting)) {
      TessAPI1.TessBaseAPIEnd(handle);
      TessAPI1.TessBaseAPIDelete(handle);
    }
  }
}
