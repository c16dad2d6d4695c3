package org.openpriorauth.reader.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.openpriorauth.reader.page.Box;
import org.openpriorauth.reader.page.Rotation;
import org.openpriorauth.reader.page.Symbols;
import org.openpriorauth.reader.page.Word;

/** Collects the glyphs of a page into words, with boxes on the page as a viewer shows it. */
final class Glyphs {
  /** How far an ordinary letter reaches above and below its base line, in parts of the size. */
  private static final double ASCENT = 0.74;

  private static final double DESCENT = 0.21;

  /** Words must follow one direction to this share before the page is turned for them. */
  private static final double MAJORITY = 0.8;

  private final PDRectangle crop;
  private final Rotation pageRotation;
  private final List<Word> words = new ArrayList<>();
  private final int[] directions = new int[4];
  private int readable;
  private int unreadable;

  private final StringBuilder text = new StringBuilder();
  private Box box;

  Glyphs(PDPage page) {
    this.crop = page.getCropBox();
    this.pageRotation = Rotation.ofDegrees(page.getRotation());
  }

  /** Takes a run of glyphs; white space in it separates words, and so does its end. */
  void addRun(List<TextPosition> run) {
    for (TextPosition glyph : run) {
      String unicode = seen(glyph);
      if (unicode == null || isSpace(unicode)) {
        endWord();
      } else {
        add(glyph, unicode);
      }
    }
    endWord();
  }

  /** Also one that does not break a line: what is printed from a browser is full of them. */
  private static boolean isSpace(String unicode) {
    return unicode
        .codePoints()
        .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B);
  }

  /** Fonts of signs have letters' codes; what is meant is the sign. */
  private static String seen(TextPosition glyph) {
    String unicode = glyph.getUnicode();
    String font = glyph.getFont() == null ? null : glyph.getFont().getName();
    if (unicode == null || unicode.length() != 1 || font == null || !font.contains("Wingdings")) {
      return unicode;
    }
    return String.valueOf(Symbols.of(font, unicode.charAt(0)));
  }

  private void add(TextPosition glyph, String unicode) {
    // Ligatures and other presentation forms become the letters that people search for.
    String plain =
        isPresentation(unicode) ? Normalizer.normalize(unicode, Normalizer.Form.NFKC) : unicode;
    plain.codePoints().forEach(this::count);
    for (String part : plain.split("\\s+")) {
      text.append(part);
    }
    Box place = place(glyph);
    box = box == null ? place : box.around(place);
  }

  private static boolean isPresentation(String unicode) {
    return unicode.chars().anyMatch(c -> c >= 0xFB00 && c <= 0xFDFF || c >= 0xFE70 && c < 0xFEFF);
  }

  private void count(int character) {
    if (Character.isLetterOrDigit(character)) {
      readable++;
    } else if (character == 0xFFFD
        || Character.getType(character) == Character.PRIVATE_USE
        || Character.getType(character) == Character.SURROGATE
        || Character.isISOControl(character)) {
      unreadable++;
    }
  }

  private Box place(TextPosition glyph) {
    Matrix matrix = glyph.getTextMatrix();
    double x = matrix.getTranslateX();
    double y = matrix.getTranslateY();
    double along = glyph.getEndX() - x;
    double across = glyph.getEndY() - y;
    directions[direction(along, across)]++;
    double upX = matrix.getShearX();
    double upY = matrix.getScaleY();
    double[] xs = {
      x - DESCENT * upX, x + ASCENT * upX, x + along - DESCENT * upX, x + along + ASCENT * upX
    };
    double[] ys = {
      y - DESCENT * upY, y + ASCENT * upY, y + across - DESCENT * upY, y + across + ASCENT * upY
    };
    return pageRotation.turn(
        Box.between(
            least(xs) / crop.getWidth(),
            1 - least(ys) / crop.getHeight(),
            most(xs) / crop.getWidth(),
            1 - most(ys) / crop.getHeight()));
  }

  /** The quarter turns, clockwise as shown, from left-to-right to the direction of a glyph. */
  private int direction(double along, double across) {
    int quarter;
    if (Math.abs(along) >= Math.abs(across)) {
      quarter = along >= 0 ? 0 : 2;
    } else {
      quarter = across < 0 ? 1 : 3;
    }
    return (quarter + pageRotation.degrees() / 90) % 4;
  }

  private void endWord() {
    if (text.length() > 0 && box != null) {
      words.add(new Word(text.toString(), box, 100));
    }
    text.setLength(0);
    box = null;
  }

  List<Word> words() {
    return words;
  }

  int readable() {
    return readable;
  }

  int unreadable() {
    return unreadable;
  }

  /** The turn that brings the writing upright, if nearly all of it runs one way. */
  Rotation rotation() {
    int all = directions[0] + directions[1] + directions[2] + directions[3];
    for (int quarter = 1; quarter < 4; quarter++) {
      if (directions[quarter] > MAJORITY * all) {
        return Rotation.ofDegrees(360 - 90 * quarter);
      }
    }
    return Rotation.NONE;
  }

  private static double least(double... values) {
    double least = values[0];
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double most(double... values) {
    double most = values[0];
    for (double value : values) {
      most = Math.max(most, value);
    }
    return most;
  }
}
