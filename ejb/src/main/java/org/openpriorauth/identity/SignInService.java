package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
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
  @Inject SecondFactors factors;
  @Inject Passwords passwords;

  /**
   * Who somebody says to be, and what shows it.
   *
   * @param name user name or e-mail
   * @param code of the authenticator, or a recovery code; null where none is typed yet
   */
  public record Credentials(String name, String password, String code) {}

  /**
   * @throws Problem WRONG_CREDENTIALS, without saying which of the two was wrong; CODE_WANTED, only
   *     after the right password; WRONG_CODE; ACCOUNT_RESTS; NO_CLINIC
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public SignedIn signIn(Caller anyone, Credentials given, UserSession.Kind kind) {
    Optional<Account> account = sessions.account(anyone, given.name());
    if (account.isEmpty()) {
      passwords.checkInVain(given.password());
      sessions.refused(anyone, null, "unknown");
      throw Problem.of(ErrorCode.WRONG_CREDENTIALS);
    }
    Account found = account.get();
    if (found.rests()) {
      sessions.refused(anyone, found.user(), "resting");
      throw Problem.of(ErrorCode.ACCOUNT_RESTS);
    }
    if (found.signsOn()) {
      passwords.checkInVain(given.password());
      sessions.refused(anyone, found.user(), "signs on");
      throw Problem.of(ErrorCode.WRONG_CREDENTIALS);
    }
    if (!passwords.matches(given.password(), found.passwordHash())) {
      sessions.refused(anyone, found.user(), "password");
      throw Problem.of(ErrorCode.WRONG_CREDENTIALS);
    }
    if (found.factor()) {
      checkCode(anyone, found.user(), given.code());
    }
    return sessions
        .open(anyone, found.user(), UserSession.Way.byPassword(kind))
        .orElseThrow(() -> Problem.of(ErrorCode.NO_CLINIC));
  }

  private void checkCode(Caller anyone, UUID user, String code) {
    if (code == null || code.isBlank()) {
      throw Problem.of(ErrorCode.CODE_WANTED);
    }
    if (!factors.take(anyone, user, code)) {
      sessions.refused(anyone, user, "code");
      throw Problem.of(ErrorCode.WRONG_CODE);
    }
  }

  /**
   * Whether the session that a token names still lives, and the emergency access that it carries:
   * ending either ends its tokens at once.
   *
   * @param emergency null for a token without
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public boolean lives(Caller anyone, UUID session, UUID emergency) {
    return sessions.lives(anyone, session, emergency);
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
