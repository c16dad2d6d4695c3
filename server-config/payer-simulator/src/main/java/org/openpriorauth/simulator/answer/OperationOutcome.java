package org.openpriorauth.simulator.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.openpriorauth.simulator.intake.Finding;
import org.openpriorauth.simulator.wire.Json;

/** The one OperationOutcome that says what is wrong with a call. */
public final class OperationOutcome {
  private OperationOutcome() {}

  public static ObjectNode of(List<Finding> findings) {
    ObjectNode outcome = Json.object().put("resourceType", "OperationOutcome");
    var issues = outcome.putArray("issue");
    for (Finding finding : findings) {
      ObjectNode issue = issues.addObject().put("severity", "error").put("code", finding.code());
      issue.putObject("details").put("text", finding.diagnostics());
      issue.put("diagnostics", finding.diagnostics());
      if (!finding.expression().isEmpty()) {
        issue.putArray("expression").add(finding.expression());
      }
    }
    return outcome;
  }
}
