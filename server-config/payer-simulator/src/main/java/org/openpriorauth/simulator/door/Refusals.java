package org.openpriorauth.simulator.door;

import java.util.List;
import java.util.Map;
import org.openpriorauth.simulator.answer.OperationOutcome;
import org.openpriorauth.simulator.intake.Finding;
import org.openpriorauth.simulator.intake.Refusal;

/** Refused calls as they are answered: a status and one OperationOutcome. */
final class Refusals {
  private Refusals() {}

  static Reply reply(Refusal refusal) {
    return Reply.fhir(refusal.status(), OperationOutcome.of(refusal.findings()));
  }

  static Reply reply(int status, String code, String words) {
    return Reply.fhir(status, OperationOutcome.of(List.of(new Finding(code, "", words))));
  }

  static Reply method(String allowed) {
    return reply(405, "not-supported", "This method is not served here.")
        .with(Map.of("Allow", allowed));
  }

  static Reply unknown() {
    return reply(404, "not-found", "There is nothing at this address.");
  }
}
