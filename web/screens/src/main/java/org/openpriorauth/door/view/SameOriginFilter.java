package org.openpriorauth.door.view;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Set;

/**
 * Whatever changes something is posted from one of our own pages. Faces takes a link with a view
 * state for a posted form, and a view state belongs to no session, so neither of the two keeps a
 * link or a form of somebody else's from acting in a person's name.
 */
@WebFilter("/*")
public class SameOriginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String VIEW_STATE = "jakarta.faces.ViewState";
  private static final String NONCE = "primefaces.nonce";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  /** A page's own state and what a person types; documents come in by their own door. */
  private static final long MOST_FORM_BYTES = 512 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean reading = READING.contains(request.getMethod());
    if (reading && request.getParameter(VIEW_STATE) != null) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (!reading && !request.getMethod().equals("POST")) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else if (!reading && !ours(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (!reading && tooLarge(request)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (!reading && isForm(request) && !hasNonce(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Every browser says where a post comes from; a program that says nothing has no session. */
  private static boolean ours(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeader("Origin");
    return origin == null || sameHost(origin, request.getHeader("Host"));
  }

  private static boolean sameHost(String origin, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    return request.getParameter(VIEW_STATE) != null;
  }

  /** Our pages send along what lets their scripts run; without it the page would break half-way. */
  private static boolean hasNonce(HttpServletRequest request) {
    String[] nonces = request.getParameterValues(NONCE);
    try {
      return nonces != null
          && nonces.length == 1
          && !nonces[0].isBlank()
          && Base64.getDecoder().decode(nonces[0]).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Before anything reads the body: a form is taken apart whoever sends it. */
  private static boolean tooLarge(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return !request.getServletPath().equals("/upload") && (length < 0 || length > MOST_FORM_BYTES);
  }
}
