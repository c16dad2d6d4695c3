package org.openpriorauth.checks;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;

/** The checks as the nightly job has them look: those of a clinic, or those of the installation. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightlyCheckService {
  @Inject Checks checks;
  @Inject CheckRecord record;
  @Resource ManagedThreadFactory threads;

  @Requires("operations:change")
  public void clinic(Caller caller) {
    record.night(caller, checks.look(caller, topic -> !topic.ofInstallation(), threads));
  }

  @Requires(value = "operations:change", clinic = false)
  public void installation(Caller machine) {
    record.nightOfInstallation(machine, checks.look(machine, Topic::ofInstallation, threads));
  }
}
