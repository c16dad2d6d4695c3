package org.openpriorauth.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.openpriorauth.audit.model.AuditPlaces;
import org.openpriorauth.audit.model.AuditPlaces.Boundary;
import org.openpriorauth.audit.seal.Seal;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.Requires;

/** Seals the audit trail, one link a call, and looks through the chains; for the nightly jobs. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealingService {
  private static final Logger LOG = System.getLogger(SealingService.class.getName());

  @Inject AuditPlaces places;
  @Inject ClinicScope scope;
  @Inject Chain chain;
  @Inject Inspection inspection;
  @Inject Event<Audited> audited;

  /** The place up to which may be sealed as soon as it is settled. */
  @Requires(value = "operations:change", clinic = false)
  public Boundary boundary(Caller machine) {
    return places.boundary();
  }

  /** Whether every transaction is over that may still write an event at or below it. */
  @Requires(value = "operations:change", clinic = false)
  public boolean settled(Caller machine, Boundary boundary) {
    return places.settled(boundary);
  }

  /**
   * @return whether a link was added; then there may be more
   */
  @Requires("operations:change")
  public boolean seal(Caller caller, long upTo) {
    return noted(caller.clinic(), upTo);
  }

  /** The same for what belongs to no clinic. */
  @Requires(value = "operations:change", clinic = false)
  public boolean sealInstallation(Caller machine, long upTo) {
    scope.enterInstallation();
    return noted(null, upTo);
  }

  /**
   * @param from the number of the first link to look at
   */
  @Requires("operations:change")
  public Inspection.Result inspect(Caller caller, long from) {
    return inspection.of(caller.clinic(), from);
  }

  /** The same for what belongs to no clinic. */
  @Requires(value = "operations:change", clinic = false)
  public Inspection.Result inspectInstallation(Caller machine, long from) {
    scope.enterInstallation();
    return inspection.of(null, from);
  }

  /** Leaves in the trail that all of it was held against its seals, and with how many problems. */
  @Requires("operations:change")
  public void inspected(Caller caller, int problems) {
    audited.fire(verified(caller, problems));
  }

  /** The same for what belongs to no clinic. */
  @Requires(value = "operations:change", clinic = false)
  public void inspectedInstallation(Caller machine, int problems) {
    audited.fire(verified(machine, problems));
  }

  private static Audited verified(Caller caller, int problems) {
    return new Audited(
        caller, "audit.verify", "audit_seal", null, Map.of("from", 1, "problems", problems));
  }

  /** The log is another witness: it goes where the database's owner cannot change it. */
  private boolean noted(ClinicId clinic, long upTo) {
    Optional<Seal> made = chain.extend(clinic, upTo);
    made.ifPresent(
        seal ->
            LOG.log(
                Level.INFO,
                "audit sealed chain={0} number={1} events={2} head={3}",
                seal.chain(),
                Long.toString(seal.number()),
                Long.toString(seal.events()),
                seal.hash()));
    return made.isPresent();
  }
}
