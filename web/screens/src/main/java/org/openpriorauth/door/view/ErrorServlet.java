package org.openpriorauth.door.view;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The page behind everything that no screen caught: words, a number and the way out. */
@WebServlet("/error.html")
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String PROBLEM = "openpriorauth.problem";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>That did not work · OpenPriorAuth</title>
        <link rel="stylesheet" href="%1$s/jakarta.faces.resource/opa.css.xhtml?ln=opa">
      </head>
      <body>
        <header class="bar"><a class="brand" href="%1$s/queue.xhtml">OpenPriorAuth</a></header>
        <main>
          <h1>That did not work</h1>
          <p>%2$s</p>
          <p>What you saved before is saved. If it happens twice, tell your administrator the number, and what you did
            and when.</p>
          <p><a class="button" href="%1$s/queue.xhtml">Go to the work queue</a></p>
        </main>
      </body>
      </html>
      """;

  /** Has this page shown, with words that a status alone does not have. */
  static void send(
      HttpServletRequest request, HttpServletResponse response, int status, Problem problem)
      throws IOException {
    request.setAttribute(PROBLEM, problem);
    response.sendError(status);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Without a status it is Faces that sent the browser here: an act broke that nobody foresaw.
    int code =
        status instanceof Integer known ? known : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    Object problem = request.getAttribute(PROBLEM);
    String said = Words.refusal(problem instanceof Problem p ? p : Problem.of(meaning(code)));
    // A script of ours that asked wants the words alone.
    boolean page =
        request.getHeader("X-Screen") == null && request.getHeader("Faces-Request") == null;
    String answer = page ? PAGE.formatted(request.getContextPath(), said) : said;
    response.setStatus(code);
    response.setContentType((page ? "text/html" : "text/plain") + ";charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
  }

  private static ErrorCode meaning(int status) {
    return switch (status) {
      case HttpServletResponse.SC_BAD_REQUEST -> ErrorCode.MALFORMED;
      case HttpServletResponse.SC_FORBIDDEN -> ErrorCode.NOT_ALLOWED;
      case HttpServletResponse.SC_NOT_FOUND -> ErrorCode.NOT_THERE;
      case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> ErrorCode.METHOD_NOT_ALLOWED;
      case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> ErrorCode.TOO_LARGE;
      case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> ErrorCode.TRY_LATER;
      default -> ErrorCode.INTERNAL;
    };
  }
}
