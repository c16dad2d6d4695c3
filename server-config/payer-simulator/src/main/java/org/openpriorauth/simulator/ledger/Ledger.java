package org.openpriorauth.simulator.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.openpriorauth.simulator.intake.AuthorizationRequest;
import org.openpriorauth.simulator.intake.Inquiry;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;

/**
 * What this payer has received and answered: one entry per distinct request, however often it was
 * delivered. All state is folded from the {@link Journal} under its monitor.
 */
public final class Ledger implements Journal.Fold {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> byBundle = new HashMap<>();
  private final Map<String, Integer> byClaim = new HashMap<>();
  private final Set<Integer> outstanding = new LinkedHashSet<>();
  private Journal.Place lastBundle;
  private int inquiries;

  @Override
  public void apply(JsonNode line, Journal.Place place) {
    switch (Fhir.text(line, "kind")) {
      case "bundle" -> lastBundle = place;
      case "request" -> add(new Entry(lean(line), lastBundle, place));
      case "repeat" -> entry(line).deliveries.add(Instant.parse(Fhir.text(line, "at")));
      case "decision" -> {
        entry(line).decidedAt = Instant.parse(Fhir.text(line, "at"));
        entry(line).answer = place;
        outstanding.remove(line.path("n").asInt());
      }
      case "notification" -> entry(line).notifications.add(line);
      case "inquiry" -> inquiries++;
      default -> {
        // Another fold's line.
      }
    }
  }

  @Override
  public void forget() {
    entries.clear();
    byBundle.clear();
    byClaim.clear();
    outstanding.clear();
    lastBundle = null;
    inquiries = 0;
  }

  private void add(Entry entry) {
    entries.add(entry);
    if (entry.due().isPresent()) {
      outstanding.add(entry.n());
    }
    String requestor = first(entry.requestor());
    byBundle.put(requestor + "\n" + entry.bundleIdentifier(), entry.n());
    // A request in error made no authorization: corrected, it may come again under its number.
    if (entry.error().isEmpty()) {
      entry.claimIdentifiers().forEach(id -> byClaim.put(requestor + "\n" + id, entry.n()));
      entry.replaces().ifPresent(n -> replace(entries.get(n - 1), entry));
    }
  }

  private void replace(Entry prior, Entry next) {
    prior.replacedBy = next.n();
    outstanding.remove(prior.n());
  }

