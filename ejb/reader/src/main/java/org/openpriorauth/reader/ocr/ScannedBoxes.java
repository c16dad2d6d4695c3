package org.openpriorauth.reader.ocr;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.page.Tick;

/**
 * Finds the small squares of a form in a straight picture, and looks what is in them. One pass over
 * the pixels: only where a line of a box's length begins is anything else looked at.
 */
final class ScannedBoxes {
  /** In points. */
  private static final double LEAST = 6;

  private static final double LARGEST = 20;

  /** A page with more is graph paper, or a code. */
  private static final int MOST = 200;

  /** Share of the strip behind the border that may be dark: a box has paper there. */
  private static final double MOST_STRIP = 0.45;

  /** Share of a side that must be there, and of one that correction fluid left. */
  private static final double WHOLE = 0.85;

  private static final double BROKEN = 0.3;

  /** Share of the inside that is dark: dust, a mark, a filled box. */
  private static final double DUST = 0.035;

  private static final double MARK = 0.06;
  private static final double HALF = 0.5;
  private static final double FILLED = 0.8;

  /** In parts of a side: a tick may run over the corner and make the upper line longer. */
  private static final double OVERSHOOT = 1.7;

  private final Gray picture;
  private final int threshold;
  private final int least;
  private final int largest;

  private ScannedBoxes(Gray picture, int dpi) {
    this.picture = picture;
    this.threshold = Condition.threshold(picture);
    this.least = (int) Math.ceil(LEAST * dpi / 72);
    this.largest = (int) (LARGEST * dpi / 72);
  }

  /**
   * In pixels.
   *
   * @param tick what it shows; null if its border is broken, or if all of it is dark
   * @param dark share of its inside
   */
  record Square(int left, int top, int size, Tick tick, double dark) {
    int right() {
      return left + size;
    }

    int bottom() {
      return top + size;
    }

    private boolean isLike(Square other) {
      return Math.abs(size - other.size) <= Math.max(3, size / 5);
    }

    private boolean covers(Square other) {
      return Math.abs(left - other.left) < size / 2 && Math.abs(top - other.top) < size / 2;
    }
  }

  /** The squares of a picture that is straight and upright. */
  static List<Square> in(Gray picture, int dpi) {
    List<Square> found = new ScannedBoxes(picture, dpi).found();
    if (found.size() > MOST) {
      return List.of();
    }
    List<Square> settled = new ArrayList<>();
    for (Square square : found) {
      boolean others = found.stream().anyMatch(s -> s.tick() == Tick.EMPTY && s.isLike(square));
      if (square.tick() != null && (square.tick() != Tick.UNCLEAR || others)) {
        settled.add(square);
      } else if (square.tick() == null
          && others
          && (square.dark() >= HALF || square.dark() < DUST)) {
        // Among boxes that are plain, a dark one is filled and a broken one was painted over.
        Tick tick = square.dark() >= HALF ? Tick.TICKED : Tick.UNCLEAR;
        settled.add(new Square(square.left(), square.top(), square.size(), tick, square.dark()));
      }
    }
    return settled;
  }

  private List<Square> found() {
    List<Square> found = new ArrayList<>();
    if (least < 8) {
      return found;
    }
    for (int y = 1; y < picture.height() - least; y++) {
      int start = -1;
      for (int x = 0; x <= picture.width(); x++) {
        boolean dark = x < picture.width() && isDark(x, y);
        if (dark && start < 0) {
          start = x;
        } else if (!dark && start >= 0) {
          int length = x - start;
          if (length >= least && length <= largest * OVERSHOOT && isEdge(start, x, y)) {
            Square square = at(start, y, length);
            if (square != null && found.size() <= MOST && !isKnown(found, square)) {
              found.add(square);
            }
          }
          start = -1;
        }
      }
    }
    return found;
  }

  private static boolean isKnown(List<Square> found, Square square) {
    return found.stream().anyMatch(s -> s.covers(square));
  }

  private boolean isDark(int x, int y) {
    return picture.at(x, y) < threshold;
  }

  /** Whether it is light above a line: its upper edge. */
  private boolean isEdge(int from, int to, int y) {
    int dark = 0;
    for (int x = from; x < to; x++) {
      dark += isDark(x, y - 1) ? 1 : 0;
    }
    return dark * 4 < to - from;
  }

  private Square at(int x, int y, int length) {
    for (int left = x; left <= x + least / 3; left++) {
      int side = down(left, y);
      if (side >= least && side <= largest && length >= side * 0.8 && length <= side * OVERSHOOT) {
        return square(left, y, side);
      }
    }
    return null;
  }

