package org.openpriorauth.door.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.openpriorauth.kernel.Ids;

/** Names each call: the client's {@code X-Request-Id} if it is a sane one, else our own. */
@Provider
@PreMatching
@Priority(RequestIds.FIRST)
@ApplicationScoped
public class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {
  static final int FIRST = 100;
  static final String HEADER = "X-Request-Id";
  private static final String PROPERTY = "openpriorauth.request-id";
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  @Inject HttpServletRequest servlet;

  @Override
  public void filter(ContainerRequestContext request) {
    of(servlet);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HEADER, of(servlet));
    response.getHeaders().putSingle("Cache-Control", "no-store");
  }

  /** Kept on the servlet request: that is there for filters, mappers and error pages alike. */
  static String of(HttpServletRequest request) {
    Object known = request.getAttribute(PROPERTY);
    if (known != null) {
      return known.toString();
    }
    // What the container refuses by itself comes here before any filter of ours ran.
    String given = request.getHeader(HEADER);
    boolean sane = given != null && SANE.matcher(given).matches();
    String id = sane ? given : Ids.next().toString();
    request.setAttribute(PROPERTY, id);
    return id;
  }
}
