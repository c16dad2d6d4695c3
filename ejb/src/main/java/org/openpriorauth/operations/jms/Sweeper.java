package org.openpriorauth.operations.jms;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.operations.HeldLeases;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.model.WorkItem;

/**
 * Sends again what waited past its time: wake-ups lost with a broker or a server, and work
 * postponed until now; and prolongs the leases of what this server works on. Runs on every node; a
 * wake-up too many is harmless.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweeper {
  private static final Logger LOG = System.getLogger(Sweeper.class.getName());
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int MOST = 500;

  @Inject WorkItems items;
  @Inject HeldLeases leases;
  @Inject WakeUpSender sender;

  private final AtomicBoolean sweeping = new AtomicBoolean();

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void sweep() {
    if (sweeping.compareAndSet(false, true)) {
      try {
        Caller machine = Caller.machine("timer", "work:sweep");
        Set<WorkItem> held = leases.all();
        if (!held.isEmpty()) {
          items.renew(machine, held);
        }
        List<WorkItem.Ref> overdue = items.overdue(machine, GRACE, MOST);
        if (!overdue.isEmpty()) {
          sender.send(overdue);
        }
      } catch (RuntimeException e) {
        // Payara ends a timer whose method throws: the next sweep must come whatever this one met.
        LOG.log(Level.WARNING, "a sweep failed, the next one follows", e);
      } finally {
        sweeping.set(false);
      }
    }
  }
}
