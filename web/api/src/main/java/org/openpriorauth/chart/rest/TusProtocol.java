package org.openpriorauth.chart.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * Both sides name the version they speak, with every call and every answer (tus 1.0.0, "Headers").
 * Looking where an upload stands takes none: that is for people with a browser's console, too.
 */
@Provider
@Resumable
@ApplicationScoped
public class TusProtocol implements ContainerRequestFilter, ContainerResponseFilter {
  static final String VERSION = "1.0.0";

  private static final String SPOKEN = "Tus-Resumable";
  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    String version = request.getHeaderString(SPOKEN);
    boolean silent = version == null && LOOKING.contains(request.getMethod());
    if (!silent && !VERSION.equals(version)) {
      throw Problem.of(
          ErrorCode.UPLOAD_PROTOCOL, "Uploads by pieces take tus 1.0.0: send Tus-Resumable.");
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(SPOKEN, VERSION);
    response.getHeaders().putSingle("Tus-Version", VERSION);
  }
}
