package org.openpriorauth.reader.pdf;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;

/**
 * What a page paints with lines and areas, as far as it is small enough for a box to tick or for
 * the tick in one. What is painted over in white is gone. Places are in points of the page's space.
 */
final class Paths {
  /** In points: what is larger is a rule or a frame around text. */
  private static final double LARGEST = 60;

  /** A page with more is a drawing. */
  private static final int MOST = 4_000;

  private static final int MOST_LINES = 40;
  private static final double WHITE = 0.9;
  private static final double DARK = 0.6;
  private static final double NEAR = 0.5;

  private final List<Painted> small = new ArrayList<>();
  private final List<Outline> current = new ArrayList<>();

  /**
   * @param box whether it is closed and has four straight sides, along the page's, or is round
   * @param outlined whether its border is seen: a line, or an area with a hole
   * @param dark whether its inside is dark
   */
  record Painted(
      Rectangle2D bounds, List<Line2D> lines, boolean box, boolean outlined, boolean dark) {}

  /** One outline of a path in the making. */
  private static final class Outline {
    private final List<Line2D> lines = new ArrayList<>();
    private final Rectangle2D bounds;
    private Point2D at;
    private boolean round;
    private boolean slanted;

    Outline(Point2D start) {
      at = start;
      bounds = new Rectangle2D.Double(start.getX(), start.getY(), 0, 0);
    }

    void to(Point2D next) {
      boolean along =
          Math.abs(next.getX() - at.getX()) < NEAR || Math.abs(next.getY() - at.getY()) < NEAR;
      slanted |= !along;
      if (lines.size() < MOST_LINES) {
        lines.add(new Line2D.Double(at, next));
      }
      bounds.add(next);
      at = next;
    }

    /** A box has a line on each of its sides. */
    boolean isBox() {
      boolean enough = lines.size() >= 3 && lines.size() <= 16;
      boolean closes =
          !lines.isEmpty() && lines.get(0).getP1().distance(at) < 1 || lines.size() == 3;
      return enough && closes && (round || !slanted);
    }
  }

  /** Looks whether an operator belongs to a path. */
  void note(Operator operator, List<COSBase> operands, PDFStreamEngine engine) {
    if (small.size() > MOST || engine.getGraphicsState() == null) {
      return;
    }
    double[] n =
        operands.stream()
            .filter(COSNumber.class::isInstance)
            .mapToDouble(o -> ((COSNumber) o).floatValue())
            .toArray();
    switch (operator.getName()) {
      case "m" -> begin(n, engine);
      case "l" -> lineTo(n, 0, engine);
      case "c" -> curveTo(n, 4, engine);
      case "v", "y" -> curveTo(n, 2, engine);
      case "re" -> rectangle(n, engine);
      case "h" -> close();
      case "S", "s" -> paint(true, Double.NaN);
      case "f", "F", "f*" -> paint(false, shade(engine));
      case "B", "B*", "b", "b*" -> paint(true, shade(engine));
      case "n" -> current.clear();
      case "g", "rg", "k", "sc", "scn", "cs" -> colour(n, engine);
      default -> {
        // Text, pictures and all else.
      }
    }
  }

  private void begin(double[] n, PDFStreamEngine engine) {
    if (n.length >= 2 && current.size() < MOST) {
      current.add(new Outline(point(n[0], n[1], engine)));
    }
  }

  private void lineTo(double[] n, int from, PDFStreamEngine engine) {
    if (n.length >= from + 2 && !current.isEmpty()) {
      current.get(current.size() - 1).to(point(n[from], n[from + 1], engine));
    }
  }

  private void curveTo(double[] n, int from, PDFStreamEngine engine) {
    if (!current.isEmpty()) {
      current.get(current.size() - 1).round = true;
      lineTo(n, from, engine);
    }
  }

  private void rectangle(double[] n, PDFStreamEngine engine) {
    if (n.length >= 4 && current.size() < MOST) {
      Outline outline = new Outline(point(n[0], n[1], engine));
      outline.to(point(n[0] + n[2], n[1], engine));
      outline.to(point(n[0] + n[2], n[1] + n[3], engine));
      outline.to(point(n[0], n[1] + n[3], engine));
      outline.to(point(n[0], n[1], engine));
      current.add(outline);
    }
  }

  private void close() {
    if (!current.isEmpty() && !current.get(current.size() - 1).lines.isEmpty()) {
      Outline last = current.get(current.size() - 1);
      last.to(last.lines.get(0).getP1());
    }
  }

  private static Point2D point(double x, double y, PDFStreamEngine engine) {
    return engine.transformedPoint((float) x, (float) y);
  }

  private void paint(boolean lined, double shade) {
    for (Outline outline : current) {
      Rectangle2D bounds = outline.bounds;
      if (shade >= WHITE) {
        cover(bounds);
      }
      boolean dark = shade <= DARK;
      boolean hollow = dark && current.stream().anyMatch(o -> isHole(o.bounds, bounds));
      boolean inHollow = dark && current.stream().anyMatch(o -> isHole(bounds, o.bounds));
      boolean seen = lined || dark;
      if (seen && !inHollow && Math.max(bounds.getWidth(), bounds.getHeight()) <= LARGEST) {
        boolean box = outline.isBox() && !(hollow && outline.round);
        small.add(new Painted(bounds, outline.lines, box, lined || hollow, dark && !hollow));
      }
    }
    current.clear();
  }

  /** An area inside another of the same path leaves a border only. */
  private static boolean isHole(Rectangle2D inner, Rectangle2D outer) {
    return !inner.equals(outer)
        && outer.contains(inner)
        && inner.getWidth() > 0.6 * outer.getWidth()
        && inner.getHeight() > 0.6 * outer.getHeight();
  }

  /** What lies under white is not seen; an area that white leaves a border of is a box. */
  private void cover(Rectangle2D white) {
    Rectangle2D reach =
        new Rectangle2D.Double(
            white.getX() - NEAR,
            white.getY() - NEAR,
            white.getWidth() + 2 * NEAR,
            white.getHeight() + 2 * NEAR);
    small.removeIf(p -> isWithin(p.bounds(), reach));
    small.replaceAll(
        p ->
            p.dark() && isHole(white, p.bounds())
                ? new Painted(p.bounds(), p.lines(), p.box(), true, false)
                : p);
  }

  /** A line has no area, and lies within all the same. */
  private static boolean isWithin(Rectangle2D inner, Rectangle2D outer) {
    return outer.contains(inner.getMinX(), inner.getMinY())
        && outer.contains(inner.getMaxX(), inner.getMaxY());
  }

  private static double shade(PDFStreamEngine engine) {
    PDColor colour = engine.getGraphicsState().getNonStrokingColor();
    float[] parts = colour.getComponents();
    return parts.length == 1 ? parts[0] : 0;
  }

  /** Kept as a shade in the graphics state, which knows when to forget it. */
  private static void colour(double[] n, PDFStreamEngine engine) {
    double shade =
        switch (n.length) {
          case 1 -> n[0];
          case 3 -> 0.3 * n[0] + 0.59 * n[1] + 0.11 * n[2];
          case 4 -> 1 - Math.min(1, n[3] + 0.3 * n[0] + 0.59 * n[1] + 0.11 * n[2]);
          default -> 0;
        };
    PDColor gray = new PDColor(new float[] {(float) shade}, PDDeviceGray.INSTANCE);
    engine.getGraphicsState().setNonStrokingColor(gray);
  }

  /** Nothing if the page is a drawing. */
  List<Painted> small() {
    return small.size() > MOST ? List.of() : small;
  }
}
