package org.openpriorauth.checks;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.openpriorauth.checks.model.StaffRepository;
import org.openpriorauth.checks.model.StaffRepository.Account;
import org.openpriorauth.checks.model.TrailRepository;
import org.openpriorauth.checks.model.TrailRepository.Trail;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;

/** What the checks of a clinic ask the database, a short transaction each. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ClinicFacts {
  @Inject StaffRepository staff;
  @Inject TrailRepository trails;
  @Inject Clock clock;

  /** Who can sign in. */
  @Requires("user:read")
  public List<Account> accounts(Caller caller) {
    return staff.active(caller.clinic());
  }

  /** Where the clinic's payers are, and its language model. */
  @Requires("checks:read")
  public List<String> addresses(Caller caller) {
    return staff.addresses(caller.clinic());
  }

  @Requires("audit:read")
  public Trail trail(Caller caller) {
    return trails.look(caller.clinic(), clock.instant().minus(TrailCheck.LOOKED_BACK));
  }
}
