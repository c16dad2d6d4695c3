package org.openpriorauth.packet.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.openpriorauth.door.view.DoorServlet;
import org.openpriorauth.packet.PacketContents;
import org.openpriorauth.packet.PacketPageService;

/** The packet as the payer gets it: one page drawn, or the file itself. */
@WebServlet("/packet-file")
public class PacketServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient PacketContents packets;
  @Inject transient PacketPageService pages;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UUID about = id(request, "request");
    if (request.getParameter("page") == null) {
      byte[] pdf = packets.pdf(current.caller(), about);
      // Its name says nothing about anybody; a browser that opens it may run nothing in it.
      response.setHeader("Content-Disposition", "attachment; filename=\"packet.pdf\"");
      response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      send(response, "application/pdf", pdf);
    } else {
      byte[] drawn = pages.image(current.caller(), about, number(request, "page"));
      send(response, "image/png", drawn);
    }
  }
}
