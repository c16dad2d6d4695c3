package org.openpriorauth.letter.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.door.view.DoorServlet;
import org.openpriorauth.identity.PeopleService;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.letter.LetterService;
import org.openpriorauth.letter.LetterView;
import org.openpriorauth.packet.LetterKind;
import org.openpriorauth.packet.LetterText;
import org.openpriorauth.wire.json.Json;

/** A letter for the editor: read, judged while it is written, saved. */
@WebServlet("/letter-text")
public class LetterServlet extends DoorServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST_BYTES = 1024 * 1024;
  private static final String SEEN = "X-Seen";

  @Inject transient LetterService letters;
  @Inject transient PeopleService people;

  /**
   * @param names of those who saved a version
   */
  public record Shown(LetterView letter, Map<UUID, String> names) {}

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UUID about = id(request, "request");
    LetterKind kind = LetterKind.of(String.valueOf(request.getParameter("kind")));
    Object answer =
        switch (request.getMethod()) {
          case "GET" -> read(request, about, kind);
          case "POST" -> shown(write(request, about, kind));
          default -> throw Problem.of(ErrorCode.METHOD_NOT_ALLOWED);
        };
    send(response, "application/json", Json.bytes(answer));
  }

  private Object read(HttpServletRequest request, UUID about, LetterKind kind) {
    String version = request.getParameter("version");
    return version == null
        ? shown(letters.get(current.caller(), about, kind))
        : letters.version(current.caller(), about, kind, number(request, "version"));
  }

  private LetterView write(HttpServletRequest request, UUID about, LetterKind kind)
      throws IOException {
    return switch (String.valueOf(request.getParameter("act"))) {
      case "check" -> letters.check(current.caller(), about, kind, text(request));
      case "save" -> letters.save(current.caller(), about, kind, seen(request), text(request));
      case "reset" -> letters.reset(current.caller(), about, kind, seen(request));
      default -> throw Problem.of(ErrorCode.NOT_THERE);
    };
  }

  private Shown shown(LetterView letter) {
    Set<UUID> who = new HashSet<>();
    letter.versions().forEach(v -> who.add(v.savedBy()));
    return new Shown(letter, people.names(current.caller(), who));
  }

  private static long seen(HttpServletRequest request) {
    try {
      return Long.parseLong(String.valueOf(request.getHeader(SEEN)));
    } catch (NumberFormatException e) {
      throw Problem.of(ErrorCode.STALE);
    }
  }

  private static LetterText text(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw Problem.of(ErrorCode.TOO_LARGE);
    }
    return LetterText.read(body);
  }
}
