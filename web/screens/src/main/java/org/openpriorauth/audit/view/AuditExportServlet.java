package org.openpriorauth.audit.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    piece.write(response.getOutputStream());
    while (piece.next() != null) {
      piece = audit.export(current.caller(), piece.next());
      piece.write(response.getOutputStream());
    }
  }
}
