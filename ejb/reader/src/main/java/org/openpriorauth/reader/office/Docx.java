package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Ending;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Compositor;

/** A Word document: what its parts need to know of each other. */
public final class Docx {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Parts parts;
  private final Map<String, Parts.Relation> relations;
  private final Budget budget = new Budget();
  private final DocxStyles styles;
  private final DocxNumbering numbering;
  private final DocxSections sections = new DocxSections(this);
  private final DocxNotes notes = new DocxNotes(this);

  private Docx(Parts parts, String main) throws Failure {
    this.parts = parts;
    this.relations = parts.relations(main);
    this.styles = new DocxStyles(related("styles"));
    this.numbering = new DocxNumbering(related("numbering"));
  }

  /**
   * Reads an office file.
   *
   * @throws Failure UNSUPPORTED if it is none of Word, ENCRYPTED, DAMAGED, TOO_LARGE,
   *     TOO_MANY_PAGES
   */
  public static Document open(byte[] content, Limits limits) throws Failure {
    Parts parts = Parts.open(content);
    String main = "word/document.xml";
    for (Parts.Relation relation : parts.relations("").values()) {
      main = relation.is("officeDocument") ? relation.target() : main;
    }
    byte[] part = parts.part(main);
    if (part == null) {
      throw new Failure(FailureCode.UNSUPPORTED);
    }
    Xml in = Xml.open(part);
    if (!in.name().equals("document") || !in.space().contains("wordprocessingml")) {
      throw new Failure(FailureCode.UNSUPPORTED);
    }
    Docx docx = new Docx(parts, main);
    List<Block> blocks = docx.blocks(in);
    docx.budget.end();
    Set<String> flags = Ending.holds(content, "PK\u0005\u0006") ? Set.of() : Set.of("incomplete");
    return Compositor.set(TYPE, flags, blocks, limits);
  }

  private List<Block> blocks(Xml in) throws Failure {
    List<Block> blocks = new ArrayList<>();
    DocxStory body = new DocxStory(this, 0);
    while (in.child()) {
      if (in.name().equals("body")) {
        body.flow(in, blocks);
      } else {
        in.skip();
      }
    }
    notes.end(blocks);
    return blocks;
  }

  Budget budget() {
    return budget;
  }

  DocxStyles styles() {
    return styles;
  }

  DocxNumbering numbering() {
    return numbering;
  }

  DocxSections sections() {
    return sections;
  }

  DocxNotes notes() {
    return notes;
  }

  /**
   * The part that the document points to by an id.
   *
   * @return null if there is none
   */
  byte[] part(String id) {
    Parts.Relation relation = relations.get(id);
    return relation == null ? null : parts.part(relation.target());
  }

  /** The part of a kind of which there is one, or null. */
  byte[] related(String kind) {
    for (Parts.Relation relation : relations.values()) {
      if (relation.is(kind)) {
        return parts.part(relation.target());
      }
    }
    return null;
  }
}
