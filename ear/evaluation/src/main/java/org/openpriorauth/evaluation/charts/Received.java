package org.openpriorauth.evaluation.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Documents that another author made elsewhere, as files: printed by a browser from pages of many
 * kinds, each with its gold file. They share nothing with {@link PrintShop}.
 *
 * @param name of the file, with its ending
 */
record Received(String name) {
  private static final String PLACE = "received/";

  static List<Received> all() {
    return Texts.lines(PLACE + "index.txt").stream().map(Received::new).toList();
  }

  byte[] content() {
    return bytes(PLACE + name);
  }

  byte[] gold() {
    return bytes(PLACE + name + ".gold.json");
  }

  private static byte[] bytes(String path) {
    try (InputStream in = Received.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("No such document: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
