package org.openpriorauth.payer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.clinic.model.ProviderRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.payer.model.NetworkRepository;
import org.openpriorauth.payer.model.NetworkRepository.Standing;
import org.openpriorauth.payer.model.PayerRepository;

/**
 * Who is in which payer's network, as the practice notes it. A request of a provider outside is
 * sent all the same, and the person who sends it is told: the patient may pay more.
 */
@Stateless
public class NetworkService {
  /** What a practice can know of a provider and a payer. */
  public static final String IN = "in_network";

  public static final String OUT = "out_of_network";
  public static final String UNKNOWN = "unknown";

  @Inject NetworkRepository networks;
  @Inject ProviderRepository providers;
  @Inject PayerRepository payers;
  @Inject ClinicRepository clinics;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /** All that is noted, of every provider. */
  @Requires("provider:read")
  public List<Standing> all(Caller caller) {
    return networks.all(caller.clinic());
  }

  /**
   * @throws Problem PROVIDER_NOT_FOUND
   */
  @Requires("provider:read")
  public List<Standing> of(Caller caller, UUID provider) {
    providers.get(caller.clinic(), provider);
    return networks.all(caller.clinic()).stream()
        .filter(s -> s.provider().equals(provider))
        .toList();
  }

  /** Those of the given who are outside the payer's network today, by name. */
  @Requires("provider:read")
  public List<String> outside(Caller caller, UUID payer, Set<UUID> asked) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clinics.get(caller.clinic()).zone());
    return networks.all(caller.clinic()).stream()
        .filter(s -> s.payer().equals(payer) && asked.contains(s.provider()))
        .filter(s -> s.status().equals(OUT) && s.on(today))
        .map(s -> providers.get(caller.clinic(), s.provider()).details().fullName())
        .toList();
  }

  /**
   * @param wanted with the status unknown, what was noted is forgotten
   * @throws Problem PROVIDER_NOT_FOUND; PAYER_NOT_FOUND; INVALID
   */
  @Requires("provider:change")
  public void note(Caller caller, Standing wanted) {
    providers.get(caller.clinic(), wanted.provider());
    payers.get(caller.clinic(), wanted.payer());
    if (!List.of(IN, OUT, UNKNOWN).contains(wanted.status())) {
      throw Problem.invalid("/status", "unknown", "It is in_network, out_of_network or unknown.");
    }
    if (wanted.from() != null && wanted.to() != null && wanted.to().isBefore(wanted.from())) {
      throw Problem.invalid("/to", "before", "It ends before it begins.");
    }
    if (wanted.status().equals(UNKNOWN)) {
      networks.remove(caller.clinic(), wanted.provider(), wanted.payer());
    } else {
      networks.put(caller.clinic(), wanted, caller.actor(), clock.instant());
    }
    Map<String, Object> detail = new HashMap<>();
    detail.put("payer", wanted.payer().toString());
    detail.put("status", wanted.status());
    audited.fire(new Audited(caller, "provider.network", "provider", wanted.provider(), detail));
  }
}
