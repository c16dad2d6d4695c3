package org.openpriorauth.chart;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What came of a body until the piece was full, the body ended, or the line broke. Bytes that came
 * before a break count: over a bad line an upload would otherwise never end.
 *
 * @param broken the line broke after these bytes
 */
record Piece(byte[] bytes, boolean broken) {
  static Piece read(InputStream body, int most) {
    byte[] bytes = new byte[most];
    int length = 0;
    try {
      while (length < most) {
        int read = body.read(bytes, length, most - length);
        if (read < 0) {
          break;
        }
        length += read;
      }
    } catch (IOException e) {
      return new Piece(Arrays.copyOf(bytes, length), true);
    }
    return new Piece(length == most ? bytes : Arrays.copyOf(bytes, length), false);
  }
}
