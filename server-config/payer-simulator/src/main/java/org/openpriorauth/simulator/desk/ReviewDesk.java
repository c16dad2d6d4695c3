package org.openpriorauth.simulator.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.simulator.adjudication.BusinessError;
import org.openpriorauth.simulator.adjudication.ItemPlan;
import org.openpriorauth.simulator.adjudication.RuleBook;
import org.openpriorauth.simulator.adjudication.ScriptedVerdicts;
import org.openpriorauth.simulator.answer.Case;
import org.openpriorauth.simulator.answer.ResponseBundle;
import org.openpriorauth.simulator.control.Behaviour;
import org.openpriorauth.simulator.control.Script;
import org.openpriorauth.simulator.control.Scripts;
import org.openpriorauth.simulator.intake.AuthorizationRequest;
import org.openpriorauth.simulator.intake.Inquiry;
import org.openpriorauth.simulator.intake.Refusal;
import org.openpriorauth.simulator.ledger.Entry;
import org.openpriorauth.simulator.ledger.Journal;
import org.openpriorauth.simulator.ledger.Ledger;
import org.openpriorauth.simulator.ledger.LedgerView;
import org.openpriorauth.simulator.ledger.Log;
import org.openpriorauth.simulator.subscription.Subscriptions;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Json;

/**
 * The payer's desk: takes requests, decides what has fallen due, answers inquiries. Nothing leaves
 * it before it is on disk, and no request is taken twice.
 */
public final class ReviewDesk {
  private final Journal journal;
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final RuleBook rules;
  private final Scripts scripts;
  private final Settings settings;
  private final Clock clock;
  private final String base;

  public ReviewDesk(Books books, Scripts scripts, Settings settings, Clock clock, String base) {
    this.journal = books.journal();
    this.ledger = books.ledger();
    this.subscriptions = books.subscriptions();
    this.rules = books.rules();
    this.scripts = scripts;
    this.settings = settings;
    this.clock = clock;
    this.base = base;
  }

  /**
   * Takes a delivery: a new request is decided and stored, a repeated one gets its first answer.
   *
   * @return the answer's bundle
   * @throws Refusal with status 409 when a used number comes with different content
   */
  public JsonNode take(AuthorizationRequest request, String text) throws IOException {
    JsonNode answer;
    synchronized (journal) {
      Optional<Entry> same = ledger.same(request);
      answer = same.isPresent() ? repeated(same.get(), request) : fresh(request, text);
    }
    journal.force();
    return answer;
  }

  private JsonNode fresh(AuthorizationRequest request, String text) throws IOException {
    int n = ledger.next();
    Instant now = clock.instant();
    ObjectNode outcome = decide(n, request, now);
    journal.append(Ledger.request(n, request, text, outcome, now));
    Entry entry = ledger.entries().get(n - 1);
    Log.say(
        "request n={0} bundle={1} status={2}",
        n, request.bundleIdentifier(), LedgerView.status(entry, false));
    return outcome.path("answer");
  }

  private JsonNode repeated(Entry entry, AuthorizationRequest request) throws IOException {
    if (!entry.digest().equals(request.digest())) {
      Log.say("conflict with n={0} bundle={1}", entry.n(), request.bundleIdentifier());
      throw Refusal.of(
          409, "duplicate", "This Bundle or Claim identifier was used for a different request.");
    }
    journal.append(
        Json.object()
            .put("kind", "repeat")
            .put("n", entry.n())
            .put("at", clock.instant().toString()));
    Log.say("repeated delivery n={0}", entry.n());
    return Ledger.firstAnswer(journal, entry);
  }

  private ObjectNode decide(int n, AuthorizationRequest request, Instant now) {
    ObjectNode outcome = Json.object().put("response_id", UUID.randomUUID().toString());
    Optional<Entry> prior = request.prior().flatMap(ids -> ledger.byTrace(request, ids));
    Optional<BusinessError> error = rules.error(request).or(() -> updateError(request, prior));
    Optional<Script> script =
        error.isPresent() ? Optional.empty() : scripts(Behaviour.Kind.VERDICT, request);
    List<ItemPlan> plan =
        error.isPresent()
            ? List.of()
            : script
                .map(s -> ScriptedVerdicts.decide(request, s))
                .orElseGet(() -> rules.decide(request));
    error.ifPresent(e -> outcome.set("error", e.json()));
    prior
        .filter(p -> error.isEmpty())
        .ifPresent(
            p -> {
              outcome.put("replaces", p.n());
              if (p.verdicts().stream().anyMatch(v -> v.action().authorizes())) {
                outcome.put("previous_authorization", p.authorization());
              }
            });
    ArrayNode items = outcome.putArray("plan");
    plan.forEach(item -> items.add(item.json()));
    if (plan.stream().anyMatch(item -> item.later() != null)) {
      outcome.put("due", now.plus(delay(script)).toString());
      scripts(Behaviour.Kind.NOTIFICATION, request)
          .ifPresent(s -> outcome.put("announcement", s.behaviour().word()));
    }
    Entry draft = Ledger.draft(n, request, outcome, now);
    outcome.set("answer", answer(request.bundle(), draft, false, now).answer());
    return outcome;
  }

