package org.openpriorauth.door.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Map;

/**
 * Other systems' names for our places, from one table. Rewritten and not redirected, because
 * clients send an upload badly a second time; the answer names the place's own address.
 */
@Provider
@PreMatching
@Priority(RequestIds.FIRST - 1)
@ApplicationScoped
public class Aliases implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String ROOT = "/api/v1/";
  private static final String CANONICAL = "openpriorauth.canonical";
  private static final Map<String, String> NAMES =
      Map.of("pa", "prior-authorizations", "requests", "prior-authorizations");

  @Override
  public void filter(ContainerRequestContext request) {
    URI asked = request.getUriInfo().getRequestUri();
    String path = asked.getRawPath();
    if (!path.startsWith(ROOT)) {
      return;
    }
    int end = path.indexOf('/', ROOT.length());
    String name = path.substring(ROOT.length(), end < 0 ? path.length() : end);
    if (NAMES.containsKey(name)) {
      String ours = ROOT + NAMES.get(name) + (end < 0 ? "" : path.substring(end));
      request.setRequestUri(request.getUriInfo().getRequestUriBuilder().replacePath(ours).build());
      request.setProperty(CANONICAL, ours);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object ours = request.getProperty(CANONICAL);
    if (ours != null) {
      response.getHeaders().add("Link", "<" + ours + ">; rel=\"canonical\"");
    }
  }
}
