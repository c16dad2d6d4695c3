package org.openpriorauth.simulator.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openpriorauth.simulator.adjudication.BusinessError;
import org.openpriorauth.simulator.adjudication.ItemPlan;
import org.openpriorauth.simulator.adjudication.Verdict;
import org.openpriorauth.simulator.wire.Fhir;

/**
 * One distinct request and its life at this payer: received, answered at once, perhaps delivered
 * again, perhaps decided later or replaced by an update. Folded from journal lines; guarded by the
 * journal's monitor.
 */
public final class Entry {
  private final JsonNode facts;
  private final int n;
  private final List<ItemPlan> plan;
  private final List<String> claimIdentifiers;
  private final Set<String> requestor;
  private final Set<String> insurer;
  final Journal.Place bundle;
  private final Journal.Place firstAnswer;
  final List<Instant> deliveries = new ArrayList<>();
  final List<JsonNode> notifications = new ArrayList<>();
  Journal.Place answer;
  Instant decidedAt;
  Integer replacedBy;

  Entry(JsonNode facts, Journal.Place bundle, Journal.Place answer) {
    this.facts = facts;
    this.n = facts.path("n").asInt();
    this.plan = Fhir.list(facts, "plan").stream().map(ItemPlan::of).toList();
    this.claimIdentifiers = texts("claim_identifiers");
    this.requestor = new LinkedHashSet<>(texts("requestor"));
    this.insurer = new LinkedHashSet<>(texts("insurer"));
    this.bundle = bundle;
    this.firstAnswer = answer;
    this.answer = answer;
    deliveries.add(receivedAt());
  }

  private List<String> texts(String name) {
    return Fhir.list(facts, name).stream().map(JsonNode::asText).toList();
  }

  public Journal.Place firstAnswer() {
    return firstAnswer;
  }

  public int n() {
    return n;
  }

  public List<ItemPlan> plan() {
    return plan;
  }

  public Instant receivedAt() {
    return Instant.parse(Fhir.text(facts, "at"));
  }

  public String bundleIdentifier() {
    return Fhir.text(facts, "bundle_identifier");
  }

  public List<String> claimIdentifiers() {
    return claimIdentifiers;
  }

  public Set<String> requestor() {
    return requestor;
  }

  public Set<String> insurer() {
    return insurer;
  }

  public String sender() {
    return Fhir.text(facts, "sender");
  }

  public String memberId() {
    return Fhir.text(facts, "member_id");
  }

  public String digest() {
    return Fhir.text(facts, "digest");
  }

  /** Id of the ClaimResponse, the same through all its versions. */
  public String responseId() {
    return Fhir.text(facts, "response_id");
  }

  /** How the decision is to be announced: a control behaviour's word, or empty. */
  public String announcement() {
    return Fhir.text(facts, "announcement");
  }

  /** Number of the authorization that this request updates; empty for a new one. */
  public String previousAuthorization() {
    return Fhir.text(facts, "previous_authorization");
  }

  public Optional<Integer> replaces() {
    return facts.has("replaces") ? Optional.of(facts.path("replaces").asInt()) : Optional.empty();
  }

  public Optional<Integer> replacedBy() {
    return Optional.ofNullable(replacedBy);
  }

  public Optional<BusinessError> error() {
    return facts.has("error")
        ? Optional.of(BusinessError.of(facts.path("error")))
        : Optional.empty();
  }

  /** When the pended items are decided; empty when nothing is outstanding. */
  public Optional<Instant> due() {
    return facts.has("due") && decidedAt == null && replacedBy == null
        ? Optional.of(Instant.parse(Fhir.text(facts, "due")))
        : Optional.empty();
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  public boolean decided() {
    return decidedAt != null;
  }

  /** The verdicts that hold now. */
  public List<Verdict> verdicts() {
    return plan.stream().map(item -> item.verdict(decided())).toList();
  }

  List<String> codes() {
    return plan.stream().map(ItemPlan::code).toList();
  }

  List<String> traces() {
    return plan.stream().flatMap(item -> item.traces().stream()).toList();
  }

  List<String> actions() {
    return verdicts().stream().map(verdict -> verdict.action().code()).toList();
  }

  /** The number under which the authorization runs, once there is one. */
  public String authorization() {
    return String.format("AUTH%07d", n);
  }

  /** The number under which the pended request runs (REF-NT). */
  public String administrationNumber() {
    return String.format("PEND%07d", n);
  }
}
