package org.openpriorauth.coding.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.openpriorauth.coding.CodeService;
import org.openpriorauth.door.view.DoorServlet;
import org.openpriorauth.wire.json.Json;

/** The codes that a half typed one, or a few words, may mean. */
@WebServlet("/code-words")
public class CodeWordsServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  /** As many as a person reads. */
  private static final int SHOWN = 12;

  @Inject transient CodeService codes;

  /** A line of the list. */
  public record Line(String code, String words, boolean billable) {}

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<Line> lines =
        codes
            .search(
                current.caller(), request.getParameter("system"), request.getParameter("q"), null)
            .codes()
            .stream()
            .limit(SHOWN)
            .map(c -> new Line(c.code(), c.description(), c.billable()))
            .toList();
    send(response, "application/json", Json.bytes(lines));
  }
}