  /** spec-64: an update needs a known prior version, and none follows a denial. */
  private Optional<BusinessError> updateError(AuthorizationRequest request, Optional<Entry> prior) {
    if (request.prior().isEmpty()) {
      return Optional.empty();
    }
    if (prior.isEmpty()) {
      return Optional.of(rules.updateError("unknown_prior"));
    }
    boolean denied = LedgerView.status(prior.get(), prior.get().decided()).equals("denied");
    return denied ? Optional.of(rules.updateError("after_denial")) : Optional.empty();
  }

  private Duration delay(Optional<Script> script) {
    return script
        .filter(s -> s.delayMs() >= 0)
        .map(s -> Duration.ofMillis(s.delayMs()))
        .orElse(settings.decideAfter());
  }

  private Optional<Script> scripts(Behaviour.Kind kind, AuthorizationRequest request) {
    List<String> codes = request.items().stream().map(item -> item.code()).toList();
    return scripts.take(kind, "submit", codes, request.claimIdentifiers());
  }

  private ResponseBundle answer(Bundle request, Entry entry, boolean decided, Instant at) {
    return new ResponseBundle(
        request,
        new Case(
            entry.responseId(),
            entry.authorization(),
            entry.administrationNumber(),
            entry.previousAuthorization(),
            entry.plan(),
            decided,
            entry.error(),
            at,
            base));
  }

  /** Decides what is due by now; returns how many requests were decided. */
  public int decideDue() throws IOException {
    return decideBy(clock.instant());
  }

  /** Decides everything that is outstanding, due or not. */
  public int decideNow() throws IOException {
    return decideBy(null);
  }

  private int decideBy(Instant by) throws IOException {
    List<Integer> due;
    synchronized (journal) {
      due = ledger.due(by).stream().map(Entry::n).toList();
    }
    int decided = 0;
    for (int n : due) {
      // One at a time, so that requests are taken in between.
      synchronized (journal) {
        Optional<Entry> entry = ledger.find(n).filter(e -> e.due().isPresent());
        if (entry.isPresent()) {
          decide(entry.get());
          decided++;
        }
      }
    }
    journal.force();
    return decided;
  }

  private void decide(Entry entry) throws IOException {
    Instant now = clock.instant();
    ObjectNode line = Json.object().put("kind", "decision").put("n", entry.n());
    line.put("at", now.toString());
    line.put("send_at", now.plus(settings.notifyAfter()).toString());
    line.set("events", subscriptions.events(entry, now));
    line.set("answer", answer(received(entry), entry, true, now).answer());
    journal.append(line);
    Log.say("decision n={0} status={1}", entry.n(), LedgerView.status(entry, true));
  }

  /** Answers an inquiry: Parameters with one {@code return} Bundle per match (FHIR-55394). */
  public ObjectNode inquire(Inquiry inquiry) throws IOException {
    ObjectNode parameters;
    synchronized (journal) {
      parameters = inquired(inquiry);
    }
    journal.force();
    return parameters;
  }

  private ObjectNode inquired(Inquiry inquiry) throws IOException {
    List<Entry> found = ledger.matching(inquiry);
    ObjectNode line = Json.object().put("kind", "inquiry").put("at", clock.instant().toString());
    ArrayNode matches = line.putArray("matches");
    found.forEach(entry -> matches.add(entry.n()));
    journal.append(line);
    Log.say("inquiry matches={0}", found.size());
    ObjectNode parameters = Json.object().put("resourceType", "Parameters");
    ArrayNode returned = Json.array();
    for (Entry entry : found) {
      Instant made = entry.decidedAt().orElse(entry.receivedAt());
      JsonNode bundle =
          answer(received(entry), entry, entry.decided(), made).inquiryAnswer(inquiry.identifier());
      returned.addObject().put("name", "return").set("resource", bundle);
    }
    if (!returned.isEmpty()) {
      parameters.set("parameter", returned);
    }
    return parameters;
  }

  private Bundle received(Entry entry) throws IOException {
    try {
      return new Bundle(Json.read(Ledger.verbatim(journal, entry)));
    } catch (Json.Malformed e) {
      throw new IOException("a stored bundle cannot be read: entry " + entry.n(), e);
    }
  }
}
