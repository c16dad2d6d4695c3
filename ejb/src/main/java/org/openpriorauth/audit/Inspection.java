package org.openpriorauth.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openpriorauth.audit.Removals.Removal;
import org.openpriorauth.audit.model.SealRepository;
import org.openpriorauth.audit.model.SealRepository.Stored;
import org.openpriorauth.audit.seal.Seal;
import org.openpriorauth.kernel.ClinicId;

/** Looks through a chain, a stretch at a time. */
@ApplicationScoped
public class Inspection {
  private static final int STRETCH = 20;

  @Inject SealRepository seals;
  @Inject Chain chain;
  @Inject Removals removals;

  /**
   * @param seals how many were looked at
   * @param head the hash of the last one looked at
   * @param events how many those fix that are kept
   * @param problems in plain words; empty if nothing was changed, removed or inserted
   * @param next where to go on, or null at the end of the chain
   * @param removedSeals up to which link the events were removed, having been kept long enough; 0
   *     if none were
   * @param keptFrom the day, in UTC, from which on all events are kept, or null from the beginning
   */
  public record Result(
      String chain,
      long seals,
      long events,
      String head,
      List<String> problems,
      Long next,
      long removedSeals,
      LocalDate keptFrom) {}

  /**
   * @param from the number of the first link, 1 or more
   */
  Result of(ClinicId clinic, long from) {
    List<String> problems = new ArrayList<>();
    long last = seals.last(clinic).map(Stored::number).orElse(0L);
    Removal removed = removals.inForce(clinic, problems);
    long end = Math.min(last, from + STRETCH - 1);
    Map<Long, Stored> there =
        seals.between(clinic, from - 1, end).stream()
            .collect(Collectors.toMap(Stored::number, Function.identity()));
    String before = there.containsKey(from - 1) ? there.get(from - 1).hash() : Seal.NONE;
    long events = 0;
    long looked = 0;
    for (long number = from; number <= end; number++) {
      Stored seal = there.get(number);
      if (seal == null) {
        problems.add("Seal " + number + " is gone.");
      } else {
        boolean gone = number <= removed.seal();
        chain.fault(clinic, seal, before, gone).ifPresent(problems::add);
        before = seal.hash();
        events += gone ? 0 : seal.events();
        looked++;
      }
    }
    return new Result(
        Chain.name(clinic),
        looked,
        events,
        before,
        problems,
        end < last ? end + 1 : null,
        removed.seal(),
        removed.before());
  }
}
