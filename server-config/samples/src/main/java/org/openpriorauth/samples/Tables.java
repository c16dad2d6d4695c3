package org.openpriorauth.samples;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.samples.Typeface.Weight;

/** Everything that stands in rows and columns. */
final class Tables {
  private static final float PAD = 3;
  private final Sheet sheet;
  private final Style style;
  private final Flow flow;

  Tables(Sheet sheet, Style style, Flow flow) {
    this.sheet = sheet;
    this.style = style;
    this.flow = flow;
  }

  /** Rows under a header row: {@code !table 3 2 1 grid|lines|plain|zebra}. */
  void table(Block block) throws IOException {
    Options options = block.options();
    Prose prose = style.prose(options.number("scale", 0.93f));
    float[] widths = shares(options.numbers());
    List<List<String>> rows = block.rows();
    boolean headed = !options.has("headless");
    for (int i = 0; i < rows.size(); i++) {
      boolean head = headed && i == 0;
      float height = height(prose, rows.get(i), widths, head);
      if (flow.need(i == 0 ? height * 2 : height) && i > 0 && headed) {
        row(prose, rows.get(0), widths, options, 0);
      }
      row(prose, rows.get(i), widths, options, headed ? i : i + 1);
    }
    flow.y += 6;
  }

  private void row(Prose prose, List<String> cells, float[] widths, Options options, int index)
      throws IOException {
    boolean head = index == 0;
    float height = height(prose, cells, widths, head);
    boolean grid = options.has("grid");
    boolean shade = head && !options.has("plain") || options.has("zebra") && index % 2 == 0;
    if (shade) {
      Color fill = style.tint(head ? 0.15f : 0.05f);
      sheet.box(flow.left, flow.y, flow.width, height, fill, null, 0);
    }
    float x = flow.left;
    for (int i = 0; i < cells.size(); i++) {
      if (grid) {
        sheet.box(x, flow.y, widths[i], height, null, Color.DARK_GRAY, 0.6f);
      }
      cell(prose, cells.get(i), head ? Weight.BOLD : Weight.REGULAR, x, widths[i]);
      x += widths[i];
    }
    if (options.has("lines") || options.has("zebra")) {
      float below = flow.y + height;
      sheet.line(flow.left, below, flow.left + flow.width, below, 0.4f, Color.GRAY);
    }
    flow.y += height;
  }

  private void cell(Prose prose, String text, Weight weight, float x, float width)
      throws IOException {
    float y = flow.y + PAD * 0.7f;
    for (List<Prose.Run> line : prose.wrap(text, weight, width - 2 * PAD)) {
      sheet.text(prose, line, x + PAD, y, Sheet.INK);
      y += prose.leading();
    }
  }

  private float height(Prose prose, List<String> cells, float[] widths, boolean head)
      throws IOException {
    int lines = 1;
    for (int i = 0; i < cells.size(); i++) {
      Weight weight = head ? Weight.BOLD : Weight.REGULAR;
      if (i >= widths.length) {
        throw new IllegalArgumentException("More cells than columns: " + cells);
      }
      lines = Math.max(lines, prose.wrap(cells.get(i), weight, widths[i] - 2 * PAD).size());
    }
    return lines * prose.leading() + PAD * 1.4f;
  }

  private float[] shares(float[] parts) {
    float sum = 0;
    for (float part : parts) {
      sum += part;
    }
    float[] widths = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      widths[i] = parts[i] / sum * flow.width;
    }
    return widths;
  }

  /** Label, value, label, value in one row; the labels stand in every first place. */
  void pairs(Block block) throws IOException {
    Options options = block.options();
    Prose prose = style.prose(options.number("scale", 1));
    float[] widths = shares(options.numbers());
    Weight label = options.has("light") ? Weight.REGULAR : Weight.BOLD;
    for (List<String> row : block.rows()) {
      float height = height(prose, row, widths, true) - PAD * 0.6f;
      flow.need(height);
      float x = flow.left;
      for (int i = 0; i < row.size(); i++) {
        cell(prose, row.get(i), i % 2 == 0 ? label : Weight.REGULAR, x, widths[i]);
        x += widths[i];
      }
      flow.y += height;
    }
    flow.y += 4;
  }

  /** Bordered boxes with a small label above the value: {@code Label = Value | Label = Value}. */
  void boxes(Block block) throws IOException {
    Options options = block.options();
    Prose small = style.prose(options.number("labels", 0.72f));
    Prose prose = style.prose(options.number("scale", 1));
    float[] widths = shares(options.numbers());
    for (List<String> row : block.rows()) {
      List<String> values = row.stream().map(c -> part(c, 1)).toList();
      float height = height(prose, values, widths, false) + small.leading();
      flow.need(height);
      float x = flow.left;
      for (int i = 0; i < row.size(); i++) {
        sheet.box(x, flow.y, widths[i], height, null, Color.DARK_GRAY, 0.7f);
        String label = part(row.get(i), 0);
        sheet.text(small, label, Weight.REGULAR, x + PAD, flow.y + 1.5f, Color.DARK_GRAY);
        flow.y += small.leading();
        cell(
            prose, values.get(i), options.has("bold") ? Weight.BOLD : Weight.REGULAR, x, widths[i]);
        flow.y -= small.leading();
        x += widths[i];
      }
      flow.y += height;
    }
    flow.y += options.number("after", 5);
  }

  private static String part(String cell, int index) {
    String[] parts = cell.split("=", 2);
    return parts.length > index ? parts[index].strip() : "";
  }

  /** The shaded strip with who the patient is. */
  void banner(Block block) throws IOException {
    Prose prose = style.prose(block.options().number("scale", 0.95f));
    float[] widths = shares(block.options().numbers());
    List<List<String>> rows = new ArrayList<>(block.rows());
    float height = 6;
    for (List<String> row : rows) {
      height += height(prose, row, widths, false) - PAD * 0.8f;
    }
    flow.need(height);
    sheet.box(flow.left, flow.y, flow.width, height, style.tint(0.09f), style.accent(), 0.6f);
    float below = flow.y + height;
    flow.y += 3;
    for (List<String> row : rows) {
      float x = flow.left;
      for (int i = 0; i < row.size(); i++) {
        cell(prose, row.get(i), Weight.REGULAR, x, widths[i]);
        x += widths[i];
      }
      flow.y += height(prose, row, widths, false) - PAD * 0.8f;
    }
    flow.y = below + 5;
  }
}
