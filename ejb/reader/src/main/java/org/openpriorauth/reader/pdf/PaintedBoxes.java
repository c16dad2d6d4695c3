package org.openpriorauth.reader.pdf;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.openpriorauth.reader.page.Box;
import org.openpriorauth.reader.page.Rotation;
import org.openpriorauth.reader.page.Tick;
import org.openpriorauth.reader.page.Word;
import org.openpriorauth.reader.pdf.Paths.Painted;

/**
 * Boxes to tick that a page draws, with what is drawn or written in them. A small square is such a
 * box only beside a word; one of many that touch is a cell for a letter.
 */
final class PaintedBoxes {
  private static final double LEAST = 5.5;
  private static final double LARGEST = 20;

  /** A page with more is graph paper. */
  private static final int MOST = 400;

  /** In parts of a box: how much of it a mark must span, and how far it may reach beyond it. */
  private static final double LEAST_MARK = 0.3;

  private static final double MOST_MARK = 2.2;
  private static final double FLAT = 0.15;
  private static final double FILLED = 0.2;

  private final PDRectangle crop;
  private final Rotation rotation;
  private final List<Painted> paths;

  PaintedBoxes(PDPage page, Paths paths) {
    this.crop = page.getCropBox();
    this.rotation = Rotation.ofDegrees(page.getRotation());
    this.paths = paths.small();
  }

  /** The words of the page, its boxes among them. */
  List<Word> among(List<Word> words) {
    List<Painted> frames = frames();
    if (frames.isEmpty() || frames.size() > MOST) {
      return words;
    }
    List<Word> all = new ArrayList<>(words);
    for (Painted frame : frames) {
      Box place = place(frame.bounds());
      List<Word> inside =
          words.stream().filter(w -> place.holds(w.box().centreX(), w.box().centreY())).toList();
      Tick tick = tick(frame, inside, frames);
      if (tick != null && isBeside(place, words, inside)) {
        all.removeAll(inside);
        all.add(new Word(tick.sign(), place, 100));
      }
    }
    return all;
  }

  private List<Painted> frames() {
    List<Painted> frames = new ArrayList<>();
    for (Painted path : paths) {
      double width = path.bounds().getWidth();
      double height = path.bounds().getHeight();
      boolean square = Math.min(width, height) > 0.75 * Math.max(width, height);
      if (path.box()
          && square
          && Math.min(width, height) >= LEAST
          && Math.max(width, height) <= LARGEST
          && frames.stream().noneMatch(f -> isSame(f.bounds(), path.bounds()))) {
        frames.add(path);
      }
    }
    return frames.size() > MOST
        ? List.of()
        : frames.stream().filter(f -> frames.stream().noneMatch(g -> touch(f, g))).toList();
  }

  /** A border inside a border is the same box. */
  private static boolean isSame(Rectangle2D a, Rectangle2D b) {
    return a.contains(b.getCenterX(), b.getCenterY()) && b.contains(a.getCenterX(), a.getCenterY());
  }

  private static boolean touch(Painted a, Painted b) {
    if (a.equals(b)) {
      return false;
    }
    double gap = 0.1 * a.bounds().getWidth();
    Rectangle2D wide =
        new Rectangle2D.Double(
            a.bounds().getX() - gap,
            a.bounds().getY() - gap,
            a.bounds().getWidth() + 2 * gap,
            a.bounds().getHeight() + 2 * gap);
    return wide.intersects(b.bounds());
  }

  /** What a box shows, or null if it is none. */
  private Tick tick(Painted frame, List<Word> inside, List<Painted> frames) {
    if (!inside.isEmpty()) {
      Tick written = inside.size() == 1 ? Tick.of(inside.get(0).text()) : null;
      boolean known = inside.stream().anyMatch(w -> Tick.isSign(w.text()));
      boolean letters = inside.stream().anyMatch(Word::hasLetterOrDigit);
      return known || written == null && letters ? null : written == null ? Tick.UNCLEAR : written;
    }
    if (frame.dark() || !frame.outlined()) {
      // One among empty ones is ticked; one that stands alone is a bullet.
      boolean others =
          frames.stream()
              .anyMatch(f -> f.outlined() && !f.dark() && isAlike(f.bounds(), frame.bounds()));
      return others ? Tick.TICKED : null;
    }
    return drawn(frame);
  }

