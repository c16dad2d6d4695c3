package org.openpriorauth.operations;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.audit.model.AuditRepository;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.model.IdempotencyRepository;

/** What the nightly retention job does, one short transaction a call. */
@Stateless
public class RetentionService {
  /** A client that repeats a request later than this has forgotten its key. */
  static final Duration KEYS_KEPT = Duration.ofDays(7);

  private static final int MONTHS_AHEAD = 2;

  @Inject AuditRepository audit;
  @Inject IdempotencyRepository keys;
  @Inject ClinicRepository clinics;
  @Inject Clock clock;

  @Requires(value = "operations:change", clinic = false)
  public void openAuditMonths(Caller machine) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
      audit.openMonth(today.plusMonths(ahead));
    }
  }

  /**
   * The clinics after the given one, by id: the cursor of every job. In a transaction of its own: a
   * chunk's connection must not stay open, idle, while the chunk works for minutes.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @Requires(value = "operations:change", clinic = false)
  public List<ClinicId> clinicsAfter(Caller machine, UUID after, int limit) {
    return clinics.idsAfter(after, limit);
  }

  @Requires("operations:change")
  public int forgetIdempotencyKeys(Caller caller) {
    return keys.deleteOlderThan(caller.clinic(), clock.instant().minus(KEYS_KEPT));
  }
}
