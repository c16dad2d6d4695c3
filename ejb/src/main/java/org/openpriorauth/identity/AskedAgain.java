package org.openpriorauth.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.openpriorauth.identity.Sessions.Account;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * Whether who is signed in still is the person: the password, once more. Wrong ones count as at the
 * sign-in.
 */
@ApplicationScoped
class AskedAgain {
  @Inject Sessions sessions;
  @Inject Passwords passwords;

  /**
   * @param pointer where the password stands in the request
   * @throws Problem ACCOUNT_RESTS; PROVIDER_DECIDES for who has no password here; INVALID at the
   *     pointer
   */
  void check(Caller caller, String pointer, String password) {
    Account own = sessions.own(caller);
    if (own.signsOn()) {
      throw Problem.of(ErrorCode.PROVIDER_DECIDES, "You have no password here.");
    }
    if (own.rests()) {
      throw Problem.of(ErrorCode.ACCOUNT_RESTS);
    }
    if (!passwords.matches(password, own.passwordHash())) {
      sessions.refused(caller, own.user(), "password");
      throw Problem.invalid(pointer, "wrong", "This is not your password.");
    }
  }
}
