package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.identity.Accounts.PersonView;
import org.openpriorauth.identity.Accounts.SessionView;
import org.openpriorauth.identity.Accounts.WorkplaceView;
import org.openpriorauth.identity.SecondFactors.FactorView;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/**
 * One's own account: sessions, password, second factor. What would let a thief stay asks for the
 * password once more, and wrong ones count as at the sign-in. No transaction is open meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountService {
  private static final String ISSUER = "OpenPriorAuth";
  private static final String BY_HAND = "ended by its person";

  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject SecondFactors factors;
  @Inject Passwords passwords;
  @Inject PasswordRules rules;
  @Inject AskedAgain again;

  /**
   * A secret to be put into an authenticator; both say the same.
   *
   * @param secret in base 32
   * @param uri for a picture
   */
  public record Begun(String secret, String uri) {}

  @Requires(Requires.OWN_ACCOUNT)
  public PersonView person(Caller caller) {
    return accounts.person(caller);
  }

  /** Whether the hospital's sign-on vouches for the person, who has no password here. */
  @Requires(Requires.OWN_ACCOUNT)
  public boolean signsOn(Caller caller) {
    return sessions.own(caller).signsOn();
  }

  /** The clinics where the person works. */
  @Requires(Requires.OWN_ACCOUNT)
  public List<WorkplaceView> workplaces(Caller caller) {
    return accounts.workplaces(caller);
  }

  /**
   * Goes on in another of the person's clinics: a session opens there, and the one that asks ends.
   *
   * @throws Problem NO_CLINIC for one where the person does not work
   */
  @Requires(Requires.OWN_ACCOUNT)
  public SignedIn goTo(Caller caller, UUID current, UUID clinic, UserSession.Kind kind) {
    SignedIn there =
        sessions
            .openIn(caller, current, new ClinicId(clinic), kind)
            .orElseThrow(() -> Problem.of(ErrorCode.NO_CLINIC));
    accounts.end(caller, current, "went on in another clinic");
    return there;
  }

  /**
   * Live sessions, the latest used first.
   *
   * @param current the session that asks
   */
  @Requires(Requires.OWN_ACCOUNT)
  public List<SessionView> sessions(Caller caller, UUID current) {
    return accounts.sessions(caller, current);
  }

  /**
   * @throws Problem SESSION_NOT_FOUND, also for another person's
   */
  @Requires(Requires.OWN_ACCOUNT)
  public void endSession(Caller caller, UUID id) {
    if (!accounts.end(caller, id, BY_HAND)) {
      throw Problem.of(ErrorCode.SESSION_NOT_FOUND);
    }
  }

  /** Ends all sessions but the one that asks; answers how many. */
  @Requires(Requires.OWN_ACCOUNT)
  public int endOtherSessions(Caller caller, UUID current) {
    return endOthers(caller, current, BY_HAND);
  }

  /**
   * Changes the password and ends the other sessions.
   *
   * @throws Problem ACCOUNT_RESTS; INVALID at {@code /current_password} or {@code /new_password}
   */
  @Requires(Requires.OWN_ACCOUNT)
  public void changePassword(Caller caller, UUID current, String old, String wanted) {
    again.check(caller, "/current_password", old);
    PersonView person = accounts.person(caller);
    rules
        .fault(wanted, List.of(person.username(), person.email(), person.fullName(), ISSUER))
        .ifPresent(
            fault -> {
              throw Problem.invalid("/new_password", fault.fault(), fault.detail());
            });
    accounts.changePassword(caller, passwords.hash(wanted));
    endOthers(caller, current, "the password was changed");
  }

  @Requires(Requires.OWN_ACCOUNT)
  public FactorView factor(Caller caller) {
    return factors.view(caller);
  }

  /**
   * Makes a secret for an authenticator; a second call makes another.
   *
   * @throws Problem FACTOR_THERE; ACCOUNT_RESTS; INVALID at {@code /password}
   */
  @Requires(Requires.OWN_ACCOUNT)
  public Begun beginFactor(Caller caller, String password) {
    again.check(caller, "/password", password);
    byte[] secret = factors.begin(caller).orElseThrow(() -> Problem.of(ErrorCode.FACTOR_THERE));
    return new Begun(
        Totp.base32(secret), Totp.uri(secret, ISSUER, accounts.person(caller).username()));
  }

  /**
   * The first code shows that the authenticator works; the other sessions, opened without it, end.
   *
   * @return recovery codes, which are never shown again
   * @throws Problem FACTOR_NOT_BEGUN; INVALID at {@code /totp}
   */
  @Requires(Requires.OWN_ACCOUNT)
  public List<String> confirmFactor(Caller caller, UUID current, String code) {
    if (!factors.view(caller).begun()) {
      throw Problem.of(ErrorCode.FACTOR_NOT_BEGUN);
    }
    List<String> codes =
        factors
            .confirm(caller, code)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "/totp",
                        "wrong",
                        "This is not the code that the authenticator shows now. If it keeps being"
                            + " refused, set the telephone's clock by the network."));
    endOthers(caller, current, "a second factor was set up");
    return codes;
  }

  /**
   * @throws Problem FACTOR_NEEDED; ACCOUNT_RESTS; INVALID at {@code /password}; WRONG_CODE
   */
  @Requires(Requires.OWN_ACCOUNT)
  public void removeFactor(Caller caller, String password, String code) {
    if (factors.view(caller).required()) {
      throw Problem.of(ErrorCode.FACTOR_NEEDED);
    }
    again.check(caller, "/password", password);
    if (!factors.take(caller, caller.actor(), code)) {
      sessions.refused(caller, caller.actor(), "code");
      throw Problem.of(ErrorCode.WRONG_CODE);
    }
    if (!factors.remove(caller)) {
      throw Problem.of(ErrorCode.FACTOR_NEEDED);
    }
  }

  private int endOthers(Caller caller, UUID current, String why) {
    int ended = 0;
    for (SessionView session : accounts.sessions(caller, current)) {
      if (!session.current() && accounts.end(caller, session.id(), why)) {
        ended++;
      }
    }
    return ended;
  }
}
