package org.openpriorauth.reader.typed;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;
import org.openpriorauth.reader.typed.Block.Table;

/** What stands in a cell, as lines; empty ones are left out. */
final class Strings {
  private Strings() {}

  static List<String> of(List<Block> blocks) {
    List<String> lines = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Table table) {
        lines.addAll(new Grid(table).strings());
      } else if (block instanceof Paragraph paragraph) {
        Paragraph item = Items.marked(paragraph);
        String marker = item.look().marker();
        for (String line : item.text().split("\n")) {
          if (!line.isBlank()) {
            String begun = marker.isEmpty() ? line : marker + " " + line.strip();
            lines.add(Tabs.spaced(begun, 0, Look.PLAIN).strip());
            marker = "";
          }
        }
      }
    }
    return lines;
  }
}
