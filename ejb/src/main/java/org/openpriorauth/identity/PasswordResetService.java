package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** The way back in for who forgot the password: a mailed link that opens once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordResetService {
  /** Longer than the work takes, so that the time of the answer tells nobody's name. */
  private static final Duration ANSWER_AFTER = Duration.ofMillis(400);

  @Inject PasswordResets resets;
  @Inject Passwords passwords;
  @Inject PasswordRules rules;

  /**
   * Mails a link, if there is such an account; whoever asks learns nothing of that.
   *
   * @param name user name or e-mail
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void ask(Caller anyone, String name) {
    long start = System.nanoTime();
    resets.ask(anyone, name);
    LockSupport.parkNanos(ANSWER_AFTER.toNanos() - (System.nanoTime() - start));
  }

  /**
   * Sets the password, wakes a resting account and ends all sessions. A second factor stays asked
   * for.
   *
   * @throws Problem RESET_CLOSED; INVALID at {@code /new_password}
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void reset(Caller anyone, String secret, String wanted) {
    User user = resets.user(anyone, secret).orElseThrow(() -> Problem.of(ErrorCode.RESET_CLOSED));
    rules
        .fault(wanted, List.of(user.username(), user.email(), user.fullName()))
        .ifPresent(
            fault -> {
              throw Problem.invalid("/new_password", fault.fault(), fault.detail());
            });
    if (!resets.reset(anyone, secret, passwords.hash(wanted))) {
      throw Problem.of(ErrorCode.RESET_CLOSED);
    }
  }
}
