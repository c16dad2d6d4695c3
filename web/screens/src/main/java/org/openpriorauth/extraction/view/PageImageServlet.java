package org.openpriorauth.extraction.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openpriorauth.door.view.DoorServlet;
import org.openpriorauth.extraction.PageImageService;

/** A page of a document, drawn. */
@WebServlet("/page-image")
public class PageImageServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient PageImageService images;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] drawn = images.image(current.caller(), id(request, "document"), number(request, "page"));
    send(response, "image/png", drawn);
  }
}
