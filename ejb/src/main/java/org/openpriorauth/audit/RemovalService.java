package org.openpriorauth.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.audit.model.AuditMonths;
import org.openpriorauth.audit.model.SealRepository.Stored;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.Requires;

/**
 * Removes what the audit trail has kept long enough, in two nights: on the first each chain notes
 * what goes, and that note is sealed; on the second whole months go that are noted.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RemovalService {
  /** 45 CFR 164.316(b)(2)(i). */
  private static final int FEWEST_YEARS = 6;

  private static final Logger LOG = System.getLogger(RemovalService.class.getName());

  @Inject Removals removals;
  @Inject AuditMonths all;
  @Inject ClinicScope scope;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.audit.kept-years")
  int years;

  @Inject
  @ConfigProperty(name = "openpriorauth.audit.hold")
  boolean hold;

  /** Links by their numbers, whose events have been kept long enough. */
  public record Range(long first, long last) {}

  /**
   * What may go of a clinic's chain and is not noted yet; nothing while the trail is on hold.
   *
   * @throws IllegalStateException if fewer years are set than the law asks for
   */
  @Requires("operations:change")
  public Optional<Range> due(Caller caller) {
    return range(caller.clinic());
  }

  /** The same for what belongs to no clinic. */
  @Requires(value = "operations:change", clinic = false)
  public Optional<Range> dueInstallation(Caller machine) {
    scope.enterInstallation();
    return range(null);
  }

  /** Notes in a clinic's chain that what is due goes. The chain was found to hold. */
  @Requires("operations:change")
  public void note(Caller caller) {
    fire(caller, caller.clinic());
  }

  /** The same for what belongs to no clinic. */
  @Requires(value = "operations:change", clinic = false)
  public void noteInstallation(Caller machine) {
    scope.enterInstallation();
    fire(machine, null);
  }

  /**
   * Drops the months of which every chain's sealed note says that they go.
   *
   * @return their first days; none while the trail is on hold
   */
  @Requires(value = "operations:change", clinic = false)
  public List<LocalDate> drop(Caller machine) {
    if (hold) {
      LOG.log(Level.INFO, "audit is on hold: nothing is removed");
      return List.of();
    }
    List<LocalDate> months = all.dropRemoved();
    if (!months.isEmpty()) {
      List<String> said = months.stream().map(LocalDate::toString).toList();
      audited.fire(new Audited(machine, "audit.drop", "audit_event", null, Map.of("months", said)));
      LOG.log(Level.INFO, "audit months dropped {0}", said);
    }
    return months;
  }

  private Optional<Range> range(ClinicId clinic) {
    if (hold) {
      return Optional.empty();
    }
    long noted = removals.noted(clinic);
    return removals
        .last(clinic, before())
        .map(Stored::number)
        .filter(last -> last > noted)
        .map(last -> new Range(noted + 1, last));
  }

  private void fire(Caller caller, ClinicId clinic) {
    LocalDate before = before();
    removals
        .last(clinic, before)
        .filter(last -> !hold && last.number() > removals.noted(clinic))
        .ifPresent(
            last ->
                audited.fire(
                    new Audited(
                        caller,
                        Removals.ACTION,
                        "audit_event",
                        null,
                        removals.detail(clinic, last, before))));
  }

  /** The first day of the oldest month that is kept. */
  private LocalDate before() {
    if (years < FEWEST_YEARS) {
      throw new IllegalStateException(
          "openpriorauth.audit.kept-years is below 6, which 45 CFR 164.316(b)(2)(i) asks for.");
    }
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(years).withDayOfMonth(1);
  }
}
