package org.openpriorauth.door.view;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.openpriorauth.network.Protection;

/** The secret that carries a screen's session: never to scripts, never across sites. */
public final class SessionCookie {
  private static final String NAME = "opa_session";

  private SessionCookie() {}

  static Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String name = name(request, NAME);
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  public static void write(
      HttpServletRequest request, HttpServletResponse response, String secret) {
    set(request, response, secret, -1);
  }

  /** Takes the cookie away and answers the secret it held. */
  public static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> secret = read(request);
    set(request, response, "", 0);
    return secret;
  }

  public static boolean secure(HttpServletRequest request) {
    return protection().secure(request.isSecure());
  }

  /** What a cookie of ours is called in this browser. */
  public static String name(HttpServletRequest request, String plain) {
    return protection().cookie(plain, request.isSecure());
  }

  /** Asked of the container: whoever writes the cookie is no bean. */
  private static Protection protection() {
    return CDI.current().select(Protection.class).get();
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
    Cookie cookie = new Cookie(name(request, NAME), value);
    cookie.setPath(request.getContextPath());
    cookie.setHttpOnly(true);
    cookie.setSecure(secure(request));
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
