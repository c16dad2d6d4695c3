package org.openpriorauth.extraction.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.openpriorauth.door.view.DoorServlet;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.ExtractionService.Verdict;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** A person's word on a field, a page or a whole document, saved at once. */
@WebServlet("/verdict")
public class VerdictServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient ExtractionService extractions;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      throw Problem.of(ErrorCode.METHOD_NOT_ALLOWED);
    }
    UUID document = id(request, "document");
    String value = request.getParameter("value");
    Verdict said =
        new Verdict(
            String.valueOf(request.getParameter("verdict")),
            value == null || value.isBlank() ? null : value.strip(),
            request.getParameter("reason"));
    if (request.getParameter("field") != null) {
      extractions.verify(current.caller(), document, id(request, "field"), said);
    } else if (request.getParameter("page") != null) {
      extractions.claimPage(current.caller(), document, number(request, "page"), said);
    } else {
      extractions.claimDocument(current.caller(), document, said);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
