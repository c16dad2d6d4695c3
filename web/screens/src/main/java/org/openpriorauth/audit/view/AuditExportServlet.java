package org.openpriorauth.audit.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.openpriorauth.audit.AuditService;
import org.openpriorauth.audit.AuditService.Piece;
import org.openpriorauth.audit.AuditService.Place;
import org.openpriorauth.door.view.DoorServlet;

/** The audit trail with its seals as a file that the verifier reads. */
@WebServlet("/audit-file")
public class AuditExportServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient AuditService audit;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Piece piece = audit.export(current.caller(), Place.FIRST);
    response.setContentType("application/jsonl");
    response.setHeader("Content-Disposition", "attachment; filename=audit.jsonl");
    write(response, piece);
    while (piece.next() != null) {
      piece = audit.export(current.caller(), piece.next());
      write(response, piece);
    }
  }

  private static void write(HttpServletResponse response, Piece piece) throws IOException {
    for (String line : piece.lines()) {
      response.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
