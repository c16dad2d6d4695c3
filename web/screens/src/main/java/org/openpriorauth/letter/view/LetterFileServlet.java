package org.openpriorauth.letter.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openpriorauth.door.view.DoorServlet;
import org.openpriorauth.letter.LetterService;
import org.openpriorauth.packet.LetterKind;

/** A letter as the payer would read it. */
@WebServlet("/letter-file")
public class LetterFileServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient LetterService letters;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LetterKind kind = LetterKind.of(String.valueOf(request.getParameter("kind")));
    byte[] pdf = letters.pdf(current.caller(), id(request, "request"), kind);
    // Its name says nothing about anybody; a browser that opens it may run nothing in it.
    response.setHeader("Content-Disposition", "attachment; filename=\"letter.pdf\"");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    send(response, "application/pdf", pdf);
  }
}
