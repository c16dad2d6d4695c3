package org.openpriorauth.chart.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * For a sender behind a proxy that lets no PATCH through: tus 1.0.0 has it say POST, and what it
 * means in {@code X-HTTP-Method-Override}. Obeyed at the addresses of uploads and nowhere else.
 */
@Provider
@PreMatching
@ApplicationScoped
public class TusMethod implements ContainerRequestFilter {
  private static final Set<String> MEANT = Set.of("PATCH", "DELETE");

  @Override
  public void filter(ContainerRequestContext request) {
    String meant = request.getHeaderString("X-HTTP-Method-Override");
    if (meant != null
        && MEANT.contains(meant)
        && request.getMethod().equals("POST")
        && request.getUriInfo().getRequestUri().getRawPath().startsWith(UploadResource.PLACE)) {
      request.setMethod(meant);
    }
  }
}
