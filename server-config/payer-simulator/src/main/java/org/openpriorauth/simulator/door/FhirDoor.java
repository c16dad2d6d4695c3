package org.openpriorauth.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openpriorauth.simulator.control.Behaviour;
import org.openpriorauth.simulator.control.Script;
import org.openpriorauth.simulator.control.Scripts;
import org.openpriorauth.simulator.desk.ReviewDesk;
import org.openpriorauth.simulator.intake.AuthorizationRequest;
import org.openpriorauth.simulator.intake.Inquiry;
import org.openpriorauth.simulator.intake.Intake;
import org.openpriorauth.simulator.intake.RequestedItem;

/** {@code /fhir}: the wire of PAS 2.2.1, behind the bearer token when there is one. */
final class FhirDoor {
  private final ReviewDesk desk;
  private final Scripts scripts;
  private final SubscriptionDoor subscriptions;
  private final String token;

  FhirDoor(ReviewDesk desk, Scripts scripts, SubscriptionDoor subscriptions, String token) {
    this.desk = desk;
    this.scripts = scripts;
    this.subscriptions = subscriptions;
    this.token = token;
  }

  Reply answer(Call call, List<String> path) throws IOException {
    if (!allowed(call)) {
      return Refusals.reply(401, "login", "A valid bearer token is needed.")
          .with(Map.of("WWW-Authenticate", "Bearer"));
    }
    if (path.equals(List.of("Claim", "$submit"))) {
      return call.method().equals("POST") ? submit(call) : Refusals.method("POST");
    }
    if (path.equals(List.of("Claim", "$inquire"))) {
      return call.method().equals("POST") ? inquire(call) : Refusals.method("POST");
    }
    if (!path.isEmpty() && path.get(0).equals("Subscription")) {
      return subscriptions.answer(call, path.subList(1, path.size()));
    }
    return Refusals.unknown();
  }

  private Reply submit(Call call) throws IOException {
    String text = call.text();
    AuthorizationRequest request = Intake.request(Call.json(text));
    List<String> codes = request.items().stream().map(RequestedItem::code).toList();
    Optional<Script> order =
        scripts.take(Behaviour.Kind.TRANSPORT, "submit", codes, request.claimIdentifiers());
    return Transport.travel(order, () -> desk.take(request, text));
  }

  private Reply inquire(Call call) throws IOException {
    Inquiry inquiry = Intake.inquiry(Call.json(call.text()));
    Optional<Script> order =
        scripts.take(
            Behaviour.Kind.TRANSPORT, "inquire", inquiry.codes(), inquiry.claimIdentifiers());
    Transport.Work work = () -> inquired(inquiry);
    return Transport.travel(order, work);
  }

  private JsonNode inquired(Inquiry inquiry) throws IOException {
    return desk.inquire(inquiry);
  }

  private boolean allowed(Call call) {
    if (token.isEmpty()) {
      return true;
    }
    byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(
        wanted, call.header("Authorization").getBytes(StandardCharsets.UTF_8));
  }
}
