package org.openpriorauth.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A known hole in some versions of a library, as a person wrote it down.
 *
 * @param library group and name, with a colon between; the name is * for all of the group
 * @param from the first version that has it
 * @param fixed the first version that has it no more
 * @param accepted why it may stay all the same, or empty
 */
record Advisory(
    String id, String library, String from, String fixed, String source, String accepted) {
  private static final int COLUMNS = 6;

  static List<Advisory> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Advisory::of)
        .toList();
  }

  private static Advisory of(String line) {
    String[] columns = line.split(";", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException("An advisory has six columns: " + line);
    }
    List<String> of = Arrays.stream(columns).map(String::strip).toList();
    return new Advisory(of.get(0), of.get(1), of.get(2), of.get(3), of.get(4), of.get(5));
  }

  boolean concerns(String group, String name, String version) {
    return (library.equals(group + ":" + name) || library.equals(group + ":*"))
        && compare(version, from) >= 0
        && compare(version, fixed) < 0;
  }

  /** By their numbers; words such as "Final" or "jre" say nothing about age. */
  static int compare(String one, String other) {
    int[] left = numbers(one);
    int[] right = numbers(other);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order = Integer.compare(i < left.length ? left[i] : 0, i < right.length ? right[i] : 0);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[.-]", -1))
        .takeWhile(part -> part.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
