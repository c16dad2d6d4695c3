package org.openpriorauth.samples;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.openpriorauth.samples.Typeface.Weight;

/** What people and offices leave on paper: letterheads, stamps, signatures. */
final class Marks {
  private static final Color PEN = new Color(0x1A2A6C);
  private final Sheet sheet;
  private final Style style;
  private final Flow flow;

  Marks(Sheet sheet, Style style, Flow flow) {
    this.sheet = sheet;
    this.style = style;
    this.flow = flow;
  }

  /** The first line large, the others small: {@code !letterhead left|center [logo]}. */
  void letterhead(Block block) throws IOException {
    Options options = block.options();
    boolean center = options.has("center");
    float indent = 0;
    if (options.has("logo")) {
      logo(flow.left, flow.y);
      indent = 40;
    }
    Prose big = new Prose(style.face(), options.number("size", 15));
    float y = flow.y;
    for (int i = 0; i < block.body().size(); i++) {
      Prose prose = i == 0 ? big : new Prose(style.face(), 8.5f);
      String line = block.body().get(i);
      Weight weight = i == 0 ? Weight.BOLD : Weight.REGULAR;
      List<Prose.Run> runs = prose.wrap(line, weight, Float.MAX_VALUE).get(0);
      float x = center ? flow.left + (flow.width - prose.width(runs)) / 2 : flow.left + indent;
      sheet.text(prose, runs, x, y, i == 0 ? style.accent() : Color.DARK_GRAY);
      y += prose.leading() + (i == 0 ? 1 : 0);
    }
    flow.y = Math.max(y, flow.y + (indent > 0 ? 34 : 0)) + 3;
    sheet.line(flow.left, flow.y, flow.left + flow.width, flow.y, 1.4f, style.accent());
    flow.y += 6;
  }

  private void logo(float x, float y) throws IOException {
    sheet.polygon(new float[] {x, y + 30, x + 16, y, x + 32, y + 30}, style.tint(0.55f));
    sheet.polygon(new float[] {x + 8, y + 30, x + 20, y + 10, x + 32, y + 30}, style.accent());
    sheet.line(x - 1, y + 32, x + 33, y + 32, 2, style.accent());
  }

  /** A rubber stamp: {@code !stamp x y degrees size colour words}, lines parted by a slash. */
  void stamp(Block block) throws IOException {
    String[] words = block.args().split("\\s+", 6);
    float x = Float.parseFloat(words[0]);
    float y = Float.parseFloat(words[1]);
    Prose prose = new Prose(Typeface.named("helv"), Float.parseFloat(words[3]));
    Color color = Color.decode(words[4]);
    String[] lines = words[5].split(" / ");
    float width = 0;
    for (String line : lines) {
      width = Math.max(width, prose.face().width(line, Weight.BOLD, prose.size()));
    }
    sheet.turn(x, y, Float.parseFloat(words[2]));
    float height = lines.length * prose.leading() + 6;
    sheet.box(x, y, width + 12, height, null, color, 1.6f);
    for (int i = 0; i < lines.length; i++) {
      float top = y + 3 + i * prose.leading();
      sheet.text(prose, lines[i], Weight.BOLD, x + 6, top, color);
    }
    sheet.restore();
  }

  /**
   * A pen stroke on a line with printed lines below: {@code !sign seed width [date=..]}; without a
   * pen stroke if the seed is 0.
   */
  void sign(Block block) throws IOException {
    Options options = block.options();
    Prose prose = style.prose(0.88f);
    float width = options.number(1);
    flow.need(30 + block.body().size() * prose.leading());
    flow.y += 24;
    int seed = (int) options.number(0);
    if (seed > 0) {
      scribble(seed, flow.left + 8, flow.y - 4, width * 0.62f);
    }
    String date = options.text("date", "");
    if (!date.isEmpty()) {
      Prose hand = new Prose(Typeface.named("times"), 12);
      sheet.text(hand, date, Weight.ITALIC, flow.left + width - 68, flow.y - 14, PEN);
    }
    sheet.line(flow.left, flow.y, flow.left + width, flow.y, 0.7f, Color.BLACK);
    flow.y += 2;
    for (String line : block.body()) {
      for (List<Prose.Run> run : prose.wrap(line, Weight.REGULAR, flow.width)) {
        sheet.text(prose, run, flow.left, flow.y, Sheet.INK);
        flow.y += prose.leading();
      }
    }
    flow.y += 5;
  }

  private void scribble(int seed, float x, float base, float width) throws IOException {
    Random random = new Random(seed);
    int strokes = 7 + random.nextInt(4);
    float[] points = new float[2 + strokes * 6];
    points[0] = x;
    points[1] = base - 8;
    for (int i = 0; i < strokes; i++) {
      float from = x + width * i / strokes;
      float step = width / strokes;
      int p = 2 + i * 6;
      points[p] = from + step * 0.9f;
      points[p + 1] = base - 20 * random.nextFloat() - (i == 0 ? 10 : 0);
      points[p + 2] = from - step * 0.4f * random.nextFloat();
      points[p + 3] = base + 4 - 6 * random.nextFloat();
      points[p + 4] = from + step;
      points[p + 5] = base - 7 * random.nextFloat();
    }
    sheet.curve(points, 1.1f, PEN);
  }

  /** A filled rectangle: {@code !rect x y width height colour}. */
  void rect(Block block) throws IOException {
    Options options = block.options();
    Color fill = Color.decode(options.words().get(4));
    sheet.box(
        options.number(0), options.number(1), options.number(2), options.number(3), fill, null, 0);
  }
}
