package org.openpriorauth.door.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * An error as a document (RFC 9457). {@code type} leads to the page that explains the code.
 *
 * @param errors one entry for each value that was not acceptable
 */
public record ProblemJson(
    String type,
    String title,
    int status,
    String code,
    String detail,
    List<Problem.Fault> errors,
    String requestId) {
  static final MediaType MEDIA = new MediaType("application", "problem+json");

  static ProblemJson of(Problem problem, String requestId) {
    ErrorCode code = problem.code();
    return new ProblemJson(
        "https://openpriorauth.org/errors/" + code.code(),
        code.title(),
        status(code.kind()),
        code.code(),
        problem.getMessage(),
        problem.faults(),
        requestId);
  }

  static Response response(Problem problem, String requestId) {
    ErrorCode code = problem.code();
    ProblemJson body = of(problem, requestId);
    Response.ResponseBuilder response = Response.status(body.status()).type(MEDIA).entity(body);
    headers(code.kind()).forEach(response::header);
    return response.build();
  }

  /** What the client needs beside the words. */
  static Map<String, String> headers(ErrorCode.Kind kind) {
    return switch (kind) {
      case NOT_SIGNED_IN -> Map.of("WWW-Authenticate", "Bearer");
      case TOO_MANY, BUSY -> Map.of("Retry-After", "60");
      default -> Map.of();
    };
  }

  /** The one place where kinds become statuses. */
  private static int status(ErrorCode.Kind kind) {
    return switch (kind) {
      case MALFORMED -> 400;
      case NOT_SIGNED_IN -> 401;
      case FORBIDDEN -> 403;
      case MISSING -> 404;
      case METHOD -> 405;
      case CONFLICT -> 409;
      case GONE -> 410;
      case PRECONDITION -> 412;
      case TOO_LARGE -> 413;
      case MEDIA -> 415;
      case RULE -> 422;
      case TOO_MANY -> 429;
      // A state is shown in a record; thrown at a caller it would be our mistake.
      case INTERNAL, STATE -> 500;
      case BUSY -> 503;
    };
  }
}
