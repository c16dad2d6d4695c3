package org.openpriorauth.chart.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** Stops a body that does not say how long it is. */
final class LimitedStream extends FilterInputStream {
  private long left;

  LimitedStream(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw Problem.of(ErrorCode.DOCUMENT_TOO_LARGE, "One upload may have at most 60 MiB.");
    }
  }
}
