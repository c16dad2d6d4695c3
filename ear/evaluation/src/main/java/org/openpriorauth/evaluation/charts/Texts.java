package org.openpriorauth.evaluation.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The set's own texts. A line that begins with a per cent sign is a remark. */
final class Texts {
  private Texts() {}

  static List<String> lines(String path) {
    try (InputStream in = Texts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("No such text: " + path);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("%")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
