package org.openpriorauth.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.criteria.model.PolicyRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.payer.model.Payer;
import org.openpriorauth.payer.model.PayerRepository;
import org.openpriorauth.wire.json.Json;

/** A clinic's policy packs: imported once a version, never changed. */
@Stateless
public class PolicyService {
  @Inject PolicyRepository policies;
  @Inject PayerRepository payers;
  @Inject PackVersions versions;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param payerId the clinic's payer with the pack's {@code payer_code}
   */
  public record PackView(UUID id, UUID payerId, PolicyPack pack) {}

  /**
   * A pack that was taken in.
   *
   * @param changes against the version before it
   */
  public record Imported(UUID id, UUID payerId, PolicyPack pack, PolicyChanges changes) {}

  /**
   * Takes a pack in after its own tests passed; the same version with the same content again is
   * answered with what is there.
   *
   * @throws Problem INVALID with every fault at once, PAYER_NOT_FOUND, POLICY_TAKEN
   */
  @Requires("policy:change")
  public Imported add(Caller caller, PolicyPack pack) {
    List<Problem.Fault> faults = PolicyCheck.faults(pack);
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    Payer payer =
        payers.active(caller.clinic()).stream()
            .filter(p -> p.payerCode().equals(pack.payerCode()))
            .findFirst()
            .orElseThrow(() -> Problem.of(ErrorCode.PAYER_NOT_FOUND));
    return take(caller, payer, pack);
  }

  /** The packs that come with the product, each to be adopted for a payer. */
  @Requires("policy:read")
  public List<PolicyPack> examples(Caller caller) {
    return ExamplePacks.all();
  }

  /**
   * Takes an example in as a payer's rules.
   *
   * @throws Problem POLICY_NOT_FOUND, PAYER_NOT_FOUND, POLICY_TAKEN
   */
  @Requires("policy:change")
  public Imported adopt(Caller caller, String example, UUID payerId) {
    PolicyPack pack =
        ExamplePacks.find(example).orElseThrow(() -> Problem.of(ErrorCode.POLICY_NOT_FOUND));
    Payer payer = payers.get(caller.clinic(), payerId);
    return take(caller, payer, ExamplePacks.of(pack, payer.payerCode()));
  }

  private Imported take(Caller caller, Payer payer, PolicyPack pack) {
    PolicyChanges changes = versions.since(caller, payer.id(), pack);
    Optional<PolicyRepository.Row> there =
        policies.find(caller.clinic(), payer.id(), pack.id(), pack.version());
    if (there.isPresent()) {
      if (!read(there.get().content()).equals(pack)) {
        throw Problem.of(ErrorCode.POLICY_TAKEN);
      }
      return new Imported(there.get().id(), payer.id(), pack, changes);
    }
    UUID id = Ids.next();
    policies.add(
        caller.clinic(),
        new PolicyRepository.Row(
            id,
            payer.id(),
            pack.id(),
            pack.version(),
            pack.title(),
            pack.effective().from(),
            pack.effective().to(),
            Json.text(pack)),
        clock.instant(),
        caller.actor());
    Map<String, Object> detail = Map.of("pack", pack.id(), "version", pack.version());
    audited.fire(new Audited(caller, "policy.import", "policy_pack", id, detail));
    return new Imported(id, payer.id(), pack, changes);
  }

  @Requires("policy:read")
  public List<PackView> list(Caller caller) {
    return policies.all(caller.clinic()).stream()
        .map(r -> new PackView(r.id(), r.payerId(), read(r.content())))
        .toList();
  }

  static PolicyPack read(String content) {
    try {
      return Json.mapper().readValue(content, PolicyPack.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
