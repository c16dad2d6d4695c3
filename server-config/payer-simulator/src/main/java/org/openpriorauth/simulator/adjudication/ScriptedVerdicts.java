package org.openpriorauth.simulator.adjudication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.openpriorauth.simulator.control.Script;
import org.openpriorauth.simulator.intake.AuthorizationRequest;
import org.openpriorauth.simulator.intake.RequestedItem;

/** Decisions that the control door orders in place of the rules; they hold for all items. */
public final class ScriptedVerdicts {
  private ScriptedVerdicts() {}

  public static List<ItemPlan> decide(AuthorizationRequest request, Script script) {
    return request.items().stream().map(item -> plan(item, script)).toList();
  }

  private static ItemPlan plan(RequestedItem item, Script script) {
    String rule = "control:" + script.behaviour().word();
    Verdict pended = Verdict.of(ReviewAction.PENDED);
    return switch (script.behaviour()) {
      case APPROVE -> ItemPlan.of(item, rule, Verdict.of(ReviewAction.APPROVED), null);
      case DENY -> ItemPlan.of(item, rule, denied(script), null);
      case MODIFY -> ItemPlan.of(item, rule, modified(item, script), null);
      case PEND_THEN_APPROVE -> ItemPlan.of(item, rule, pended, Verdict.of(ReviewAction.APPROVED));
      case PEND_THEN_DENY -> ItemPlan.of(item, rule, pended, denied(script));
      case REQUEST_INFORMATION -> ItemPlan.of(item, rule, asking(script), null);
      default -> throw new IllegalArgumentException("not a verdict: " + script.behaviour());
    };
  }

  private static Verdict denied(Script script) {
    return Verdict.because(
        ReviewAction.DENIED,
        "SIM90",
        or(script, "the records sent do not show that conservative treatment has been tried"));
  }

  private static Verdict modified(RequestedItem item, Script script) {
    BigDecimal units =
        item.units() == null
            ? BigDecimal.ONE
            : item.units().divide(BigDecimal.valueOf(2), 0, RoundingMode.DOWN).max(BigDecimal.ONE);
    return new Verdict(
        ReviewAction.MODIFIED, "SIM91", or(script, "half of the units is authorized"), units, null);
  }

  private static Verdict asking(Script script) {
    return new Verdict(
        ReviewAction.PENDED,
        "SIM92",
        or(script, "more clinical information is needed"),
        null,
        new Ask("PY", "11506-3"));
  }

  private static String or(Script script, String standard) {
    return script.reason().isEmpty() ? standard : script.reason();
  }
}
