package org.openpriorauth.reader.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openpriorauth.reader.page.Word;

/**
 * Whether a page that OCR read badly is written by hand. Print, however bad, is letters of two or
 * three heights that stand apart; a hand joins its letters into shapes of all heights and widths.
 * Only pages that were read badly are measured, on a small picture.
 */
final class Handwriting {
  /** Fine enough to tell a letter from its neighbour. */
  private static final int DPI = 100;

  /** In pixels of the small picture. */
  private static final int LEAST = 4;

  private static final int HIGHEST = 90;
  private static final int WIDEST = 400;

  /** Fewer shapes are a signature, a stamp or a picture. */
  private static final int FEW = 25;

  private static final int SURE = 70;

  private final Gray small;
  private final int threshold;
  private final byte[] seen;
  private final int[] stack;

  private Handwriting(Gray small) {
    this.small = small;
    this.threshold = Condition.threshold(small);
    this.seen = new byte[small.width() * small.height()];
    this.stack = new int[seen.length];
  }

  /**
   * Something dark that holds together.
   *
   * @param ink its dark pixels
   */
  record Shape(int left, int top, int width, int height, int ink) {}

  /**
   * What is measured.
   *
   * @param shapes that no word explains which was read with confidence
   * @param explained shapes that one does
   * @param regular share of the unexplained whose height is about the middle one
   * @param wide their middle width over their middle height
   * @param full the middle share of its box that a shape fills
   */
  record Measures(int shapes, int explained, double regular, double wide, double full) {
    boolean isHand() {
      return shapes >= FEW && shapes > 2 * explained && regular < 0.62 && wide > 1.1 && full < 0.4;
    }
  }

  /** Measures an upright page. */
  static Measures of(Gray page, int dpi, List<Word> words) {
    int times = Math.max(1, Math.round((float) dpi / DPI));
    Handwriting hand = new Handwriting(page.reduced(times));
    List<Shape> open = new ArrayList<>();
    int explained = 0;
    for (Shape shape : hand.shapes()) {
      if (hand.isExplained(shape, words)) {
        explained++;
      } else {
        open.add(shape);
      }
    }
    if (open.isEmpty()) {
      return new Measures(0, explained, 1, 0, 1);
    }
    double height = middle(open.stream().mapToDouble(Shape::height).toArray());
    double width = middle(open.stream().mapToDouble(Shape::width).toArray());
    double full =
        middle(
            open.stream().mapToDouble(s -> (double) s.ink() / (s.width() * s.height())).toArray());
    long alike = open.stream().filter(s -> Math.abs(s.height() - height) <= 0.25 * height).count();
    return new Measures(open.size(), explained, (double) alike / open.size(), width / height, full);
  }

  private boolean isExplained(Shape shape, List<Word> words) {
    double x = (shape.left() + shape.width() / 2.0) / small.width();
    double y = (shape.top() + shape.height() / 2.0) / small.height();
    return words.stream().anyMatch(w -> w.confidence() >= SURE && w.box().holds(x, y));
  }

  private static double middle(double... values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (int at = 0; at < seen.length; at++) {
      if (seen[at] == 0 && isDark(at)) {
        Shape shape = shape(at);
        boolean rule = shape.height() < LEAST || shape.width() > 12 * shape.height();
        boolean size =
            shape.height() >= LEAST && shape.height() <= HIGHEST && shape.width() <= WIDEST;
        if (size && !rule && shape.ink() >= LEAST) {
          shapes.add(shape);
        }
      }
    }
    return shapes;
  }

  private boolean isDark(int at) {
    return (small.pixels()[at] & 0xff) < threshold;
  }

  private Shape shape(int start) {
    int width = small.width();
    int left = width;
    int right = 0;
    int top = small.height();
    int bottom = 0;
    int ink = 0;
    int depth = 0;
    stack[depth++] = start;
    seen[start] = 1;
    while (depth > 0) {
      int at = stack[--depth];
      int x = at % width;
      int y = at / width;
      ink++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (int ny = Math.max(0, y - 1); ny <= Math.min(small.height() - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int next = ny * width + nx;
          if (seen[next] == 0 && isDark(next)) {
            seen[next] = 1;
            stack[depth++] = next;
          }
        }
      }
    }
    return new Shape(left, top, right - left + 1, bottom - top + 1, ink);
  }
}
