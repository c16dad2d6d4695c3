package org.openpriorauth.door.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.network.CallerAddresses;
import org.openpriorauth.network.ClinicGate;
import org.openpriorauth.network.Limit;
import org.openpriorauth.network.RateLimits;
import org.openpriorauth.network.RateLimits.Standing;

/** Whether a browser comes from where it may, and not too often. */
@ApplicationScoped
public class Admission {
  /** The servlet API has no name for it. */
  private static final int TOO_MANY = 429;

  /** Where each call has us ask the hospital's sign-on. */
  private static final Set<String> PROVIDERS = Set.of("/sign-on", "/sign-on-back");

  @Inject CallerAddresses addresses;
  @Inject RateLimits limits;
  @Inject ClinicGate gate;

  String address(HttpServletRequest request) {
    return addresses.of(
        request.getRemoteAddr(), name -> Collections.list(request.getHeaders(name)));
  }

  /**
   * Answers if it refuses.
   *
   * @param open whether the page is one by which people come in: what is sent there is a try, and
   *     counts by address as at the doors for programs
   * @return whether the request may go on
   */
  boolean admits(
      HttpServletRequest request, HttpServletResponse response, CurrentPerson person, boolean open)
      throws IOException {
    Optional<Standing> standing = count(request, person, open);
    if (standing.filter(Standing::refused).isPresent()) {
      response.setHeader("Retry-After", Long.toString(standing.get().waitSeconds()));
      ErrorServlet.send(
          request,
          response,
          TOO_MANY,
          Problem.of(
              ErrorCode.TOO_MANY_CALLS,
              "This came too often in a short time, so nothing was done. Wait a minute and try"
                  + " again."));
      return false;
    }
    try {
      if (person.isSignedIn() && !open) {
        gate.check(person.caller());
      }
      return true;
    } catch (Problem e) {
      ErrorServlet.send(request, response, HttpServletResponse.SC_FORBIDDEN, e);
      return false;
    }
  }

  private Optional<Standing> count(HttpServletRequest request, CurrentPerson person, boolean open) {
    String address = addresses.counted(address(request));
    boolean tried =
        request.getMethod().equals("POST") || PROVIDERS.contains(request.getServletPath());
    if (open && tried) {
      return limits.count(Limit.OPEN, address + " " + request.getServletPath());
    }
    return limits.count(
        Limit.SCREENS, person.isSignedIn() ? "user " + person.caller().actor() : address);
  }
}