  /** The line without its answer, which is read from the journal when it is wanted. */
  private static ObjectNode lean(JsonNode line) {
    ObjectNode lean = Json.object();
    line.fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals("answer")) {
                lean.set(field.getKey(), field.getValue());
              }
            });
    return lean;
  }

  private Entry entry(JsonNode line) {
    return entries.get(line.path("n").asInt() - 1);
  }

  /** The number that the next new request gets. */
  public int next() {
    return entries.size() + 1;
  }

  public int inquiries() {
    return inquiries;
  }

  public List<Entry> entries() {
    return entries;
  }

  public Optional<Entry> find(int n) {
    return n >= 1 && n <= entries.size() ? Optional.of(entries.get(n - 1)) : Optional.empty();
  }

  /** The entry that this delivery repeats, or collides with, by Bundle or Claim identifier. */
  public Optional<Entry> same(AuthorizationRequest request) {
    String requestor = first(request.requestor());
    Integer n = byBundle.get(requestor + "\n" + request.bundleIdentifier());
    for (String claim : request.claimIdentifiers()) {
      n = n == null ? byClaim.get(requestor + "\n" + claim) : n;
    }
    return Optional.ofNullable(n).flatMap(this::find);
  }

  /** The request that carried one of these trace numbers. */
  public Optional<Entry> byTrace(AuthorizationRequest asker, List<String> claimIdentifiers) {
    String requestor = first(asker.requestor());
    return claimIdentifiers.stream()
        .map(id -> byClaim.get(requestor + "\n" + id))
        .filter(n -> n != null)
        .findFirst()
        .flatMap(this::find);
  }

  /** The version that holds now: asking by a replaced number finds its successor (spec-47). */
  public Entry current(Entry entry) {
    Entry at = entry;
    while (at.replacedBy().isPresent()) {
      at = entries.get(at.replacedBy().get() - 1);
    }
    return at;
  }

  /**
   * Entries whose decision is outstanding and due at or before an instant; all, when it is null.
   */
  public List<Entry> due(Instant by) {
    Predicate<Instant> passed = due -> by == null || !due.isAfter(by);
    return outstanding.stream()
        .map(n -> entries.get(n - 1))
        .filter(e -> e.due().filter(passed).isPresent())
        .toList();
  }

  /** What an inquiry finds: the versions that hold now, each once, oldest first. */
  public List<Entry> matching(Inquiry inquiry) {
    boolean named =
        entries.stream().anyMatch(e -> common(e.claimIdentifiers(), inquiry.claimIdentifiers()));
    return entries.stream()
        .filter(e -> e.error().isEmpty())
        .filter(e -> common(e.requestor(), inquiry.requestor()))
        .filter(e -> common(e.insurer(), inquiry.insurer()))
        .filter(e -> e.memberId().equals(inquiry.memberId()))
        .filter(e -> !named || common(e.claimIdentifiers(), inquiry.claimIdentifiers()))
        .filter(e -> any(inquiry.authorizations(), List.of(e.authorization())))
        .filter(e -> any(inquiry.administrations(), List.of(e.administrationNumber())))
        .filter(e -> any(inquiry.traces(), e.traces()))
        .filter(e -> any(inquiry.codes(), e.codes()))
        .map(this::current)
        .filter(e -> any(inquiry.actions(), e.actions()))
        .distinct()
        .toList();
  }

  private static boolean any(Collection<String> wanted, Collection<String> there) {
    return wanted.isEmpty() || common(wanted, there);
  }

  private static boolean common(Collection<String> some, Collection<String> others) {
    return some.stream().anyMatch(others::contains);
  }

  private static String first(Iterable<String> numbers) {
    for (String number : numbers) {
      return number;
    }
    return "";
  }

  /** The lines of a new request: what was received verbatim, then what was made of it. */
  public static ObjectNode[] request(
      int n, AuthorizationRequest request, String text, ObjectNode outcome, Instant at) {
    ObjectNode bundle = Json.object().put("kind", "bundle").put("n", n).put("text", text);
    return new ObjectNode[] {bundle, line(n, request, outcome, at)};
  }

  /** The entry that a new request will be, for making its answer before it is stored. */
  public static Entry draft(int n, AuthorizationRequest request, ObjectNode outcome, Instant at) {
    return new Entry(line(n, request, outcome, at), null, null);
  }

  private static ObjectNode line(
      int n, AuthorizationRequest request, ObjectNode outcome, Instant at) {
    ObjectNode line = Json.object().put("kind", "request").put("n", n).put("at", at.toString());
    line.put("bundle_identifier", request.bundleIdentifier());
    line.put("sender", request.sender());
    line.put("member_id", request.memberId());
    line.put("digest", request.digest());
    all(line.putArray("claim_identifiers"), request.claimIdentifiers());
    all(line.putArray("requestor"), request.requestor());
    all(line.putArray("insurer"), request.insurer());
    line.setAll(outcome);
    return line;
  }

  private static void all(ArrayNode array, Iterable<String> texts) {
    texts.forEach(array::add);
  }

  /** The bundle as it was received, to the letter. */
  public static String verbatim(Journal journal, Entry entry) throws IOException {
    return Fhir.text(journal.read(entry.bundle), "text");
  }

  /** The answer that holds now. */
  public static JsonNode answer(Journal journal, Entry entry) throws IOException {
    return journal.read(entry.answer).path("answer");
  }

  /** The answer that was given to the first delivery. */
  public static JsonNode firstAnswer(Journal journal, Entry entry) throws IOException {
    return journal.read(entry.firstAnswer()).path("answer");
  }
}
