package org.openpriorauth.reader;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Where a word of the sample letter was printed. */
final class Ink {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, false);

  private Ink() {}

  /** The left edge of a word of a line, in points from the margin. */
  static double left(int line, int word) {
    String[] words = Samples.LETTER[line].split(" ");
    String before = String.join(" ", List.of(words).subList(0, word)) + (word > 0 ? " " : "");
    return new Font(Font.SERIF, Font.PLAIN, 12).getStringBounds(before, CONTEXT).getWidth();
  }

  /** The middle of its ink, in pixels. */
  static double[] centre(String word, int dpi) {
    Font font = new Font(Font.SERIF, Font.PLAIN, 12).deriveFont((float) (dpi / 72.0 * 12));
    for (int line = 0; line < Samples.LETTER.length; line++) {
      int at = Samples.LETTER[line].indexOf(word);
      if (at >= 0) {
        double left =
            dpi + font.getStringBounds(Samples.LETTER[line].substring(0, at), CONTEXT).getWidth();
        Rectangle2D ink = font.createGlyphVector(CONTEXT, word).getVisualBounds();
        return new double[] {
          left + ink.getCenterX(), Samples.baseline(line) / 72 * dpi + ink.getCenterY()
        };
      }
    }
    throw new IllegalArgumentException(word);
  }
}
