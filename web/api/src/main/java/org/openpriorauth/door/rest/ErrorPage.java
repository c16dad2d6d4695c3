package org.openpriorauth.door.rest;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openpriorauth.identity.VerifyingKeys;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.wire.json.Json;

/**
 * What the container refuses by itself — a forged token, a request it cannot parse — is answered
 * like everything else, never with the server's own page and its stack trace.
 */
@WebServlet("/internal/problem")
public class ErrorPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  @Inject transient VerifyingKeys keys;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer said ? said : 404;
    Problem problem =
        Problem.of(ofUnknownKey(request, code) ? ErrorCode.NOT_SIGNED_IN : codeOf(code));
    ProblemJson body = ProblemJson.of(problem, RequestIds.of(request));
    response.setStatus(body.status());
    response.setContentType(ProblemJson.MEDIA.toString());
    response.setHeader(RequestIds.HEADER, body.requestId());
    response.setHeader("Cache-Control", "no-store");
    ProblemJson.headers(problem.code().kind()).forEach(response::setHeader);
    response.getOutputStream().write(Json.bytes(body));
  }

  /**
   * WildFly's token check takes a token whose key is not among several for a fault of the server,
   * and throws nothing. Beside a token that names a key of ours, such a fault is one.
   */
  private boolean ofUnknownKey(HttpServletRequest request, int code) {
    String shown = request.getHeader("Authorization");
    return code == HttpServletResponse.SC_INTERNAL_SERVER_ERROR
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null
        && shown != null
        && shown.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && !keys.named(shown.substring(BEARER.length()).strip());
  }

  static ErrorCode codeOf(int status) {
    return switch (status) {
      case 401 -> ErrorCode.NOT_SIGNED_IN;
      case 403 -> ErrorCode.NOT_ALLOWED;
      case 404 -> ErrorCode.NOT_THERE;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 413 -> ErrorCode.TOO_LARGE;
      case 406, 415 -> ErrorCode.UNSUPPORTED_MEDIA;
      case 503 -> ErrorCode.TRY_LATER;
      default -> status >= 500 ? ErrorCode.INTERNAL : ErrorCode.MALFORMED;
    };
  }
}
