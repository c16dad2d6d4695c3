package org.openpriorauth.chart.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.chart.DocumentView;
import org.openpriorauth.chart.Documents;
import org.openpriorauth.chart.UploadRoom;
import org.openpriorauth.door.view.DoorServlet;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * Takes one file as the bare body of a request: nothing of it touches a disk, and its name, which
 * may hold a patient's, stays out of the address.
 */
@WebServlet("/upload")
public class UploadServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient DocumentService service;
  @Inject transient Documents documents;
  @Inject transient UploadRoom room;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      throw Problem.of(ErrorCode.METHOD_NOT_ALLOWED);
    }
    UUID about = id(request, "request");
    documents.mayUpload(current.caller(), about);
    if (request.getContentLengthLong() > DocumentService.MOST_BYTES) {
      throw tooLarge();
    }
    long length = request.getContentLengthLong();
    room.within(length, DocumentService.MOST_BYTES, () -> stored(request, about));
    response.setStatus(HttpServletResponse.SC_ACCEPTED);
  }

  private DocumentView stored(HttpServletRequest request, UUID about) throws IOException {
    byte[] content = request.getInputStream().readNBytes(DocumentService.MOST_BYTES + 1);
    if (content.length > DocumentService.MOST_BYTES) {
      throw tooLarge();
    }
    return service.upload(current.caller(), about, name(request), content);
  }

  private static Problem tooLarge() {
    return Problem.of(
        ErrorCode.DOCUMENT_TOO_LARGE,
        "The file is larger than 25 MiB. Split it, or scan it with fewer dots to the inch.");
  }

  private static String name(HttpServletRequest request) {
    String sent = request.getHeader("X-File-Name");
    try {
      return sent == null ? null : URLDecoder.decode(sent, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
