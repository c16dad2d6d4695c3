package org.openpriorauth.reader;

import java.io.IOException;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;

/**
 * Takes one job after the other until the input ends. A failed job leaves it ready for the next.
 */
final class Worker {
  private final RequestStream in;
  private final ResponseStream out;
  private final Jobs jobs;

  Worker(RequestStream in, ResponseStream out, Jobs jobs) {
    this.in = in;
    this.out = out;
    this.jobs = jobs;
  }

  /**
   * Serves.
   *
   * @throws IOException if the other side is gone or has lost step
   */
  void run() throws IOException {
    byte[] header = in.header();
    while (header != null) {
      serve(header);
      header = in.header();
    }
  }

  private void serve(byte[] header) throws IOException {
    int length = in.contentLength();
    Request request;
    try {
      request = Request.parse(header);
    } catch (IOException | IllegalArgumentException e) {
      // The lengths were sound, so the two sides are still in step.
      in.skip(length);
      out.failed("", new Failure(FailureCode.INTERNAL, "The request makes no sense."));
      return;
    }
    if (length > request.limits().maxBytes()) {
      in.skip(length);
      out.failed(request.id(), new Failure(FailureCode.TOO_LARGE));
      return;
    }
    jobs.answer(request, in.exactly(length), out);
  }
}
