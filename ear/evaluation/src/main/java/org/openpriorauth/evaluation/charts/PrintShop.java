package org.openpriorauth.evaluation.charts;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.openpriorauth.evaluation.charts.Wrap.Piece;

/** Prints a chart to PDF, part after part. */
final class PrintShop {
  private PrintShop() {}

  static Print print(Chart chart) throws IOException {
    List<Label> labels = new ArrayList<>();
    List<Integer> stray = new ArrayList<>();
    try (PDDocument document = new PDDocument()) {
      for (Part part : chart.parts()) {
        int before = document.getNumberOfPages();
        List<Label> drawn = labels(part, draw(part, document));
        int after = document.getNumberOfPages();
        if (part.stray()) {
          IntStream.rangeClosed(before + 1, after).forEach(stray::add);
        } else {
          labels.addAll(drawn);
        }
      }
      return new Print(Bytes.of(document), labels, stray);
    }
  }

  /** Who writes in this layout is also who orders, or refers, unless the case says none. */
  private static List<Label> labels(Part part, List<Label> drawn) {
    List<Label> labels = new ArrayList<>(drawn);
    String role = part.layout().page().text("author", "");
    if (!role.isEmpty() && !part.facts().containsKey("x.author")) {
      drawn.stream()
          .filter(l -> l.name().equals("document.author"))
          .forEach(l -> labels.add(new Label(FieldNames.of(role), l.value(), l.page())));
    }
    return labels;
  }

  static List<Block> blocks(Part part) {
    return Script.read(part.layout().around(part.body()), inline(part, Map.of()));
  }

  private static Inline inline(Part part, Map<String, String> more) {
    Map<String, String> facts = new HashMap<>(part.facts());
    facts.putAll(more);
    return new Inline(facts, part.layout().page().has("capitals"));
  }

  private static List<Label> draw(Part part, PDDocument document) throws IOException {
    Look look = Look.of(document, part.layout().page());
    Paper paper = new Paper(document, look);
    float head = part.layout().setting("head").isPresent() ? look.size() * 2 : 0;
    float foot = part.layout().setting("foot").isPresent() ? look.size() * 2.2f : 0;
    Column column = new Column(paper, look, head, foot);
    new Setter(paper, look, column).set(blocks(part));
    for (int page = 1; page <= paper.pages(); page++) {
      paper.reopen(page);
      strip(part, paper, look, "head", page, look.margin() * 0.62f);
      float bottom = look.pageHeight() - look.margin() * 0.75f - look.size();
      strip(part, paper, look, "foot", page, bottom);
    }
    return paper.finish();
  }

  /** The running head or foot of a document that has only one page. */
  static String strip(Part part, String kind) {
    String line = part.layout().setting(kind).orElse("");
    Inline inline = inline(part, Map.of("page", "1", "pages", "1"));
    List<String> pieces = new ArrayList<>();
    for (String piece : line.split("\\|")) {
      inline
          .read(piece.strip())
          .ifPresent(runs -> runs.forEach(run -> pieces.add(run.text().strip())));
    }
    return String.join(" ", pieces);
  }

  /** A running head or foot: up to three pieces, left, middle and right. */
  private static void strip(Part part, Paper paper, Look look, String kind, int page, float y)
      throws IOException {
    Map<String, String> count = Map.of("page", "" + page, "pages", "" + paper.pages());
    String line = part.layout().setting(kind).orElse("");
    String[] pieces = line.split("\\|");
    Wrap wrap = new Wrap(look, look.size() * 0.84f);
    float width = look.pageWidth() - 2 * look.margin();
    for (int i = 0; i < pieces.length; i++) {
      var runs = inline(part, count).read(pieces[i].strip());
      if (runs.isPresent()) {
        List<Piece> set = wrap.lines(runs.get(), Float.MAX_VALUE, false).get(0);
        float share = pieces.length == 1 ? 0 : (float) i / (pieces.length - 1);
        float x = look.margin() + (width - wrap.width(set)) * share;
        paper.line(set, x, y, wrap.size(), Color.DARK_GRAY);
      }
    }
  }
}
