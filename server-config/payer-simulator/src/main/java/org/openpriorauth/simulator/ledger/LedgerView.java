package org.openpriorauth.simulator.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.openpriorauth.simulator.adjudication.ItemPlan;
import org.openpriorauth.simulator.adjudication.ReviewAction;
import org.openpriorauth.simulator.adjudication.Verdict;
import org.openpriorauth.simulator.wire.Json;

/** The ledger as {@code GET /ledger} shows it: numbers and codes, no names. */
public final class LedgerView {
  private LedgerView() {}

  /** All entries after number {@code after}. */
  public static ObjectNode of(Ledger ledger, int after) {
    ObjectNode view = Json.object();
    view.put("requests", ledger.entries().size());
    view.put("inquiries", ledger.inquiries());
    var entries = view.putArray("entries");
    ledger.entries().stream().skip(after).forEach(entry -> entries.add(of(entry)));
    return view;
  }

  public static ObjectNode of(Entry entry) {
    ObjectNode view = Json.object().put("n", entry.n());
    view.put("received_at", entry.receivedAt().toString());
    view.put("deliveries", entry.deliveries.size());
    var times = view.putArray("delivered_at");
    entry.deliveries.forEach(at -> times.add(at.toString()));
    view.set("bundle_identifier", identifier(entry.bundleIdentifier()));
    view.set("claim_identifier", identifier(entry.claimIdentifiers().get(0)));
    var requestor = view.putArray("requestor");
    entry.requestor().forEach(requestor::add);
    view.put("member_id", entry.memberId());
    var items = view.putArray("items");
    entry.plan().forEach(plan -> items.add(item(plan, plan.verdict(entry.decided()))));
    view.set("answer", answer(entry));
    view.set("decision", decision(entry));
    entry.replaces().ifPresent(n -> view.put("updates", n));
    entry.replacedBy().ifPresent(n -> view.put("updated_by", n));
    var notifications = view.putArray("notifications");
    entry.notifications.forEach(line -> notifications.add(notification(line)));
    return view;
  }

  /** One word for all items of an entry. */
  public static String status(Entry entry, boolean decided) {
    if (entry.error().isPresent()) {
      return "error";
    }
    Set<ReviewAction> actions = EnumSet.noneOf(ReviewAction.class);
    entry.plan().forEach(item -> actions.add(item.verdict(decided).action()));
    if (actions.isEmpty()) {
      return word(ReviewAction.CANCELLED);
    }
    if (actions.size() == 1) {
      return word(actions.iterator().next());
    }
    return actions.stream().anyMatch(ReviewAction::open) ? "partly-pended" : "mixed";
  }

  private static ObjectNode item(ItemPlan plan, Verdict verdict) {
    ObjectNode item = Json.object().put("sequence", plan.sequence()).put("code", plan.code());
    if (plan.units() != null) {
      item.put("units", plan.units());
    }
    item.put("rule", plan.rule());
    item.put("action", verdict.action().code());
    item.put("status", word(verdict.action()));
    if (!verdict.reason().isEmpty()) {
      item.put("reason", verdict.reason());
    }
    if (verdict.units() != null) {
      item.put("authorized_units", verdict.units());
    }
    item.put("information_requested", verdict.ask() != null);
    return item;
  }

  private static ObjectNode answer(Entry entry) {
    ObjectNode answer = Json.object().put("status", status(entry, false));
    answer.put("outcome", entry.error().isPresent() ? "error" : "complete");
    var actions = answer.putArray("actions");
    entry.plan().forEach(item -> actions.add(item.now().action().code()));
    return answer;
  }

  private static ObjectNode decision(Entry entry) {
    ObjectNode decision = Json.object().put("status", status(entry, entry.decided()));
    decision.put("final", entry.verdicts().stream().noneMatch(verdict -> verdict.action().open()));
    if (entry.decidedAt != null) {
      decision.put("decided_at", entry.decidedAt.toString());
    }
    entry.due().ifPresent(due -> decision.put("due_at", due.toString()));
    if (entry.verdicts().stream().anyMatch(verdict -> verdict.action().authorizes())) {
      decision.put("authorization", entry.authorization());
    }
    return decision;
  }

  private static ObjectNode notification(JsonNode line) {
    ObjectNode view = line.deepCopy();
    view.remove("kind");
    view.remove("n");
    return view;
  }

  private static ObjectNode identifier(String key) {
    int bar = key.indexOf('|');
    return Json.object().put("system", key.substring(0, bar)).put("value", key.substring(bar + 1));
  }

  private static String word(ReviewAction action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
