package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.identity.Invitations.InvitationView;
import org.openpriorauth.identity.Invitations.Offer;
import org.openpriorauth.identity.model.Invitation;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** Asking somebody by mail to work in the clinic, and saying yes to it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvitationService {
  @Inject Invitations invitations;
  @Inject Passwords passwords;
  @Inject NewAccounts accounts;

  /** A new account, as its owner wants it; the address is the invitation's. */
  public record NewAccount(String username, String fullName, String password) {}

  /**
   * Another invitation to the same address takes the place of the first.
   *
   * @throws Problem INVALID at {@code /email} or {@code /role}; ALREADY_MEMBER; MAIL_OFF
   */
  @Requires("user:change")
  public InvitationView invite(Caller caller, Invitation.Terms wanted) {
    accounts.checkAddress(wanted.email());
    List<String> roles = invitations.roles(caller);
    if (!roles.contains(wanted.role())) {
      throw Problem.invalid("/role", "unknown", "A role is one of " + String.join(", ", roles));
    }
    return invitations.invite(caller, wanted);
  }

  /** Those that wait for their answer, the latest first. */
  @Requires("user:read")
  public List<InvitationView> open(Caller caller) {
    return invitations.open(caller);
  }

  @Requires("user:read")
  public List<String> roles(Caller caller) {
    return invitations.roles(caller);
  }

  /**
   * @throws Problem INVITATION_CLOSED
   */
  @Requires("user:change")
  public void revoke(Caller caller, UUID id) {
    if (!invitations.revoke(caller, id)) {
      throw Problem.of(ErrorCode.INVITATION_CLOSED);
    }
  }

  /**
   * What the holder of a link is asked.
   *
   * @throws Problem INVITATION_CLOSED
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Offer look(Caller anyone, String secret) {
    return offer(anyone, secret);
  }

  /**
   * Says yes with a new account; its owner signs in afterwards like everybody.
   *
   * @throws Problem INVITATION_CLOSED; ACCOUNT_THERE; USERNAME_TAKEN; INVALID
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void accept(Caller anyone, String secret, NewAccount wanted) {
    Offer offer = offer(anyone, secret);
    if (offer.account()) {
      throw Problem.of(ErrorCode.ACCOUNT_THERE);
    }
    User.Person person =
        new User.Person(wanted.username(), offer.email(), wanted.fullName().strip());
    accounts.check(person, wanted.password(), offer.clinic());
    String hash = passwords.hash(wanted.password());
    invitations.accept(anyone, secret, person, hash);
  }

  /**
   * Says yes as who has an account already and is signed in.
   *
   * @throws Problem INVITATION_CLOSED; OTHER_ADDRESS; ALREADY_MEMBER
   */
  @Requires(value = Requires.OWN_ACCOUNT, clinic = false)
  public void join(Caller caller, String secret) {
    invitations.join(caller, secret);
  }

  private Offer offer(Caller anyone, String secret) {
    return invitations
        .offer(anyone, secret)
        .orElseThrow(() -> Problem.of(ErrorCode.INVITATION_CLOSED));
  }
}
