package org.openpriorauth.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The layout language of the samples, one block per paragraph.
 *
 * <p>{@code #}, {@code ##}, {@code ###} are headings, {@code - } and {@code 1. } list items, {@code
 * !name words} a directive, everything else text that is joined until an empty line. A directive of
 * {@link #WITH_BODY} takes the lines below it, up to an empty one. {@code %} starts a remark.
 */
final class Markup {
  private static final Set<String> WITH_BODY =
      Set.of(
          "table",
          "pairs",
          "boxes",
          "banner",
          "letterhead",
          "head",
          "foot",
          "sign",
          "pre",
          "framed");

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private String kind = "";
  private String args = "";

  private Markup() {}

  static List<Block> parse(String source) {
    Markup markup = new Markup();
    source.lines().forEach(markup::line);
    markup.close();
    return List.copyOf(markup.blocks);
  }

  private void line(String line) {
    if (line.startsWith("%")) {
      return;
    }
    if (line.isBlank()) {
      close();
    } else if (!WITH_BODY.contains(kind) && startsBlock(line)) {
      close();
      start(line);
    } else {
      if (kind.isEmpty()) {
        kind = "text";
      }
      open.add(kind.equals("pre") ? line : line.strip());
    }
  }

  private static boolean startsBlock(String line) {
    return line.startsWith("!") || line.startsWith("#") || line.matches("(- |\\d+[.)] ).*");
  }

  private void start(String line) {
    if (line.startsWith("!")) {
      int space = line.indexOf(' ');
      kind = space < 0 ? line.substring(1) : line.substring(1, space);
      args = space < 0 ? "" : line.substring(space + 1).strip();
      if (!WITH_BODY.contains(kind)) {
        close();
      }
      return;
    }
    int space = line.indexOf(' ');
    String mark = line.substring(0, space);
    kind = mark.startsWith("#") ? "heading" + mark.length() : "item";
    args = mark;
    open.add(line.substring(space + 1).strip());
    if (mark.startsWith("#")) {
      close();
    }
  }

  private void close() {
    if (!kind.isEmpty()) {
      blocks.add(new Block(kind, args, List.copyOf(open)));
    }
    open.clear();
    kind = "";
    args = "";
  }
}
