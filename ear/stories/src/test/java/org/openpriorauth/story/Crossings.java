package org.openpriorauth.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts attempts to get across the wall between clinics, by their kind, and those that did. */
final class Crossings {
  private final Map<String, AtomicInteger> tried = new TreeMap<>();
  private final List<String> across = new ArrayList<>();

  /**
   * @param what in words for who reads of a failure
   * @param held whether the wall did
   */
  synchronized void tried(String kind, String what, boolean held) {
    tried.computeIfAbsent(kind, k -> new AtomicInteger()).incrementAndGet();
    if (!held) {
      across.add(kind + ": " + what);
    }
  }

  List<String> across() {
    return across;
  }

  int all() {
    return tried.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  Map<String, AtomicInteger> kinds() {
    return tried;
  }

  /** For who wants to see the figures. */
  void write(Path file) {
    StringBuilder page = new StringBuilder("| way | attempts |\n|---|---:|\n");
    tried.forEach((kind, times) -> page.append("| %s | %s |%n".formatted(kind, times)));
    page.append("| all | %d, of which %d got across |%n".formatted(all(), across.size()));
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
