package org.openpriorauth.door.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openpriorauth.network.Origins;

/**
 * Lets pages of named origins call the doors from a browser (CORS, the Fetch standard). Tokens
 * stand in a header that such a page must set itself, so cookies are never asked for.
 */
public class CorsFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
  private static final String TAKEN =
      "Authorization, Content-Type, Accept, Idempotency-Key, If-Match, If-None-Match, X-Request-Id,"
          + " Tus-Resumable, Upload-Length, Upload-Offset, Upload-Metadata, X-HTTP-Method-Override";
  private static final String SHOWN =
      "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id,"
          + " Tus-Resumable, Upload-Length, Upload-Offset, Upload-Expires, Document-Id";
  private static final String SECONDS = "600";

  @Inject transient Origins origins;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (origins.any()) {
      response.addHeader("Vary", "Origin");
    }
    String origin = request.getHeader("Origin");
    boolean allowed = origin != null && origins.allows(origin);
    if (allowed) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Expose-Headers", SHOWN);
    }
    boolean asksFirst =
        request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (!asksFirst) {
      chain.doFilter(request, response);
    } else if (allowed) {
      response.setHeader("Access-Control-Allow-Methods", METHODS);
      response.setHeader("Access-Control-Allow-Headers", TAKEN);
      response.setHeader("Access-Control-Max-Age", SECONDS);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      // A browser reads nothing but the headers that are not there.
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
