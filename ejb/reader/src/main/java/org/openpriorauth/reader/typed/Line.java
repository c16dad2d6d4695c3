package org.openpriorauth.reader.typed;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.page.Word;

/**
 * One line of text and where its words go. What is too long for its width goes on in the next row
 * as it is seen, but stays one line in the text.
 */
final class Line {
  /** Spaces between two pieces: what readers of the text take for two cells. */
  static final int GAP = 3;

  /** Stands for the number of the page that it is typed on; no text may hold it. */
  static final char PAGE = '\uFDD0';

  /** Stands for the number of pages; no text may hold it. */
  static final char PAGES = '\uFDD1';

  /**
   * A part of a line with a width of its own.
   *
   * @param column where it begins
   * @param width columns that it may take
   * @param hang columns by which its further rows are moved in
   */
  record Piece(int column, int width, int hang, String text) {}

  /**
   * @param start of the word in the text
   * @param row from that of the line
   */
  record Place(int start, int end, int row, int column) {}

  private final List<Piece> pieces;
  private final boolean bold;
  private final StringBuilder text = new StringBuilder();
  private final List<Place> places = new ArrayList<>();
  private int rows = 1;

  Line(List<Piece> pieces, boolean bold) {
    this.pieces = pieces;
    this.bold = bold;
    for (Piece piece : pieces) {
      if (!piece.text.isEmpty()) {
        add(piece);
      }
    }
  }

  /** A line over a whole page. */
  static Line of(String text, int columns) {
    return new Line(List.of(new Piece(0, columns, 0, text)), false);
  }

  private void add(Piece piece) {
    int gap = text.isEmpty() ? 0 : GAP;
    text.append(" ".repeat(Math.max(gap, piece.column - text.length())));
    int base = text.length();
    text.append(Word.sound(piece.text));
    int row = 0;
    int shift = 0;
    int at = 0;
    while (at < piece.text.length()) {
      if (isSpace(piece.text.charAt(at))) {
        at++;
        continue;
      }
      int end = end(piece, at);
      if (end - shift > piece.width && at > shift) {
        row++;
        shift = at - Math.min(piece.hang, Math.max(0, piece.width - (end - at)));
      }
      places.add(new Place(base + at, base + end, row, piece.column + at - shift));
      at = end;
    }
    rows = Math.max(rows, row + 1);
  }

  /** Of the word that begins there; one that is wider than its piece is cut. */
  private static int end(Piece piece, int from) {
    int end = from;
    while (end < piece.text.length()
        && end - from < piece.width
        && !isSpace(piece.text.charAt(end))) {
      end++;
    }
    boolean cut =
        end < piece.text.length() && Character.isHighSurrogate(piece.text.charAt(end - 1));
    return !cut ? end : end - 1 > from ? end - 1 : end + 1;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** The same on a page whose number is known. */
  Line numbered(int page, int pages) {
    if (text.indexOf(String.valueOf(PAGE)) < 0 && !countsPages()) {
      return this;
    }
    List<Piece> known = new ArrayList<>();
    for (Piece piece : pieces) {
      String said = piece.text.replace(String.valueOf(PAGE), String.valueOf(page));
      said = said.replace(String.valueOf(PAGES), String.valueOf(pages));
      known.add(new Piece(piece.column, piece.width, piece.hang, said));
    }
    return new Line(known, bold);
  }

  boolean countsPages() {
    return text.indexOf(String.valueOf(PAGES)) >= 0;
  }

  String text() {
    return text.toString();
  }

  List<Place> places() {
    return places;
  }

  int rows() {
    return rows;
  }

  boolean bold() {
    return bold;
  }
}
