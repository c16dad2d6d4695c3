package org.openpriorauth.door.view;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page that somebody was on when the session ended, so that signing in leads back to it. */
public final class WayBack {
  /** Our own pages and nothing else: the address comes from a browser. */
  private static final Pattern OURS =
      Pattern.compile(
          "(queue|request|review|packet|letter|account|people|api-keys|clinic|clinics|accuracy|language-model|audit|accesses|alerts|emergency|checks|policies|policy|invitation)\\.xhtml(\\?[A-Za-z0-9=&_.%-]{1,300})?");

  private static final String SIGN_IN = "/sign-in.xhtml";

  private WayBack() {}

  public static Optional<String> safe(String place) {
    return Optional.ofNullable(place).filter(p -> OURS.matcher(p).matches());
  }

  /** Where to sign in, with the way back if there is one. */
  static String signIn(HttpServletRequest request) {
    return request.getContextPath()
        + SIGN_IN
        + safe(place(request))
            .filter(p -> !p.equals("queue.xhtml"))
            .map(p -> "?next=" + URLEncoder.encode(p, StandardCharsets.UTF_8))
            .orElse("");
  }

  /** A press of a button posts to an address without the request's id; its page is the referrer. */
  private static String place(HttpServletRequest request) {
    if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      return request.getServletPath().substring(1) + (query == null ? "" : "?" + query);
    }
    String page = request.getHeader("Referer");
    String start = request.getContextPath() + "/";
    try {
      URI from = page == null ? null : URI.create(page);
      return from == null || from.getPath() == null || !from.getPath().startsWith(start)
          ? null
          : from.getPath().substring(start.length())
              + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
