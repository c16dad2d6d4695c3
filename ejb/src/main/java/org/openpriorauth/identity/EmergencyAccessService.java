package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.identity.EmergencyAccesses.OpenView;
import org.openpriorauth.identity.EmergencyAccesses.ReviewView;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/**
 * Opening patient data in an emergency to who may not read it otherwise (45 CFR 164.312(a)(2)(ii)):
 * with a reason and the password once more, for reading, for a while, and never unseen. No
 * transaction is open while the password is checked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmergencyAccessService {
  private static final int SHORTEST_REASON = 15;
  private static final int LONGEST_REASON = 500;

  @Inject EmergencyAccesses accesses;
  @Inject Sessions sessions;
  @Inject AskedAgain again;

  /** What is open in the session that asks. */
  @Requires(Requires.OWN_ACCOUNT)
  public Optional<OpenView> current(Caller caller, UUID session) {
    return accesses.current(caller, session);
  }

  /** Whether an emergency would open anything that the caller's role and training do not. */
  @Requires("emergency:open")
  public boolean needed(Caller caller) {
    return accesses.needed(caller);
  }

  /**
   * @param reason 15 to 500 characters
   * @param password null for whom the hospital signs on
   * @return the person with what the session may do from now on; without a secret, for the session
   *     has one
   * @throws Problem INVALID at {@code /reason} or {@code /password}; ACCOUNT_RESTS; SESSION_ENDED;
   *     EMERGENCY_OPEN; EMERGENCY_NOT_NEEDED
   */
  @Requires("emergency:open")
  public SignedIn open(Caller caller, UUID session, String reason, String password) {
    String said = reason == null ? "" : reason.strip();
    if (said.length() < SHORTEST_REASON || said.length() > LONGEST_REASON) {
      throw Problem.invalid(
          "/reason",
          "length",
          "Say why in %d to %d characters.".formatted(SHORTEST_REASON, LONGEST_REASON));
    }
    // Whom the hospital signs on has no password to be asked for, and may be in the same emergency.
    if (!sessions.own(caller).signsOn()) {
      if (password == null || password.isBlank()) {
        throw Problem.invalid("/password", "not_blank", "Type your password.");
      }
      again.check(caller, "/password", password);
    }
    accesses.open(caller, session, said);
    return sessions.of(caller, session).orElseThrow(() -> Problem.of(ErrorCode.SESSION_ENDED));
  }

  /** For who judges it; that the reason was read is written down. */
  @Requires("emergency:review")
  public Optional<ReviewView> review(Caller caller, UUID id) {
    return accesses.review(caller, id);
  }

  /**
   * @throws Problem EMERGENCY_NOT_OPEN
   */
  @Requires(Requires.OWN_ACCOUNT)
  public void end(Caller caller, UUID session) {
    if (!accesses.end(caller, session)) {
      throw Problem.of(ErrorCode.EMERGENCY_NOT_OPEN);
    }
  }
}
