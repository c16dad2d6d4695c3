package org.openpriorauth.door.view;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * What the screens' own small doors share: the person of the session behind the filter, and a
 * refusal in words. A door that changes something asks for a header that no other site can send.
 */
public abstract class DoorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String OWN = "X-Screen";

  @Inject protected transient CurrentPerson current;

  /** What a door does with a request. */
  protected abstract void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (!request.getMethod().equals("GET") && request.getHeader(OWN) == null) {
        throw Problem.of(ErrorCode.NOT_ALLOWED, "This can be done on the screens only.");
      }
      answer(request, response);
    } catch (Problem e) {
      refuse(response, e);
    }
  }

  private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(status(problem.code().kind()));
    send(
        response,
        "text/plain;charset=UTF-8",
        Words.refusal(problem).getBytes(StandardCharsets.UTF_8));
  }

  private static int status(ErrorCode.Kind kind) {
    return switch (kind) {
      case NOT_SIGNED_IN -> 401;
      case FORBIDDEN -> 403;
      case MISSING -> 404;
      case METHOD -> 405;
      case CONFLICT -> 409;
      case GONE -> 410;
      case PRECONDITION -> 412;
      case TOO_LARGE -> 413;
      case MEDIA -> 415;
      case TOO_MANY -> 429;
      case INTERNAL, STATE -> 500;
      case BUSY -> 503;
      case RULE -> 422;
      case MALFORMED -> 400;
    };
  }

  protected static void send(HttpServletResponse response, String type, byte[] content)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  protected static UUID id(HttpServletRequest request, String name) {
    try {
      return UUID.fromString(Objects.requireNonNullElse(request.getParameter(name), ""));
    } catch (IllegalArgumentException e) {
      throw Problem.of(ErrorCode.NOT_THERE);
    }
  }

  protected static int number(HttpServletRequest request, String name) {
    try {
      return Integer.parseInt(request.getParameter(name));
    } catch (NumberFormatException e) {
      throw Problem.of(ErrorCode.PAGE_NOT_FOUND);
    }
  }
}
