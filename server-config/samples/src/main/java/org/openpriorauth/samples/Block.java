package org.openpriorauth.samples;

import java.util.List;

/** One piece of a page: what it is, how it is to look, and its lines. */
record Block(String kind, String args, List<String> body) {

  Options options() {
    return Options.of(args);
  }

  String text() {
    return String.join(" ", body);
  }

  /** Each line cut at its bars. */
  List<List<String>> rows() {
    return body.stream().map(Block::cells).toList();
  }

  static List<String> cells(String line) {
    return List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
  }
}
