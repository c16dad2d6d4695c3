package org.openpriorauth.simulator.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a file line by line and knows where each one starts, and whether it has its end. */
final class LineReader {
  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
  private long read;

  LineReader(FileChannel file) {
    this.file = file;
  }

  /** The next line, or null after the last. */
  Line next() throws IOException {
    long offset = read - buffer.remaining();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (buffer.hasRemaining() || fill()) {
      byte b = buffer.get();
      if (b == '\n') {
        return new Line(offset, bytes.toByteArray(), true);
      }
      bytes.write(b);
    }
    return bytes.size() == 0 ? null : new Line(offset, bytes.toByteArray(), false);
  }

  boolean atEnd() throws IOException {
    return !buffer.hasRemaining() && !fill();
  }

  private boolean fill() throws IOException {
    buffer.clear();
    int got = file.read(buffer, read);
    buffer.flip();
    if (got <= 0) {
      buffer.limit(0);
      return false;
    }
    read += got;
    return true;
  }

  /** One line: where it starts, its bytes without the end, and whether the end is there. */
  record Line(long offset, byte[] bytes, boolean whole) {}
}
