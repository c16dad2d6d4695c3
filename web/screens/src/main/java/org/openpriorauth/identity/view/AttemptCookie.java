package org.openpriorauth.identity.view;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.door.view.SessionCookie;
import org.openpriorauth.identity.SignOnAttempt;

/**
 * What a browser keeps while its person is at the hospital's sign-on: what shows that it is the
 * same browser, and the page to go on with. Sent along by a link from there, never by a form.
 */
final class AttemptCookie {
  private static final String NAME = "opa_sign_on";
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{0,600})");

  /** Long enough to find one's telephone. */
  private static final int SECONDS = 600;

  private AttemptCookie() {}

  /**
   * @param next the page to go on with, or nothing
   */
  record Begun(SignOnAttempt attempt, String next) {}

  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      SignOnAttempt attempt,
      String next) {
    String page =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(next.getBytes(StandardCharsets.US_ASCII));
    set(request, response, attempt.secret() + "." + page, SECONDS);
  }

  /** Reads it, and takes it away: what comes back comes back once. */
  static Optional<Begun> take(HttpServletRequest request, HttpServletResponse response) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    String name = SessionCookie.name(request, NAME);
    Optional<Begun> begun =
        Arrays.stream(cookies)
            .filter(c -> c.getName().equals(name))
            .map(c -> VALUE.matcher(c.getValue()))
            .filter(Matcher::matches)
            .findFirst()
            .map(AttemptCookie::begun);
    set(request, response, "", 0);
    return begun;
  }

  private static Begun begun(Matcher value) {
    try {
      byte[] page = Base64.getUrlDecoder().decode(value.group(2));
      return new Begun(
          new SignOnAttempt(value.group(1)), new String(page, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return new Begun(new SignOnAttempt(value.group(1)), "");
    }
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
    Cookie cookie = new Cookie(SessionCookie.name(request, NAME), value);
    cookie.setPath(request.getContextPath() + SignOnServlet.BACK);
    cookie.setHttpOnly(true);
    cookie.setSecure(SessionCookie.secure(request));
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
