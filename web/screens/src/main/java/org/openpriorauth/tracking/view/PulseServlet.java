package org.openpriorauth.tracking.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.openpriorauth.door.view.DoorServlet;
import org.openpriorauth.tracking.QueueService;

/** Whether anything happened since: an open page asks, and reads itself anew if so. */
@WebServlet("/pulse")
public class PulseServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient QueueService queue;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UUID about = request.getParameter("request") == null ? null : id(request, "request");
    String mark = queue.mark(current.caller(), about);
    send(response, "text/plain;charset=UTF-8", mark.getBytes(StandardCharsets.UTF_8));
  }
}
