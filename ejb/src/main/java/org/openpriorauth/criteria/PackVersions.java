package org.openpriorauth.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.criteria.PolicyChanges.TouchedCase;
import org.openpriorauth.criteria.model.PolicyRepository;
import org.openpriorauth.criteria.model.PolicyRepository.JudgedCase;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.priorauth.model.PriorAuthState;

/** The versions of a pack beside each other, and the open cases between them. */
@ApplicationScoped
class PackVersions {
  private static final int MOST_SHOWN = 100;

  private static final Set<PriorAuthState> UNDECIDED =
      EnumSet.of(
          PriorAuthState.DRAFT,
          PriorAuthState.INTAKE,
          PriorAuthState.REVIEW,
          PriorAuthState.READY,
          PriorAuthState.SUBMITTING,
          PriorAuthState.SUBMISSION_FAILED,
          PriorAuthState.SUBMITTED,
          PriorAuthState.PENDED,
          PriorAuthState.INFO_REQUESTED);

  @Inject PolicyRepository policies;
  @Inject ClinicRepository clinics;
  @Inject Clock clock;

  /** Against the version that it follows; a first one only adds. */
  PolicyChanges since(Caller caller, UUID payer, PolicyPack pack) {
    PolicyPack from =
        earlier(caller, payer, pack).stream()
            .findFirst()
            .map(row -> PolicyService.read(row.content()))
            .orElse(null);
    return changes(caller, payer, from, pack);
  }

  /** Those that begin no later, the newest first; of the same day those that were there before. */
  private List<PolicyRepository.Row> earlier(Caller caller, UUID payer, PolicyPack pack) {
    List<PolicyRepository.Row> all = policies.versions(caller.clinic(), payer, pack.id());
    int own = all.stream().map(PolicyRepository.Row::version).toList().indexOf(pack.version());
    return all.subList(own + 1, all.size()).stream()
        .filter(row -> !row.effectiveFrom().isAfter(pack.effective().from()))
        .toList();
  }

  /**
   * @param from null for nothing
   */
  PolicyChanges changes(Caller caller, UUID payer, PolicyPack from, PolicyPack to) {
    List<TouchedCase> touched = touched(caller, payer, to);
    List<TouchedCase> shown =
        caller.may("pa:read") ? touched.stream().limit(MOST_SHOWN).toList() : List.of();
    return new PolicyChanges(
        from == null ? null : from.version(),
        to.version(),
        from == null ? PolicyDiff.first(to) : PolicyDiff.between(from, to),
        touched.size(),
        shown);
  }

  LocalDate today(Caller caller) {
    return LocalDate.ofInstant(clock.instant(), clinics.get(caller.clinic()).zone());
  }

  private List<TouchedCase> touched(Caller caller, UUID payer, PolicyPack to) {
    List<UUID> earlier = earlier(caller, payer, to).stream().map(PolicyRepository.Row::id).toList();
    boolean over = to.effective().to() != null && to.effective().to().isBefore(today(caller));
    if (over || earlier.isEmpty()) {
      return List.of();
    }
    List<String> undecided = UNDECIDED.stream().map(Enum::name).toList();
    return policies.judged(caller.clinic(), earlier, undecided).stream()
        .filter(one -> to.appliesTo().covers(words(one.codes()), words(one.diagnoses())))
        .map(PackVersions::touched)
        .toList();
  }

  private static Set<String> words(String text) {
    return text == null ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ")));
  }

  private static TouchedCase touched(JudgedCase one) {
    PriorAuthState state = PriorAuthState.valueOf(one.state());
    return new TouchedCase(one.request(), one.paNumber(), state, one.version(), state.open());
  }
}