  /** How far a line goes down from a point. */
  private int down(int x, int y) {
    int gap = 0;
    int length = 0;
    for (int i = 0; gap <= 2 && i <= largest + 3; i++) {
      boolean dark = isDark(x, y + i) || isDark(x + 1, y + i) || isDark(x - 1, y + i);
      gap = dark ? 0 : gap + 1;
      length = dark ? i + 1 : length;
    }
    return length;
  }

  private Square square(int left, int top, int side) {
    double right = 0;
    int width = side;
    for (int x = left + side * 4 / 5; x <= left + side * 6 / 5; x++) {
      double share = column(x, top, side);
      if (share > right) {
        right = share;
        width = x - left + 1;
      }
    }
    double bottom = 0;
    int height = side;
    for (int y = top + side * 4 / 5; y <= top + side; y++) {
      double share = row(y, left, width);
      if (share > bottom) {
        bottom = share;
        height = y - top + 1;
      }
    }
    boolean whole = right >= WHOLE && bottom >= WHOLE;
    boolean broken =
        Math.max(right, bottom) >= WHOLE && Math.min(right, bottom) >= BROKEN && !whole;
    if (!whole && !broken) {
      return null;
    }
    int size = (height + width) / 2;
    double inside = inside(left, top, width, height);
    if (broken) {
      return inside < DUST ? new Square(left, top, size, null, inside) : null;
    }
    return new Square(left, top, size, tick(left, top, width, height, inside), inside);
  }

  private double column(int x, int top, int height) {
    int dark = 0;
    for (int y = top; y < top + height; y++) {
      dark += isDark(x, y) ? 1 : 0;
    }
    return (double) dark / height;
  }

  private double row(int y, int left, int width) {
    int dark = 0;
    for (int x = left; x < left + width; x++) {
      dark += isDark(x, y) ? 1 : 0;
    }
    return (double) dark / width;
  }

  private static int border(int size) {
    return Math.max(3, (int) Math.round(size * 0.2));
  }

  private double inside(int left, int top, int width, int height) {
    int border = border(Math.min(width, height));
    int dark = 0;
    int all = 0;
    for (int y = top + border; y < top + height - border; y++) {
      for (int x = left + border; x < left + width - border; x++) {
        dark += isDark(x, y) ? 1 : 0;
        all++;
      }
    }
    return all == 0 ? 1 : (double) dark / all;
  }

  private Tick tick(int left, int top, int width, int height, double inside) {
    if (inside >= FILLED || inside > MARK && strip(left, top, width, height) > MOST_STRIP) {
      return null;
    }
    if (inside < DUST) {
      return Tick.EMPTY;
    }
    if (inside < MARK) {
      return Tick.UNCLEAR;
    }
    double falling = diagonal(left, top, width, height, false);
    double rising = diagonal(left, top, width, height, true);
    boolean crossed = falling > 0.7 && rising > 0.7 && isOpen(left, top, width, height);
    return crossed ? Tick.CROSSED : Tick.TICKED;
  }

  /** What is light on dark has no paper behind what looks like its border. */
  private double strip(int left, int top, int width, int height) {
    int in = Math.max(3, (int) Math.round(Math.min(width, height) * 0.15));
    // Away from the corners, where a cross has its ends.
    int across = width * 3 / 10;
    int down = height * 3 / 10;
    double upper = row(top + in, left + width * 35 / 100, across);
    double lower = row(top + height - 1 - in, left + width * 35 / 100, across);
    double before = column(left + in, top + height * 35 / 100, down);
    double behind = column(left + width - 1 - in, top + height * 35 / 100, down);
    return (upper + lower + before + behind) / 4;
  }

  /** A cross leaves its four sides free, a filled box does not. */
  private boolean isOpen(int left, int top, int width, int height) {
    int[][] sides = {{50, 27}, {50, 73}, {27, 50}, {73, 50}};
    int dark = 0;
    for (int[] side : sides) {
      dark += isDark(left + width * side[0] / 100, top + height * side[1] / 100) ? 1 : 0;
    }
    return dark <= 1;
  }

  /** How much of the way from corner to corner there is ink near by. */
  private double diagonal(int left, int top, int width, int height, boolean rising) {
    int reach = Math.max(1, width / 10);
    int seen = 0;
    int steps = 0;
    for (int i = 22; i <= 78; i += 4) {
      int x = left + width * (rising ? 100 - i : i) / 100;
      int y = top + height * i / 100;
      boolean ink = false;
      for (int d = -reach; d <= reach; d++) {
        ink |= isDark(x + d, y);
      }
      seen += ink ? 1 : 0;
      steps++;
    }
    return (double) seen / steps;
  }
}
