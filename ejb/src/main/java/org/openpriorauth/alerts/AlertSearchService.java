package org.openpriorauth.alerts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openpriorauth.alerts.AlertSettings.Limits;
import org.openpriorauth.alerts.model.Suspicion;
import org.openpriorauth.alerts.model.SuspicionRepository;
import org.openpriorauth.alerts.model.SuspicionRepository.Hours;
import org.openpriorauth.alerts.model.SuspicionRepository.Stretch;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.Requires;

/**
 * Looks through the latest stretch of a clinic's audit trail by every rule that needs more than one
 * line. Looking twice finds nothing twice.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AlertSearchService {
  @Inject SuspicionRepository trail;
  @Inject ClinicRepository clinics;
  @Inject AlertSettings settings;
  @Inject Alerts alerts;
  @Inject ClinicScope scope;
  @Inject Clock clock;

  @Requires("operations:change")
  public void look(Caller caller) {
    ClinicId clinic = caller.clinic();
    Limits limits = settings.read();
    Instant now = clock.instant();
    Stretch stretch = new Stretch(now.minus(limits.stretch()), now);
    Hours hours =
        new Hours(clinics.get(clinic).zone(), limits.begins(), limits.ends(), limits.usualDays());
    Map<Rule, List<Suspicion>> found = new EnumMap<>(Rule.class);
    found.put(
        Rule.MASS_READS,
        trail.massReads(clinic, Rule.MASS_READS.word(), stretch, limits.patients()));
    found.put(Rule.REFUSALS, refusals(clinic, stretch, limits.refusals()));
    found.put(Rule.ODD_HOURS, trail.oddHours(clinic, Rule.ODD_HOURS.word(), stretch, hours));
    alerts.raise(clinic, found);
  }

  /** What belongs to no clinic, wrong passwords above all, is the installation's to look at. */
  private List<Suspicion> refusals(ClinicId clinic, Stretch stretch, int least) {
    String rule = Rule.REFUSALS.word();
    List<Suspicion> own = trail.refusals(clinic, rule, stretch, least);
    if (!trail.installation(clinic)) {
      return own;
    }
    scope.enterInstallation();
    return Stream.concat(
            own.stream(), trail.refusalsOfNoClinic(clinic, rule, stretch, least).stream())
        .toList();
  }
}
