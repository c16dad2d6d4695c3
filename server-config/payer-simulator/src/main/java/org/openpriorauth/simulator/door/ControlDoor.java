package org.openpriorauth.simulator.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.openpriorauth.simulator.control.Script;
import org.openpriorauth.simulator.control.Scripts;
import org.openpriorauth.simulator.desk.Books;
import org.openpriorauth.simulator.desk.ReviewDesk;
import org.openpriorauth.simulator.wire.Json;

/** {@code /control}: how a test or a demonstration orders the payer about. Without a token. */
final class ControlDoor {
  private final Books books;
  private final ReviewDesk desk;
  private final Scripts scripts;
  private final boolean allowReset;

  ControlDoor(Books books, ReviewDesk desk, Scripts scripts, boolean allowReset) {
    this.books = books;
    this.desk = desk;
    this.scripts = scripts;
    this.allowReset = allowReset;
  }

  Reply answer(Call call, List<String> path) throws IOException {
    boolean post = call.method().equals("POST");
    if (path.isEmpty()) {
      return pending(call);
    }
    if (path.size() > 1 || !List.of("next", "decide-now", "reset").contains(path.get(0))) {
      return Refusals.unknown();
    }
    if (!post) {
      return Refusals.method("POST");
    }
    return switch (path.get(0)) {
      case "next" -> {
        Script script = Script.of(Call.json(call.text()));
        scripts.add(script);
        yield Reply.json(201, script.json());
      }
      case "decide-now" -> Reply.json(200, Json.object().put("decided", desk.decideNow()));
      default -> reset();
    };
  }

  private Reply pending(Call call) {
    switch (call.method()) {
      case "GET":
        ObjectNode waiting = Json.object();
        waiting.set("pending", scripts.json());
        return Reply.json(200, waiting);
      case "DELETE":
        scripts.clear();
        return Reply.bare(204);
      default:
        return Refusals.method("GET, DELETE");
    }
  }

  private Reply reset() throws IOException {
    if (!allowReset) {
      return Refusals.reply(403, "forbidden", "Start the simulator with --allow-reset.");
    }
    books.journal().empty();
    scripts.clear();
    return Reply.bare(204);
  }
}
