package org.openpriorauth.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.criteria.model.PolicyRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.payer.model.Payer;
import org.openpriorauth.payer.model.PayerRepository;
import org.openpriorauth.wire.json.Json;

/**
 * A pack before and after it is taken over: in words, with its test cases, beside another version.
 */
@Stateless
public class PolicyReviewService {
  private static final String NO_PAYER = "No payer of this practice has this payer id.";

  @Inject PolicyRepository policies;
  @Inject PayerRepository payers;
  @Inject PackVersions versions;
  @Inject Event<Audited> audited;

  /**
   * What a file would bring.
   *
   * @param faults every one; empty if it can be taken over
   * @param page null where there are faults
   * @param changes against the version before it; null where there are faults
   */
  public record Review(List<Fault> faults, PackPage page, PolicyChanges changes) {}

  /** One version of the clinic's pack, and the others of it. */
  public record Shown(PackPage page, String payerName, List<Version> versions) {}

  /**
   * @param inForce whether requests of today are judged by it
   */
  public record Version(UUID id, String version, LocalDate from, LocalDate to, boolean inForce) {}

  /**
   * One pack of a payer.
   *
   * @param versions the newest first
   */
  public record Listed(String title, String payerName, List<Version> versions) {}

  /** By payer and title. */
  @Requires("policy:read")
  public List<Listed> list(Caller caller) {
    Map<UUID, String> names =
        payers.all(caller.clinic()).stream().collect(Collectors.toMap(Payer::id, Payer::name));
    LocalDate today = versions.today(caller);
    Map<List<Object>, List<PolicyRepository.Row>> packs =
        policies.all(caller.clinic()).stream()
            .collect(Collectors.groupingBy(row -> List.of(row.payerId(), row.packId())));
    return packs.values().stream()
        .map(rows -> listed(names.get(rows.get(0).payerId()), rows, today))
        .sorted(Comparator.comparing(Listed::payerName).thenComparing(Listed::title))
        .toList();
  }

  private static Listed listed(String payer, List<PolicyRepository.Row> rows, LocalDate today) {
    List<PolicyRepository.Row> newest =
        rows.stream()
            .sorted(Comparator.comparing(PolicyRepository.Row::effectiveFrom).reversed())
            .toList();
    return new Listed(newest.get(0).title(), payer, versions(newest, today));
  }

  private static List<Version> versions(List<PolicyRepository.Row> newest, LocalDate today) {
    Optional<UUID> judging =
        newest.stream()
            .filter(row -> !row.effectiveFrom().isAfter(today))
            .filter(row -> row.effectiveTo() == null || !row.effectiveTo().isBefore(today))
            .map(PolicyRepository.Row::id)
            .findFirst();
    return newest.stream()
        .map(
            row ->
                new Version(
                    row.id(),
                    row.version(),
                    row.effectiveFrom(),
                    row.effectiveTo(),
                    judging.filter(row.id()::equals).isPresent()))
        .toList();
  }

  /**
   * @throws Problem POLICY_NOT_FOUND
   */
  @Requires("policy:read")
  public Shown show(Caller caller, UUID id) {
    PolicyRepository.Row row = row(caller, id);
    List<PolicyRepository.Row> all =
        policies.versions(caller.clinic(), row.payerId(), row.packId());
    return new Shown(
        PackPage.of(PolicyService.read(row.content())),
        payers.get(caller.clinic(), row.payerId()).name(),
        versions(all, versions.today(caller)));
  }

  /**
   * @throws Problem POLICY_NOT_FOUND
   */
  @Requires("policy:read")
  public PackPage example(Caller caller, String id) {
    return ExamplePacks.find(id)
        .map(PackPage::of)
        .orElseThrow(() -> Problem.of(ErrorCode.POLICY_NOT_FOUND));
  }

  /**
   * @param id any version of the pack
   * @param from the earlier version; null for the one before the later
   * @param to the later version; null for the one with the id
   * @throws Problem POLICY_NOT_FOUND
   */
  @Requires("policy:read")
  public PolicyChanges diff(Caller caller, UUID id, String from, String to) {
    PolicyRepository.Row row = row(caller, id);
    PolicyPack later = version(caller, row, to == null ? row.version() : to);
    PolicyChanges changes =
        from == null
            ? versions.since(caller, row.payerId(), later)
            : versions.changes(caller, row.payerId(), version(caller, row, from), later);
    Map<String, Object> detail = Map.of("pack", row.packId(), "touched", changes.touched());
    audited.fire(new Audited(caller, "policy.diff", "policy_pack", id, detail));
    return changes;
  }

  /** Reads a file as an import would, and keeps nothing. */
  @Requires("policy:change")
  public Review review(Caller caller, String json) {
    PolicyPack pack;
    try {
      pack = Json.mapper().readValue(json, PolicyPack.class);
    } catch (JsonMappingException e) {
      return new Review(List.of(unreadable(e)), null, null);
    } catch (JsonProcessingException e) {
      return new Review(List.of(unreadable(e)), null, null);
    }
    List<Fault> faults =
        pack == null
            ? List.of(new Fault("", "malformed", "There is no pack in this file."))
            : PolicyCheck.faults(pack);
    if (!faults.isEmpty()) {
      return new Review(faults, null, null);
    }
    Optional<Payer> payer = payers.findByCode(caller.clinic(), pack.payerCode());
    if (payer.isEmpty()) {
      return new Review(List.of(new Fault("/payer_code", "unknown", NO_PAYER)), null, null);
    }
    PolicyChanges changes = versions.since(caller, payer.get().id(), pack);
    return new Review(List.of(), PackPage.of(pack), changes);
  }

  private static Fault unreadable(JsonMappingException e) {
    String place =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
            .collect(Collectors.joining("/", "/", ""));
    return new Fault(place, "malformed", "There is no such field, or its value has another form.");
  }

  private static Fault unreadable(JsonProcessingException e) {
    String detail =
        e.getLocation() == null
            ? "This is not JSON."
            : "This is not JSON: line %d, column %d."
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return new Fault("", "malformed", detail);
  }

  private PolicyRepository.Row row(Caller caller, UUID id) {
    return policies
        .find(caller.clinic(), id)
        .orElseThrow(() -> Problem.of(ErrorCode.POLICY_NOT_FOUND));
  }

  private PolicyPack version(Caller caller, PolicyRepository.Row row, String version) {
    return policies
        .find(caller.clinic(), row.payerId(), row.packId(), version)
        .map(found -> PolicyService.read(found.content()))
        .orElseThrow(() -> Problem.of(ErrorCode.POLICY_NOT_FOUND));
  }
}
