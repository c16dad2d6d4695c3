package org.openpriorauth.identity.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.SessionCookie;
import org.openpriorauth.door.view.WayBack;
import org.openpriorauth.identity.SignInService;
import org.openpriorauth.identity.SignOnAttempt;
import org.openpriorauth.identity.SignOnService;
import org.openpriorauth.identity.SignedIn;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** To the hospital's own sign-on, and back. */
@WebServlet({SignOnServlet.AWAY, SignOnServlet.BACK})
public class SignOnServlet extends HttpServlet {
  static final String AWAY = "/sign-on";
  static final String BACK = "/sign-on-back";
  private static final long serialVersionUID = 1L;

  /** A code is a provider's short word; nothing that long is one. */
  private static final int MOST_LETTERS = 4096;

  /** Of the address that leads away: the browser was sent to it by another of our names. */
  private static final String MOVED = "moved";

  @Inject transient SignOnService signOn;
  @Inject transient SignInService signIn;
  @Inject transient CurrentPerson current;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      String target =
          request.getServletPath().equals(AWAY) ? away(request, response) : back(request, response);
      response.sendRedirect(target);
    } catch (Problem e) {
      response.sendRedirect(request.getContextPath() + "/sign-in.xhtml?refused=" + e.code().code());
    }
  }

  /**
   * The browser comes back by the published address, so it leaves by that too: a cookie of another
   * host or of plain HTTP would not come back with it. It is sent there once: a server behind a
   * proxy may never see itself as browsers do.
   */
  private String away(HttpServletRequest request, HttpServletResponse response) {
    URI published = signOn.published(current.anyone(), request.getContextPath() + AWAY);
    if (request.getParameter(MOVED) == null && !reached(request, published)) {
      return published
          + ("?" + MOVED + "=1")
          + WayBack.safe(request.getParameter("next"))
              .map(page -> "&next=" + URLEncoder.encode(page, StandardCharsets.UTF_8))
              .orElse("");
    }
    SignOnAttempt attempt = SignOnAttempt.fresh();
    String entrance =
        signOn.entrance(current.anyone(), attempt, request.getContextPath() + BACK).toASCIIString();
    AttemptCookie.write(
        request, response, attempt, WayBack.safe(request.getParameter("next")).orElse(""));
    return entrance;
  }

  private static boolean reached(HttpServletRequest request, URI published) {
    return request.getServerName().equalsIgnoreCase(published.getHost())
        && SessionCookie.secure(request) == "https".equalsIgnoreCase(published.getScheme());
  }

  private String back(HttpServletRequest request, HttpServletResponse response) {
    Optional<AttemptCookie.Begun> begun = AttemptCookie.take(request, response);
    String code = request.getParameter("code");
    if (begun.isEmpty()
        || !begun.get().attempt().began(request.getParameter("state"))
        || code == null
        || code.length() > MOST_LETTERS) {
      throw Problem.of(ErrorCode.SIGN_ON_REFUSED);
    }
    SignedIn person =
        signOn.enter(
            current.anyone(), begun.get().attempt(), request.getContextPath() + BACK, code);
    // Who was signed in here before is not any more: two persons may share a browser.
    SessionCookie.take(request, response)
        .ifPresent(secret -> signIn.signOut(current.anyone(), secret));
    SessionCookie.write(request, response, person.secret());
    return request.getContextPath()
        + "/"
        + WayBack.safe(begun.get().next()).orElse(SignInView.home(person));
  }
}
