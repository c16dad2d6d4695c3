package org.openpriorauth.checks.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openpriorauth.checks.CheckReportService;
import org.openpriorauth.door.view.DoorServlet;

/** The checks as a file. */
@WebServlet("/check-report")
public class CheckReportServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient CheckReportService reports;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String kind = request.getParameter("kind");
    byte[] pdf = reports.pdf(current.caller(), kind);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + kind + "-check.pdf\"");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    send(response, "application/pdf", pdf);
  }
}
