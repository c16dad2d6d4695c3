package org.openpriorauth.wire.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One face of Liberation Sans (SIL Open Font License 1.1), embedded in one document as far as it is
 * used. Its figures are all of one width.
 */
public final class Face {
  /** Stands visibly for a character that the face does not have. */
  private static final int MISSING = 0x25A1;

  private final TrueTypeFont program;
  private final CmapLookup glyphs;
  private final PDType0Font font;
  private final float unitsPerEm;

  private Face(PDDocument document, byte[] ttf) throws IOException {
    program = new TTFParser().parse(new RandomAccessReadBuffer(ttf));
    // Ligatures would be found by no search.
    program.setEnableGsub(false);
    glyphs = program.getUnicodeCmapLookup();
    unitsPerEm = program.getUnitsPerEm();
    font = PDType0Font.load(document, program, true);
  }

  public static Face of(PDDocument document, String name) throws IOException {
    String path = "/liberation/LiberationSans-" + name + ".ttf";
    try (InputStream in = Face.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not in the application: " + path);
      }
      return new Face(document, in.readAllBytes());
    }
  }

  public PDType0Font font() {
    return font;
  }

  /** Width in points of text that is {@link #printable}. */
  public float width(String text, float size) {
    float units = 0;
    try {
      for (int i = 0; i < text.length(); i++) {
        units += program.getAdvanceWidth(glyphs.getGlyphId(text.charAt(i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return units * size / unitsPerEm;
  }

  /**
   * The text with nothing in it that the face cannot print: composed, white space as spaces (a
   * no-break space stays), control and format characters left out, and a box where there is no
   * glyph.
   */
  public String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.getType(c) == Character.SPACE_SEPARATOR) {
                out.append(c == '\u00a0' ? '\u00a0' : ' ');
              } else if (has(c)) {
                out.appendCodePoint(c);
              } else if (!invisible(c)) {
                out.append(replacement(c));
              }
            });
    return out.toString();
  }

  private String replacement(int c) {
    String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    return plain.codePoints().allMatch(this::has) ? plain : Character.toString(MISSING);
  }

  private boolean has(int c) {
    return Character.isBmpCodePoint(c) && !invisible(c) && glyphs.getGlyphId(c) != 0;
  }

  private static boolean invisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT;
  }
}
