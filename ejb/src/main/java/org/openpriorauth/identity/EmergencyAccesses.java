package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.identity.model.EmergencyAccess;
import org.openpriorauth.identity.model.EmergencyRepository;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;

/** The short transactions around emergency access. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EmergencyAccesses {
  private static final String PLACE = "emergency_access.reason";
  private static final String SUBJECT = "emergency_access";

  @Inject EmergencyRepository accesses;
  @Inject IdentityRepository identities;
  @Inject EmergencySettings settings;
  @Inject FieldCipher cipher;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /** An emergency access that is open. */
  public record OpenView(UUID id, Instant openedAt, Instant endsAt) {}

  /**
   * An emergency access as who judges it sees it.
   *
   * @param endedAt when its person ended it; null where its time or its session did
   */
  public record ReviewView(
      UUID id, UUID user, String reason, Instant openedAt, Instant endsAt, Instant endedAt) {}

  /** What is open in the session that asks. */
  @Requires(Requires.OWN_ACCOUNT)
  public Optional<OpenView> current(Caller caller, UUID session) {
    return accesses
        .open(caller.clinic(), session, clock.instant())
        .map(e -> new OpenView(e.id(), e.openedAt(), e.endsAt()));
  }

  /** Whether an emergency would open anything that the caller's role and training do not. */
  @Requires("emergency:open")
  public boolean needed(Caller caller) {
    return caller.emergency().isPresent()
        || identities.openedByEmergency().stream().anyMatch(p -> !caller.may(p));
  }

  /**
   * @throws Problem SESSION_ENDED; EMERGENCY_OPEN; EMERGENCY_NOT_NEEDED
   */
  @Requires("emergency:open")
  public void open(Caller caller, UUID session, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // Locked: of two who open at once, the second sees the first.
    UserSession live =
        identities
            .lockSession(session)
            .filter(s -> s.liveAt(now) && s.userId().equals(caller.actor()))
            .filter(s -> s.clinic().equals(caller.clinic()))
            .orElseThrow(() -> Problem.of(ErrorCode.SESSION_ENDED));
    if (accesses.open(caller.clinic(), session, now).isPresent()) {
      throw Problem.of(ErrorCode.EMERGENCY_OPEN);
    }
    if (identities.openedByEmergency().stream().allMatch(caller::may)) {
      throw Problem.of(ErrorCode.EMERGENCY_NOT_NEEDED);
    }
    UUID id = Ids.next();
    byte[] sealed = cipher.seal(PLACE, id, reason.getBytes(StandardCharsets.UTF_8));
    EmergencyAccess access = new EmergencyAccess(id, live, sealed, now, settings.lasts());
    accesses.add(caller.clinic(), access);
    Map<String, Object> detail =
        Map.of(Audited.EMERGENCY, id.toString(), "ends_at", access.endsAt().toString());
    audited.fire(new Audited(caller, "emergency.open", SUBJECT, id, detail));
  }

  /** Ends what is open in the session that asks; false if nothing is. */
  @Requires(Requires.OWN_ACCOUNT)
  public boolean end(Caller caller, UUID session) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<EmergencyAccess> open = accesses.open(caller.clinic(), session, now);
    open.ifPresent(
        e -> {
          e.end(now);
          Map<String, Object> detail = Map.of(Audited.EMERGENCY, e.id().toString());
          audited.fire(new Audited(caller, "emergency.end", SUBJECT, e.id(), detail));
        });
    return open.isPresent();
  }

  /** For who judges it; that the reason was read is written down. */
  @Requires("emergency:review")
  public Optional<ReviewView> review(Caller caller, UUID id) {
    Optional<EmergencyAccess> found = accesses.find(caller.clinic(), id);
    found.ifPresent(e -> audited.fire(Audited.of(caller, "emergency.read", SUBJECT, id)));
    return found.map(
        e ->
            new ReviewView(
                id,
                e.userId(),
                new String(cipher.open(PLACE, id, e.reason()), StandardCharsets.UTF_8),
                e.openedAt(),
                e.endsAt(),
                e.endedAt()));
  }
}
