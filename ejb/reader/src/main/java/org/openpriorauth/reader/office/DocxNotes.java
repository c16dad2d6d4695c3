package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;

/** Footnotes and endnotes: all of them stand at the end of the document. */
final class DocxNotes {
  private final Docx docx;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  DocxNotes(Docx docx) {
    this.docx = docx;
  }

  /**
   * @param kind footnote or endnote
   * @return the mark in the text
   */
  String refer(String kind, Xml in) throws Failure {
    docx.budget().block();
    String key = kind + " " + in.attribute("id", "");
    Integer number = numbers.get(key);
    if (number == null) {
      asked.add(key);
      number = asked.size();
      numbers.put(key, number);
    }
    return " [" + number + "]";
  }

  /** Adds the notes that were referred to. */
  void end(List<Block> out) throws Failure {
    Map<String, List<Block>> notes = new HashMap<>();
    if (!asked.isEmpty()) {
      read("footnote", notes);
      read("endnote", notes);
      out.add(new Paragraph("", Look.PLAIN));
    }
    int count = asked.size();
    for (int i = 0; i < count; i++) {
      String marker = "[" + (i + 1) + "]";
      for (Block block : notes.getOrDefault(asked.get(i), List.of())) {
        if (block instanceof Paragraph paragraph && !marker.isEmpty()) {
          out.add(new Paragraph(paragraph.text().strip(), Look.item(0, marker)));
          marker = "";
        } else {
          out.add(block);
        }
      }
    }
  }

  private void read(String kind, Map<String, List<Block>> notes) throws Failure {
    byte[] part = docx.related(kind + "s");
    if (part == null) {
      return;
    }
    Xml in = Xml.open(part);
    while (in.child()) {
      String key = kind + " " + in.attribute("id", "");
      List<Block> blocks = new ArrayList<>();
      new DocxStory(docx, 1).flow(in, blocks);
      notes.put(key, blocks);
    }
  }
}
