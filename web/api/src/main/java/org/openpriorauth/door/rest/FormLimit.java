package org.openpriorauth.door.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** Forms carry a token and little more, and come from anybody: of a long one no more is read. */
@Provider
@ApplicationScoped
public class FormLimit implements ContainerRequestFilter {
  private static final int MOST_BYTES = 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    boolean form =
        request.getMethod().equals("POST")
            && MediaType.APPLICATION_FORM_URLENCODED_TYPE.equals(plain(request.getMediaType()));
    if (form && request.getLength() > MOST_BYTES) {
      throw tooMuch();
    }
    if (form && request.getLength() < 0) {
      // Here, because servers read forms in their own ways.
      try (InputStream counted =
          new LimitedStream(request.getEntityStream(), MOST_BYTES, FormLimit::tooMuch)) {
        request.setEntityStream(new ByteArrayInputStream(counted.readAllBytes()));
      }
    }
  }

  private static Problem tooMuch() {
    return Problem.of(ErrorCode.TOO_LARGE, "A form has 64 KiB at most.");
  }

  /** Without its charset. */
  private static MediaType plain(MediaType said) {
    return said == null ? null : new MediaType(said.getType(), said.getSubtype());
  }
}
