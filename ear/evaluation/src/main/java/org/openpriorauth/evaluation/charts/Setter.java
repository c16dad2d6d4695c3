package org.openpriorauth.evaluation.charts;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.evaluation.charts.Block.Move;
import org.openpriorauth.evaluation.charts.Block.Table;
import org.openpriorauth.evaluation.charts.Block.Text;
import org.openpriorauth.evaluation.charts.Wrap.Piece;

/** Sets blocks on pages. */
final class Setter {
  private final Paper paper;
  private final Look look;
  private final Column column;

  Setter(Paper paper, Look look, Column column) {
    this.paper = paper;
    this.look = look;
    this.column = column;
  }

  void set(List<Block> blocks) throws IOException {
    for (Block block : blocks) {
      if (block instanceof Text text) {
        text(text);
      } else if (block instanceof Table table) {
        new Ruler(paper, look, column).table(table);
      } else if (block instanceof Move move) {
        move(move);
      }
    }
  }

  private void move(Move move) throws IOException {
    switch (move.kind()) {
      case "space" -> column.y += Float.parseFloat(move.options().words().get(0));
      case "rule" -> {
        column.need(8);
        float right = column.x + column.width;
        paper.rule(column.x, column.y + 3, right, column.y + 3, 0.8f, look.accent());
        column.y += 7;
      }
      case "page" -> column.newPage();
      case "columns" -> column.split(Float.parseFloat(move.options().words().get(0)));
      case "next" -> column.next();
      case "end" -> column.join();
      default -> throw new IllegalArgumentException("No such directive: @" + move.kind());
    }
  }

  private void text(Text text) throws IOException {
    switch (text.style()) {
      case "heading" -> heading(text);
      case "title" -> lines(text, 1.35f, 0, true, look.accent());
      case "big" -> lines(text, 1.7f, 0, true, look.accent());
      case "small" -> lines(text, 0.8f, 0, false, Color.DARK_GRAY);
      case "bullet" -> {
        String sign = look.options().text("bullet", "-");
        column.need(look.size() * look.leading());
        List<Run> dash = List.of(new Run(sign, false, null, false));
        Wrap wrap = new Wrap(look, look.size());
        paper.line(
            wrap.lines(dash, 20, false).get(0), column.x + 8, column.y, look.size(), Color.BLACK);
        lines(text, 1, 18, false, Color.BLACK);
      }
      case "quote" -> quote(text);
      default -> lines(text, 1, 0, false, Color.BLACK);
    }
  }

  private void quote(Text text) throws IOException {
    float from = column.y;
    lines(text, 0.95f, 14, false, Color.BLACK);
    if (column.y > from) {
      paper.rule(column.x + 6, from, column.x + 6, column.y - 2, 1.2f, Color.GRAY);
    }
  }

  private void heading(Text text) throws IOException {
    float size = look.size() * 1.08f;
    column.y += look.size() * 0.5f;
    column.need(size * 3.4f);
    float right = column.x + column.width;
    switch (look.heading()) {
      case "bar" -> {
        paper.box(column.x, column.y - 1, column.width, size * 1.4f, look.accent(), null);
        Text inset = new Text("", text.runs());
        column.y += 1;
        lines(inset, 1.02f, 4, true, Color.WHITE);
      }
      case "grey" -> {
        Color shade = new Color(0xdd, 0xdd, 0xdd);
        paper.box(column.x, column.y - 1, column.width, size * 1.4f, shade, Color.GRAY);
        lines(text, 1.02f, 4, true, Color.BLACK);
      }
      case "under" -> {
        lines(text, 1.08f, 0, true, look.accent());
        paper.rule(column.x, column.y, right, column.y, 0.6f, look.accent());
        column.y += 3;
      }
      case "caps" -> lines(new Text("", capitals(text.runs())), 1, 0, true, Color.BLACK);
      case "plain" -> lines(text, 1, 0, false, Color.BLACK);
      default -> lines(text, 1.08f, 0, true, look.accent());
    }
  }

  private static List<Run> capitals(List<Run> runs) {
    return runs.stream()
        .map(r -> new Run(r.text().toUpperCase(Locale.ROOT), true, r.field(), r.fact()))
        .toList();
  }

  private void lines(Text text, float scale, float indent, boolean bold, Color ink)
      throws IOException {
    float size = look.size() * scale;
    Wrap wrap = new Wrap(look, size);
    for (List<Piece> line : wrap.lines(text.runs(), column.width - indent, bold)) {
      column.need(size * look.leading());
      float free = column.width - wrap.width(line);
      float shift =
          switch (text.style()) {
            case "center" -> free / 2;
            case "right" -> free;
            case "title", "big" -> look.options().has("centered") ? free / 2 : 0;
            default -> indent;
          };
      paper.line(line, column.x + shift, column.y, size, ink);
      column.y += size * look.leading();
    }
    column.y += look.options().number("gap", 2);
  }
}
