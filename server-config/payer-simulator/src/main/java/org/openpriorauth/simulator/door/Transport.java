package org.openpriorauth.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.simulator.answer.OperationOutcome;
import org.openpriorauth.simulator.control.Script;
import org.openpriorauth.simulator.intake.Finding;
import org.openpriorauth.simulator.ledger.Log;
import org.openpriorauth.simulator.wire.Json;

/** Lets an answer travel as the control door has ordered it. */
final class Transport {
  private static final long LATE_MS = 20_000;
  private static final long DRIP_MS = 10_000;

  private Transport() {}

  /** The work behind an answer: it stores, then says what is to be sent. */
  @FunctionalInterface
  interface Work {
    JsonNode answer() throws IOException;
  }

  static Reply travel(Optional<Script> order, Work work) throws IOException {
    if (order.isEmpty()) {
      return Reply.fhir(200, work.answer());
    }
    Script script = order.get();
    Log.say("ordered behaviour={0} door={1}", script.behaviour().word(), script.door());
    return switch (script.behaviour()) {
      case DROP_BEFORE_ACCEPT -> {
        Pause.millis(script.delayMs());
        yield Reply.dropped();
      }
      case HTTP_ERROR -> {
        Pause.millis(script.delayMs());
        yield Reply.fhir(script.status(), outcome(script));
      }
      case HTTP_ERROR_BARE -> {
        Pause.millis(script.delayMs());
        yield Reply.bare(script.status());
      }
      case FIND_NOTHING -> Reply.fhir(200, Json.object().put("resourceType", "Parameters"));
      default -> after(script, Reply.fhir(200, work.answer()));
    };
  }

  private static Reply after(Script script, Reply reply) {
    return switch (script.behaviour()) {
      case ANSWER_LATE -> {
        Pause.millis(or(script, LATE_MS));
        yield reply;
      }
      case ACCEPT_AND_DROP -> {
        Pause.millis(script.delayMs());
        yield Reply.dropped();
      }
      case MALFORMED_ANSWER -> reply.cut();
      case OVERSIZED_ANSWER -> reply.in(Reply.Manner.PADDED, script.bytes());
      case SLOW_DRIP -> reply.in(Reply.Manner.DRIPPING, or(script, DRIP_MS));
      default -> reply;
    };
  }

  private static long or(Script script, long standard) {
    return script.delayMs() < 0 ? standard : script.delayMs();
  }

  private static JsonNode outcome(Script script) {
    String words = script.reason().isEmpty() ? "The request cannot be processed." : script.reason();
    String code = script.status() < 500 ? "processing" : "exception";
    return OperationOutcome.of(List.of(new Finding(code, "Bundle", words)));
  }
}
