package org.openpriorauth.simulator.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import org.openpriorauth.simulator.intake.Refusal;
import org.openpriorauth.simulator.ledger.Log;
import org.openpriorauth.simulator.wire.Json;

/** Shows each call to its door, and turns whatever goes wrong into an answer without internals. */
public final class FrontDoor implements HttpHandler {
  private final FhirDoor fhir;
  private final ControlDoor control;
  private final LedgerDoor ledger;
  private final PageDoor page;
  private final Doors doors;

  FrontDoor(Doors doors, FhirDoor fhir, ControlDoor control, LedgerDoor ledger, PageDoor page) {
    this.doors = doors;
    this.fhir = fhir;
    this.control = control;
    this.ledger = ledger;
    this.page = page;
  }

  @Override
  public void handle(HttpExchange exchange) {
    Call call = new Call(exchange);
    try {
      call.send(answer(call));
    } catch (IOException e) {
      // The caller has gone; there is nobody to tell.
      exchange.close();
    } catch (RuntimeException e) {
      Log.say("answer failed kind={0}", e.getClass().getSimpleName());
      exchange.close();
    }
  }

  private Reply answer(Call call) {
    try {
      return route(call);
    } catch (Refusal refusal) {
      doors.refused(refusal);
      return Refusals.reply(refusal);
    } catch (IOException | RuntimeException e) {
      Log.say("call failed kind={0}", e.getClass().getSimpleName());
      return Refusals.reply(500, "exception", "The payer simulator has failed.");
    }
  }

  private Reply route(Call call) throws IOException {
    List<String> path = call.path();
    if (path.isEmpty()) {
      return call.method().equals("GET") ? page.answer() : Refusals.method("GET");
    }
    List<String> rest = path.subList(1, path.size());
    switch (path.get(0)) {
      case "fhir":
        return fhir.answer(call, rest);
      case "control":
        return control.answer(call, rest);
      case "ledger":
        return ledger.answer(call, rest);
      case "rules":
        return rest.isEmpty() ? Reply.json(200, doors.rules()) : Refusals.unknown();
      case "health":
        return rest.isEmpty()
            ? Reply.json(200, Json.object().put("status", "UP"))
            : Refusals.unknown();
      default:
        return Refusals.unknown();
    }
  }
}
