package org.openpriorauth.clinic;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.openpriorauth.clinic.model.Provider;
import org.openpriorauth.clinic.model.ProviderRepository;
import org.openpriorauth.coding.Npi;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** Who orders and performs: the clinic's own people and those it works with. */
@Stateless
public class ProviderService {
  private static final int LONGEST = 200;

  @Inject ProviderRepository providers;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param active false for who gets no new requests
   */
  public record ProviderView(UUID id, Provider.Details details, boolean active, long version) {
    static ProviderView of(Provider provider) {
      return new ProviderView(
          provider.id(), provider.details(), provider.active(), provider.version());
    }
  }

  /** Those of former days too. */
  @Requires("provider:read")
  public List<ProviderView> all(Caller caller) {
    return providers.all(caller.clinic()).stream().map(ProviderView::of).toList();
  }

  /** Those who can be given new requests. */
  @Requires("provider:read")
  public List<ProviderView> list(Caller caller) {
    return providers.active(caller.clinic()).stream().map(ProviderView::of).toList();
  }

  /**
   * @throws Problem INVALID for an NPI that cannot be, NPI_TAKEN
   */
  @Requires("provider:change")
  public ProviderView add(Caller caller, Provider.Details details) {
    check(details);
    if (providers.findByNpi(caller.clinic(), details.npi()).isPresent()) {
      throw Problem.of(ErrorCode.NPI_TAKEN);
    }
    Provider provider = new Provider(caller.clinic(), caller.actor(), clock.instant(), details);
    providers.add(provider);
    audited.fire(Audited.of(caller, "provider.create", "provider", provider.id()));
    return ProviderView.of(provider);
  }

  /**
   * @param seen the version that the caller saw
   * @throws Problem PROVIDER_NOT_FOUND; STALE; INVALID; NPI_TAKEN
   */
  @Requires("provider:change")
  public ProviderView change(
      Caller caller, UUID id, long seen, Provider.Details details, boolean active) {
    Provider provider = providers.lock(caller.clinic(), id);
    if (provider.version() != seen) {
      throw Problem.of(ErrorCode.STALE);
    }
    check(details);
    if (providers.findByNpi(caller.clinic(), details.npi()).stream()
        .anyMatch(p -> !p.id().equals(id))) {
      throw Problem.of(ErrorCode.NPI_TAKEN);
    }
    Map<String, Object> change =
        Map.of(
            "before", provider.details() + (provider.active() ? "" : ", inactive"),
            "after", details + (active ? "" : ", inactive"));
    provider.change(details, active, caller.actor(), clock.instant());
    providers.flush(caller.clinic());
    audited.fire(new Audited(caller, "provider.change", "provider", id, change));
    return ProviderView.of(provider);
  }

  private static void check(Provider.Details details) {
    boolean printable =
        Stream.of(details.givenName(), details.name(), details.specialty(), details.phone())
            .filter(Objects::nonNull)
            .allMatch(said -> PracticeRules.printable(said, LONGEST));
    if (!printable || details.name().isBlank()) {
      throw Problem.invalid(
          "/name", "form", "Names have 1 to 200 visible characters, like the rest.");
    }
    if (!Npi.valid(details.npi())) {
      throw Problem.invalid(
          "/npi", "check_digit", "An NPI has ten digits, and the last one checks the others.");
    }
    if (details.person() && (details.givenName() == null || details.givenName().isBlank())) {
      throw Problem.invalid("/given_name", "missing", "A person has a given name.");
    }
  }
}
