package org.openpriorauth.door.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.openpriorauth.kernel.Problem;

/** Stops a body that does not say how long it is. */
public final class LimitedStream extends FilterInputStream {
  private final Supplier<Problem> tooMuch;
  private long left;

  public LimitedStream(InputStream in, long most, Supplier<Problem> tooMuch) {
    super(in);
    this.left = most;
    this.tooMuch = tooMuch;
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
      throw tooMuch.get();
    }
  }
}
