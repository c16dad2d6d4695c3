package org.openpriorauth.reader;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The side that asks: headers and contents, each behind its length. */
final class RequestStream {
  /** A header is some hundred bytes; a bigger one means that the two sides have lost step. */
  private static final int LONGEST_HEADER = 1 << 16;

  private final DataInputStream in;

  RequestStream(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /**
   * The next header.
   *
   * @return null at the end of input
   * @throws IOException if the input is no request or ends inside one
   */
  byte[] header() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (length < 0 || length > LONGEST_HEADER) {
      throw new IOException("A header cannot be that long.");
    }
    return exactly(length);
  }

  /** The length of the content that follows. */
  int contentLength() throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("A content cannot be that long.");
    }
    return length;
  }

  /** So many bytes. */
  byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The input ended inside a request.");
    }
    return bytes;
  }

  /** Passes over a content without holding it. */
  void skip(int length) throws IOException {
    in.skipNBytes(length);
  }
}
