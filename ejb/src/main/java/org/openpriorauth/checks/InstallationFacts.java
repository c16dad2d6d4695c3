package org.openpriorauth.checks;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.openpriorauth.checks.model.DatabaseFacts;
import org.openpriorauth.checks.model.TrailRepository;
import org.openpriorauth.checks.model.TrailRepository.Trail;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.model.KeyRingRepository;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;

/** What the checks of the installation ask the database, a short transaction each. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InstallationFacts {
  @Inject DatabaseFacts database;
  @Inject TrailRepository trails;
  @Inject KeyRingRepository keys;
  @Inject ClinicScope scope;
  @Inject Clock clock;

  @Requires(value = "checks:installation", clinic = false)
  public DatabaseFacts.Database database(Caller caller) {
    return database.describe();
  }

  /** What the database's clock says. */
  @Requires(value = "checks:installation", clinic = false)
  public Instant time(Caller caller) {
    return database.time();
  }

  @Requires(value = "checks:installation", clinic = false)
  public List<WrappedKey> keys(Caller caller) {
    return keys.all();
  }

  @Requires(value = "checks:installation", clinic = false)
  public Trail trail(Caller caller) {
    scope.enterInstallation();
    return trails.look(null, clock.instant().minus(TrailCheck.LOOKED_BACK));
  }
}
