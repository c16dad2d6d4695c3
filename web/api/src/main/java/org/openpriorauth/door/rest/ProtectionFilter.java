package org.openpriorauth.door.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openpriorauth.network.Protection;

/** Whatever answers, an error page of the container's too, protects who asked. */
public class ProtectionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** What answers programs shows nothing of itself, should a browser take it for a page. */
  private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

  @Inject transient Protection protection;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    protection.headers(request.isSecure()).forEach(response::setHeader);
    response.setHeader("Content-Security-Policy", NO_PAGE);
    chain.doFilter(request, response);
  }
}
