package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Running;
import org.openpriorauth.reader.typed.Block.Section;

/** A section is known at its end only, and what it says of its pages holds from its beginning. */
final class DocxSections {
  private final Docx docx;
  private final Map<String, String> references = new HashMap<>();
  private final Map<String, List<Block>> read = new HashMap<>();
  private int begin;

  DocxSections(Docx docx) {
    this.docx = docx;
  }

  /** What a section does not say is as in the one before. */
  void end(DocxSection section, List<Block> out) throws Failure {
    references.putAll(section.references());
    Running rest = new Running(blocks("header default"), blocks("footer default"));
    Running first =
        section.ownFirst() ? new Running(blocks("header first"), blocks("footer first")) : rest;
    out.add(begin, new Section(first, rest, section.newPage()));
    begin = out.size();
  }

  private List<Block> blocks(String kind) throws Failure {
    String id = references.get(kind);
    if (id == null) {
      return List.of();
    }
    List<Block> known = read.get(id);
    if (known == null) {
      known = new ArrayList<>();
      byte[] part = docx.part(id);
      if (part != null) {
        new DocxStory(docx, 1).flow(Xml.open(part), known);
      }
      read.put(id, known);
    }
    return known;
  }
}
