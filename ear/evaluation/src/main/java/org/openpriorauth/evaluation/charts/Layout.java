package org.openpriorauth.evaluation.charts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpriorauth.samples.Options;

/**
 * One sender's way to print: the words around the facts, and where they stand.
 *
 * @param lines the directives of its text, in order
 */
record Layout(String name, List<String> lines) {
  static Layout named(String name) {
    return new Layout(name, Texts.lines("layouts/" + name + ".txt"));
  }

  /** The rest of the line {@code @kind …}. */
  Optional<String> setting(String kind) {
    String start = "@" + kind + " ";
    return lines.stream()
        .filter(l -> l.startsWith(start))
        .map(l -> l.substring(start.length()))
        .findFirst();
  }

  Options page() {
    return Options.of(setting("page").orElseThrow());
  }

  List<String> absent() {
    return Options.of(setting("absent").orElse("")).words();
  }

  /** Once a layout is held back, nobody looks at it while the reading is being mended. */
  String split() {
    return page().text("split", "tune");
  }

  /** The layout's lines with the case's own in the place of {@code @body}. */
  List<String> around(List<String> body) {
    return lines.stream()
        .filter(l -> !l.matches("@(page|absent|head|head2|foot) .*"))
        .flatMap(
            l -> l.equals("@body") ? Stream.concat(body.stream(), Stream.of("")) : Stream.of(l))
        .toList();
  }
}
