package org.openpriorauth.criteria.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.openpriorauth.criteria.PolicyQuestionnaireService;
import org.openpriorauth.door.view.DoorServlet;

/** A pack or an example as a Questionnaire, to be saved. */
@WebServlet("/questionnaire-file")
public class QuestionnaireFileServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PolicyQuestionnaireService questionnaires;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String example = request.getParameter("example");
    String json =
        example == null
            ? questionnaires.questionnaire(current.caller(), id(request, "pack"))
            : questionnaires.example(current.caller(), example);
    response.setHeader("Content-Disposition", "attachment; filename=\"questionnaire.json\"");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    send(response, "application/fhir+json", json.getBytes(StandardCharsets.UTF_8));
  }
}