  private static boolean isAlike(Rectangle2D a, Rectangle2D b) {
    return Math.abs(a.getWidth() - b.getWidth()) < 0.2 * a.getWidth();
  }

  private Tick drawn(Painted frame) {
    Rectangle2D box = frame.bounds();
    List<Painted> marks =
        paths.stream()
            .filter(p -> box.contains(p.bounds().getCenterX(), p.bounds().getCenterY()))
            .filter(p -> !(p.box() && !p.dark() && isSame(p.bounds(), box)))
            .toList();
    if (marks.isEmpty()) {
      return Tick.EMPTY;
    }
    Rectangle2D all = new Rectangle2D.Double();
    all.setRect(marks.get(0).bounds());
    marks.forEach(m -> all.add(m.bounds()));
    double size = box.getWidth();
    double longest = Math.max(all.getWidth(), all.getHeight()) / size;
    boolean filled = marks.stream().anyMatch(m -> m.dark() && area(m) > FILLED * size * size);
    boolean stroke = Math.min(all.getHeight(), all.getWidth()) < FLAT * size;
    if (longest < LEAST_MARK || longest > MOST_MARK || stroke && !filled) {
      return Tick.UNCLEAR;
    }
    List<Line2D> lines = marks.stream().flatMap(m -> m.lines().stream()).limit(100).toList();
    return isCross(lines, box) ? Tick.CROSSED : Tick.TICKED;
  }

  private static double area(Painted mark) {
    return mark.bounds().getWidth() * mark.bounds().getHeight();
  }

  /** Two strokes that meet in the middle of both, one rising and one falling. */
  private static boolean isCross(List<Line2D> lines, Rectangle2D box) {
    for (Line2D a : lines) {
      for (Line2D b : lines) {
        if (slope(a) > 0
            && slope(b) < 0
            && length(a) > LEAST_MARK * box.getWidth()
            && length(b) > LEAST_MARK * box.getWidth()
            && a.intersectsLine(b)
            && isInner(a, b)
            && isInner(b, a)) {
          return true;
        }
      }
    }
    return false;
  }

  private static double slope(Line2D line) {
    return (line.getX2() - line.getX1()) * (line.getY2() - line.getY1());
  }

  private static double length(Line2D line) {
    return line.getP1().distance(line.getP2());
  }

  /** Whether the ends of a line stand clear of the other. */
  private static boolean isInner(Line2D line, Line2D other) {
    double clear = 0.2 * length(line);
    return other.ptLineDist(line.getP1()) > clear * 0.5
        && other.ptLineDist(line.getP2()) > clear * 0.5;
  }

  private static boolean isBeside(Box place, List<Word> words, List<Word> inside) {
    return words.stream()
        .filter(w -> !inside.contains(w) && w.hasLetterOrDigit())
        .filter(w -> w.box().sharedHeight(place) > 0.4 * Math.min(w.box().height(), place.height()))
        .anyMatch(
            w -> {
              double right = w.box().x() - place.right();
              double left = place.x() - w.box().right();
              return right > -place.width() / 2 && right < 3 * place.width()
                  || left > -place.width() / 2 && left < 2 * place.width();
            });
  }

  private Box place(Rectangle2D bounds) {
    double left = (bounds.getMinX() - crop.getLowerLeftX()) / crop.getWidth();
    double right = (bounds.getMaxX() - crop.getLowerLeftX()) / crop.getWidth();
    double top = 1 - (bounds.getMaxY() - crop.getLowerLeftY()) / crop.getHeight();
    double bottom = 1 - (bounds.getMinY() - crop.getLowerLeftY()) / crop.getHeight();
    return rotation.turn(Box.between(left, top, right, bottom));
  }
}
