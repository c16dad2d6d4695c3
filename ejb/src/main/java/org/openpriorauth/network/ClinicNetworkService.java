package org.openpriorauth.network;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.network.model.ClinicNetwork;
import org.openpriorauth.network.model.ClinicNetworkRepository;
import org.openpriorauth.network.model.Network;

/** From where a clinic may be used, as its administrator says; without a word, from everywhere. */
@Stateless
public class ClinicNetworkService {
  @Inject ClinicNetworkRepository networks;
  @Inject ClinicRepository clinics;
  @Inject Event<Audited> audited;
  @Inject Event<Changed> changed;
  @Inject Clock clock;

  /** This clinic's networks are others than before. */
  public record Changed(ClinicId clinic) {}

  @Requires("clinic-network:read")
  public List<String> list(Caller caller) {
    return words(networks.of(caller.clinic()));
  }

  /**
   * Sets all of them; an empty list opens the clinic to every address.
   *
   * @throws Problem INVALID for what is no network, and for a list that shuts its own author out
   */
  @Requires("clinic:change")
  public List<String> set(Caller caller, List<String> given) {
    List<Network> wanted = read(given);
    if (!wanted.isEmpty() && !lies(caller.origin().address(), wanted)) {
      throw Problem.invalid(
          "/networks",
          "own_address",
          "You call from %s, which lies in none of these; they would shut you out."
              .formatted(caller.origin().address()));
    }
    // Of two who set them at once, the second sees what the first did.
    clinics.lock(caller.clinic());
    List<String> before = words(networks.of(caller.clinic()));
    networks.replace(
        caller.clinic(),
        wanted.stream()
            .map(n -> new ClinicNetwork(caller.clinic(), caller.actor(), clock.instant(), n))
            .toList());
    audited.fire(
        new Audited(
            caller,
            "clinic.networks.change",
            "clinic",
            caller.clinic().value(),
            Map.of("before", before, "after", words(wanted))));
    changed.fire(new Changed(caller.clinic()));
    return words(wanted);
  }

  /** For the doors, which ask before they know what somebody may. */
  @Requires(Requires.NOTHING)
  public List<Network> allowed(Caller caller) {
    return networks.of(caller.clinic());
  }

  /** Whether an address is known and in one of them. */
  static boolean lies(String address, List<Network> networks) {
    Optional<InetAddress> known = Network.address(address);
    return known.isPresent() && networks.stream().anyMatch(n -> n.holds(known.get()));
  }

  private static List<Network> read(List<String> given) {
    List<Network> networks = new ArrayList<>();
    List<Problem.Fault> faults = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      try {
        networks.add(Network.of(given.get(i)));
      } catch (IllegalArgumentException e) {
        faults.add(
            new Problem.Fault(
                "/networks/" + i,
                "network",
                "Give an address or a network, such as 192.0.2.0/24 or 2001:db8::/32."));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return networks.stream().distinct().toList();
  }

  private static List<String> words(List<Network> networks) {
    return networks.stream().map(Network::toString).sorted().toList();
  }
}
