package org.openpriorauth.evaluation.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The Liberation faces, parsed once: that costs more than setting a page. */
final class Faces {
  private static final Map<String, TrueTypeFont> PARSED = new ConcurrentHashMap<>();

  private Faces() {}

  static TrueTypeFont named(String name) {
    return PARSED.computeIfAbsent(name, Faces::parse);
  }

  private static TrueTypeFont parse(String name) {
    String file = "/liberation/Liberation" + name + ".ttf";
    try (InputStream in = Faces.class.getResourceAsStream(file)) {
      TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(in));
      face.setEnableGsub(false);
      return face;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
