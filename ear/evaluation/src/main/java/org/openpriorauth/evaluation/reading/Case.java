package org.openpriorauth.evaluation.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A document, and what is to be read in it. */
record Case(Path document, GoldFile gold) {
  String name() {
    return String.valueOf(document.getFileName());
  }

  /**
   * All cases of a directory, by name.
   *
   * @throws IOException if it has none, or a gold file is without its document
   */
  static List<Case> in(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException(directory + " is no directory: say -Dcases=DIR.");
    }
    List<Path> golds;
    try (Stream<Path> files = Files.walk(directory)) {
      golds = files.filter(f -> f.toString().endsWith(GoldFile.ENDING)).sorted().toList();
    }
    if (golds.isEmpty()) {
      throw new IOException("There is no *" + GoldFile.ENDING + " in " + directory + ".");
    }
    List<Case> cases = new ArrayList<>();
    for (Path gold : golds) {
      String name = String.valueOf(gold.getFileName());
      Path document =
          gold.resolveSibling(name.substring(0, name.length() - GoldFile.ENDING.length()));
      if (!Files.exists(document)) {
        throw new IOException(gold + " is without its document.");
      }
      cases.add(new Case(document, GoldFile.read(gold)));
    }
    return cases;
  }
}
