package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.openpriorauth.identity.Sessions.Account;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/**
 * Signing in, staying signed in, signing out. No transaction is open while a password is checked:
 * the check is slow on purpose.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {
  @Inject Sessions sessions;
  @Inject Passwords passwords;

  /**
   * @throws Problem WRONG_CREDENTIALS, without saying which of the two was wrong; ACCOUNT_RESTS;
   *     NO_CLINIC
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public SignedIn signIn(Caller anyone, String name, String password, UserSession.Kind kind) {
    Optional<Account> account = sessions.account(anyone, name);
    if (account.isEmpty()) {
      passwords.checkInVain(password);
      sessions.refused(anyone, null, "unknown");
      throw Problem.of(ErrorCode.WRONG_CREDENTIALS);
    }
    Account found = account.get();
    if (found.rests()) {
      sessions.refused(anyone, found.user(), "resting");
      throw Problem.of(ErrorCode.ACCOUNT_RESTS);
    }
    if (!passwords.matches(password, found.passwordHash())) {
      sessions.refused(anyone, found.user(), "password");
      throw Problem.of(ErrorCode.WRONG_CREDENTIALS);
    }
    return sessions
        .open(anyone, found.user(), kind)
        .orElseThrow(() -> Problem.of(ErrorCode.NO_CLINIC));
  }

  @Requires(value = Requires.NOTHING, clinic = false)
  public SignedIn refresh(Caller anyone, String token) {
    return sessions.refresh(anyone, token).orElseThrow(() -> Problem.of(ErrorCode.SESSION_ENDED));
  }

  /** The person behind a browser's cookie, or nothing if the session has ended. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Optional<SignedIn> screen(Caller anyone, String cookie) {
    return sessions.screen(anyone, cookie);
  }

  @Requires(value = Requires.NOTHING, clinic = false)
  public void signOut(Caller anyone, String secret) {
    sessions.close(anyone, secret);
  }
}
