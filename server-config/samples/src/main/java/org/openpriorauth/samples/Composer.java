package org.openpriorauth.samples;

import java.awt.Color;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.samples.Typeface.Weight;

/** Sets blocks on pages, one below the other. */
final class Composer {
  private final Sheet sheet;
  private final Style style;
  private final Flow flow;
  private final Tables tables;
  private final Marks marks;
  private final Map<String, Drawing> drawings = new HashMap<>();

  private interface Drawing {
    void draw(Block block) throws IOException;
  }

  Composer(Sheet sheet, Style style, Flow flow) {
    this.sheet = sheet;
    this.style = style;
    this.flow = flow;
    this.tables = new Tables(sheet, style, flow);
    this.marks = new Marks(sheet, style, flow);
    words();
    things();
  }

  private void words() {
    drawings.put("heading1", b -> title(b.text()));
    drawings.put("heading2", b -> section(b.text()));
    drawings.put("heading3", b -> paragraph(b.text(), Weight.BOLD, style.prose(), 0, 1));
    drawings.put("text", b -> paragraph(b.text(), Weight.REGULAR, style.prose(), 0, 4));
    drawings.put("item", this::item);
    drawings.put("pre", this::preformatted);
    drawings.put("framed", this::framed);
    drawings.put("center", b -> aligned(b.args(), 0.5f));
    drawings.put("right", b -> aligned(b.args(), 1));
    drawings.put("small", b -> paragraph(b.args(), Weight.REGULAR, style.prose(0.8f), 0, 3));
    drawings.put("at", this::at);
  }

  private void things() {
    drawings.put("table", tables::table);
    drawings.put("pairs", tables::pairs);
    drawings.put("boxes", tables::boxes);
    drawings.put("banner", tables::banner);
    drawings.put("letterhead", marks::letterhead);
    drawings.put("stamp", marks::stamp);
    drawings.put("sign", marks::sign);
    drawings.put("rect", marks::rect);
    drawings.put("space", b -> flow.y += b.options().number(0));
    drawings.put("newpage", b -> flow.newPage());
    drawings.put("rule", b -> rule());
    drawings.put(
        "columns",
        b -> flow.columns(b.options().number("share", 0.5f), b.options().number("gap", 16)));
    drawings.put("next", b -> flow.nextColumn());
    drawings.put("endcolumns", b -> flow.endColumns());
  }

  void compose(List<Block> blocks) throws IOException {
    flow.newPage();
    for (Block block : blocks) {
      Drawing drawing = drawings.get(block.kind());
      if (drawing == null) {
        throw new IllegalArgumentException("No such directive: " + block.kind());
      }
      drawing.draw(block);
    }
    sheet.endPage();
  }

  private void title(String text) throws IOException {
    Prose prose = style.prose(1.45f);
    flow.need(prose.leading() * 2);
    sheet.text(prose, text, Weight.BOLD, flow.left, flow.y, style.accent());
    flow.y += prose.leading() + 3;
  }

  private void section(String text) throws IOException {
    Prose prose = style.prose(1.08f);
    flow.need(prose.leading() * 3.2f);
    flow.y += 4;
    boolean bar = style.heading().equals("bar");
    if (bar) {
      sheet.box(flow.left, flow.y, flow.width, prose.leading() + 2, style.tint(0.16f), null, 0);
    }
    float indent = bar ? 4 : 0;
    sheet.text(prose, text, Weight.BOLD, flow.left + indent, flow.y + 1, style.accent());
    flow.y += prose.leading() + 1;
    if (style.heading().equals("rule")) {
      sheet.line(flow.left, flow.y, flow.left + flow.width, flow.y, 0.7f, style.accent());
    }
    flow.y += 3;
  }

  private void paragraph(String text, Weight weight, Prose prose, float indent, float after)
      throws IOException {
    for (List<Prose.Run> line : prose.wrap(text, weight, flow.width - indent)) {
      flow.need(prose.leading());
      sheet.text(prose, line, flow.left + indent, flow.y, Sheet.INK);
      flow.y += prose.leading();
    }
    flow.y += after;
  }

  private void item(Block block) throws IOException {
    Prose prose = style.prose();
    flow.need(prose.leading());
    String mark = block.args().equals("-") ? "\u2022" : block.args();
    sheet.text(prose, mark, Weight.REGULAR, flow.left + 6, flow.y, Sheet.INK);
    paragraph(block.text(), Weight.REGULAR, prose, 20, 1.5f);
  }

  private void preformatted(Block block) throws IOException {
    Prose prose = new Prose(Typeface.named("courier"), block.options().number("size", 8.5f));
    for (String line : block.body()) {
      flow.need(prose.leading());
      List<Prose.Run> run = List.of(new Prose.Run(line, Weight.REGULAR));
      sheet.text(prose, run, flow.left, flow.y, Sheet.INK);
      flow.y += prose.leading();
    }
    flow.y += 4;
  }

  private void framed(Block block) throws IOException {
    Prose prose = style.prose(0.95f);
    List<List<Prose.Run>> lines = prose.wrap(block.text(), Weight.REGULAR, flow.width - 16);
    float height = lines.size() * prose.leading() + 8;
    flow.need(height + 4);
    sheet.box(flow.left, flow.y, flow.width, height, style.tint(0.06f), Color.GRAY, 0.6f);
    float y = flow.y + 4;
    for (List<Prose.Run> line : lines) {
      sheet.text(prose, line, flow.left + 8, y, Sheet.INK);
      y += prose.leading();
    }
    flow.y += height + 5;
  }

  private void aligned(String text, float share) throws IOException {
    Prose prose = style.prose();
    for (List<Prose.Run> line : prose.wrap(text, Weight.REGULAR, flow.width)) {
      flow.need(prose.leading());
      float x = flow.left + (flow.width - prose.width(line)) * share;
      sheet.text(prose, line, x, flow.y, Sheet.INK);
      flow.y += prose.leading();
    }
  }

  /** Text at a place: {@code !at x y size weight colour words}. */
  private void at(Block block) throws IOException {
    String[] words = block.args().split("\\s+", 6);
    Prose prose = new Prose(style.face(), Float.parseFloat(words[2]));
    Weight weight = Weight.valueOf(words[3].toUpperCase(java.util.Locale.ROOT));
    sheet.text(
        prose,
        words[5],
        weight,
        Float.parseFloat(words[0]),
        Float.parseFloat(words[1]),
        Color.decode(words[4]));
  }

  private void rule() throws IOException {
    flow.y += 2;
    sheet.line(flow.left, flow.y, flow.left + flow.width, flow.y, 0.7f, Color.DARK_GRAY);
    flow.y += 4;
  }
}
