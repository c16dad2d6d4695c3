package org.openpriorauth.extraction.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.door.view.DoorServlet;
import org.openpriorauth.extraction.DivisionService;
import org.openpriorauth.extraction.DivisionService.Said;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * A person's word for where in a file its documents begin and what they are: one {@code first} and
 * one {@code type} for each, in order.
 */
@WebServlet("/division")
public class DivisionServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;
  private static final String NUMBER = "\\d{1,5}";

  @Inject transient DivisionService divisions;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response) {
    if (!request.getMethod().equals("POST")) {
      throw Problem.of(ErrorCode.METHOD_NOT_ALLOWED);
    }
    divisions.say(
        current.caller(),
        id(request, "document"),
        parts(values(request, "first"), values(request, "type"), number(request, "pages")));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static List<String> values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : List.of(values);
  }

  private static List<Said> parts(List<String> first, List<String> type, int pages) {
    if (first.isEmpty() || first.size() != type.size()) {
      throw Problem.invalid("/parts", "required", "Say where each document begins and what it is.");
    }
    if (!first.stream().allMatch(f -> f.matches(NUMBER))) {
      throw Problem.invalid("/parts", "number", "A page has a number.");
    }
    List<Said> parts = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      int next = i + 1 < first.size() ? Integer.parseInt(first.get(i + 1)) : pages + 1;
      parts.add(new Said(type.get(i), Integer.parseInt(first.get(i)), next - 1));
    }
    return parts;
  }
}
