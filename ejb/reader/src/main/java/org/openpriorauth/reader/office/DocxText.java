package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.page.Symbols;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.PageBreak;
import org.openpriorauth.reader.typed.Block.Paragraph;

/**
 * The paragraphs of one story: what was deleted, moved away or hidden is left out. Text boxes
 * follow the paragraph that they are anchored in.
 */
final class DocxText {
  private final DocxStory story;
  private final Docx docx;
  private final DocxFields fields = new DocxFields();
  private final StringBuilder text = new StringBuilder();
  private final List<Block> boxes = new ArrayList<>();
  private DocxLook look = new DocxLook();
  private boolean bold;
  private boolean plain;

  DocxText(DocxStory story, Docx docx) {
    this.story = story;
    this.docx = docx;
  }

  /**
   * Reads a paragraph.
   *
   * @return the section that ends with it, or null
   */
  DocxSection paragraph(Xml in, List<Block> out) throws Failure {
    docx.budget().block();
    look = new DocxLook();
    inline(in, out);
    fields.paragraphEnds();
    if (look.endDeleted && look.section == null) {
      return null;
    }
    finish(out);
    out.addAll(boxes);
    boxes.clear();
    return look.section;
  }

  /** Ends the text so far: a paragraph, or the part of one before a page break. */
  private void finish(List<Block> out) throws Failure {
    if (look.breakBefore) {
      out.add(new PageBreak());
      look.breakBefore = false;
    }
    String marker = "";
    if (look.list != null && look.list > 0) {
      marker = docx.numbering().next(look.list, look.level == null ? 0 : look.level);
      look.list = 0;
    }
    int level = look.level == null ? 0 : look.level;
    double points = marker.isEmpty() ? Math.max(0, look.points()) : 12 + 18 * level;
    boolean heading = DocxLook.is(look.heading) && !text.toString().isBlank();
    boolean heavy = heading || bold && !plain;
    Block.Align align = look.align == null ? Block.Align.LEFT : look.align;
    docx.budget().spend(marker.length());
    out.add(
        new Paragraph(
            text.toString(), new Look(points, marker, heading, heavy, align, look.stops)));
    text.setLength(0);
    bold = false;
    plain = false;
  }

  /** Reads what stands in a paragraph, or in what only groups parts of one. */
  void inline(Xml in, List<Block> out) throws Failure {
    while (in.child()) {
      switch (in.name()) {
        case "pPr" -> properties(in);
        case "r" -> run(in, out);
        case "ins", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo", "Choice" ->
            inline(in, out);
        case "AlternateContent" -> DocxStory.alternative(in, () -> inline(in, out));
        case "sdt" -> DocxStory.control(in, () -> inline(in, out));
        case "fldSimple" -> simple(in, out);
        case "oMath", "oMathPara" -> formula(in);
        default -> in.skip();
      }
    }
  }

  private void properties(Xml in) throws Failure {
    look.paragraph(in);
    look.over(docx.styles().look(look.style));
  }

  private void simple(Xml in, List<Block> out) throws Failure {
    String number = DocxFields.number(in.attribute("instr", ""));
    if (number.isEmpty()) {
      inline(in, out);
    } else {
      text.append(fields.seen() ? number : "");
      in.skip();
    }
  }

  private void formula(Xml in) throws Failure {
    while (in.child()) {
      if (in.name().equals("t")) {
        append(docx.budget().text(in.text()), new DocxLook());
      } else {
        formula(in);
      }
    }
  }

  private void run(Xml in, List<Block> out) throws Failure {
    DocxLook run = new DocxLook().over(docx.styles().look(look.style));
    while (in.child()) {
      switch (in.name()) {
        case "rPr" -> run = runLook(in);
        case "t" -> {
          boolean kept = in.attribute("space", "").equals("preserve");
          String said = docx.budget().text(in.text());
          append(kept ? said : said.strip(), run);
        }
        case "fldChar" -> {
          String said = docx.budget().seen(fields.mark(in));
          text.append(DocxLook.is(run.hidden) ? "" : said);
        }
        case "instrText" -> fields.instruction(in.text());
        case "drawing", "pict", "object" -> drawing(in);
        case "AlternateContent" -> DocxStory.alternative(in, () -> drawing(in));
        case "ruby" -> ruby(in, out);
        default -> sign(in, run, out);
      }
    }
  }

  private DocxLook runLook(Xml in) throws Failure {
    DocxLook run = new DocxLook();
    run.run(in);
    return run.over(docx.styles().look(run.style)).over(docx.styles().look(look.style));
  }

  private void sign(Xml in, DocxLook run, List<Block> out) throws Failure {
    String name = in.name();
    switch (name) {
      case "tab", "ptab" -> append("\t", run);
      case "cr" -> append("\n", run);
      case "br" -> lineEnd(in, run, out);
      case "noBreakHyphen" -> append("-", run);
      case "pgNum" -> append(String.valueOf(Block.PAGE), run);
      case "sym" -> append(symbol(in), run);
      case "footnoteReference", "endnoteReference" -> {
        if (!DocxLook.is(run.hidden) && fields.seen()) {
          text.append(docx.notes().refer(name.substring(0, name.length() - 9), in));
        }
      }
      default -> {
        // Marks, and text that was deleted.
      }
    }
    in.skip();
  }

  private void lineEnd(Xml in, DocxLook run, List<Block> out) throws Failure {
    if (in.attribute("type", "").equals("page") && !DocxLook.is(run.hidden)) {
      if (!text.toString().isBlank()) {
        finish(out);
      }
      out.add(new PageBreak());
    } else {
      append("\n", run);
    }
  }

  private String symbol(Xml in) throws Failure {
    String code = in.attribute("char", "");
    if (!code.matches("[0-9A-Fa-f]{2,4}")) {
      return "";
    }
    char seen = Symbols.of(in.attribute("font", ""), Integer.parseInt(code, 16));
    return docx.budget().text(String.valueOf(seen));
  }

  /** What explains how a word is spoken stands above it and is left out. */
  private void ruby(Xml in, List<Block> out) throws Failure {
    while (in.child()) {
      if (in.name().equals("rubyBase")) {
        inline(in, out);
      } else {
        in.skip();
      }
    }
  }

  /** Pictures are not read; the text of boxes and shapes is. */
  private void drawing(Xml in) throws Failure {
    while (in.child()) {
      switch (in.name()) {
        case "txbxContent" -> new DocxStory(docx, story.depth() + 1).flow(in, boxes);
        case "AlternateContent" -> DocxStory.alternative(in, () -> drawing(in));
        case "blip", "imagedata" -> {
          docx.budget().picture();
          in.skip();
        }
        default -> drawing(in);
      }
    }
  }

  private void append(String said, DocxLook run) throws Failure {
    docx.budget().spend(1);
    if (DocxLook.is(run.hidden) || !fields.seen()) {
      return;
    }
    if (!said.isBlank()) {
      bold |= DocxLook.is(run.bold);
      plain |= !DocxLook.is(run.bold);
    }
    text.append(DocxLook.is(run.caps) ? said.toUpperCase(Locale.ROOT) : said);
  }
}
