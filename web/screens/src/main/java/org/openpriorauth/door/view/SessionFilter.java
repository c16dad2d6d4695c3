package org.openpriorauth.door.view;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.openpriorauth.identity.SignInService;
import org.openpriorauth.identity.SignedIn;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Ids;

/**
 * Closed unless signed in, but for the pages by which people come in and the style sheets. Whoever
 * must set up a second factor sees the page for it and no other.
 */
@WebFilter("/*")
public class SessionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Doors for who has no session: each asks for its own proof. */
  private static final Set<String> OPEN =
      Set.of(
          "/sign-in.xhtml",
          "/sign-on",
          "/sign-on-back",
          "/invitation.xhtml",
          "/password.xhtml",
          "/register.xhtml");

  private static final String ACCOUNT = "/account.xhtml";

  /** An open page reads from it when to warn that the session ends. */
  private static final String LEFT = "X-Session-Left";

  @Inject transient SignInService signIn;
  @Inject transient Admission admission;
  @Inject transient CurrentPerson current;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    if (path.startsWith("/jakarta.faces.resource/")) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    String requestId = Ids.next().toString();
    current.comesFrom(
        new Caller.Origin(
            "screen",
            requestId,
            admission.address(request),
            request.getHeader("User-Agent"),
            null));
    Optional<SignedIn> person =
        SessionCookie.read(request).flatMap(s -> signIn.screen(current.anyone(), s));
    person.ifPresent(current::is);
    if (!admission.admits(request, response, current, OPEN.contains(path))) {
      return;
    }
    if (person.isPresent()) {
      response.setHeader(LEFT, Long.toString(current.getSecondsLeft()));
    }
    if (current.isEnrolling() && !path.equals(ACCOUNT) && !OPEN.contains(path)) {
      send(request, response, request.getContextPath() + ACCOUNT);
    } else if (person.isPresent() || OPEN.contains(path)) {
      chain.doFilter(request, response);
    } else {
      send(request, response, WayBack.signIn(request));
    }
  }

  /** An Ajax click cannot follow a redirect; Faces has its own words for it. */
  private static void send(HttpServletRequest request, HttpServletResponse response, String target)
      throws IOException {
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml");
      response.setCharacterEncoding("UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                  + target
                  + "\"/></partial-response>");
    } else {
      response.sendRedirect(target);
    }
  }
}
