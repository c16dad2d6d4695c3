package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.Invitation;
import org.openpriorauth.identity.model.InvitationRepository;
import org.openpriorauth.identity.model.MemberRepository;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.notification.Mails;

/** The short transactions around an invitation. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Invitations {
  private static final String SUBJECT = "invitation";

  @Inject InvitationRepository invitations;
  @Inject MemberRepository members;
  @Inject IdentityRepository identities;
  @Inject ClinicRepository clinics;
  @Inject ClinicScope scope;
  @Inject Letters letters;
  @Inject Mails mails;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.invitation-days")
  long days;

  /** An invitation as its clinic sees it. */
  public record InvitationView(
      UUID id, String email, String role, String message, Instant createdAt, Instant expiresAt) {
    static InvitationView of(Invitation invitation) {
      Invitation.Terms terms = invitation.terms();
      return new InvitationView(
          invitation.id(),
          terms.email(),
          terms.role(),
          terms.message(),
          invitation.createdAt(),
          invitation.expiresAt());
    }
  }

  /**
   * An invitation as the invited see it.
   *
   * @param account whether the address has an account already
   */
  public record Offer(String clinic, String email, String role, boolean account) {}

  @Requires("user:read")
  public List<String> roles(Caller caller) {
    return identities.roles(caller.clinic());
  }

  @Requires("user:change")
  public InvitationView invite(Caller caller, Invitation.Terms terms) {
    letters.require();
    Instant now = clock.instant();
    boolean there =
        identities
            .findByEmail(terms.email())
            .flatMap(u -> members.find(caller.clinic(), u.id()))
            .filter(MemberRepository.Member::active)
            .isPresent();
    if (there) {
      throw Problem.of(ErrorCode.ALREADY_MEMBER);
    }
    invitations.open(caller.clinic(), now).stream()
        .filter(i -> i.terms().email().equalsIgnoreCase(terms.email()))
        .forEach(i -> i.revoke(caller.actor(), now));
    String secret = OneTimeSecret.next();
    Instant end = now.plus(Duration.ofDays(days));
    Invitation invitation = new Invitation(caller, terms, OneTimeSecret.hash(secret), now, end);
    invitations.add(invitation);
    String clinic = clinics.get(caller.clinic()).name();
    String inviter = identities.findUser(caller.actor()).map(User::fullName).orElse(clinic);
    mails.add(caller.clinic(), letters.invitation(terms, clinic, inviter, secret, days));
    audit(caller, "member.invite", invitation);
    return InvitationView.of(invitation);
  }

  @Requires("user:read")
  public List<InvitationView> open(Caller caller) {
    return invitations.open(caller.clinic(), clock.instant()).stream()
        .map(InvitationView::of)
        .toList();
  }

  /** False if it is not open. */
  @Requires("user:change")
  public boolean revoke(Caller caller, UUID id) {
    Instant now = clock.instant();
    Optional<Invitation> open = invitations.lock(caller.clinic(), id).filter(i -> i.openAt(now));
    open.ifPresent(
        i -> {
          i.revoke(caller.actor(), now);
          audit(caller, "member.uninvite", i);
        });
    return open.isPresent();
  }

  /** What the holder of a link is asked; nothing if it is not open. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Optional<Offer> offer(Caller anyone, String secret) {
    return enter(secret)
        .map(
            invitation ->
                new Offer(
                    clinics.get(invitation.clinic()).name(),
                    invitation.terms().email(),
                    invitation.terms().role(),
                    identities.findByEmail(invitation.terms().email()).isPresent()));
  }

  /** Makes the account and the membership. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void accept(Caller anyone, String secret, User.Person person, String passwordHash) {
    Invitation invitation = entered(secret);
    Instant now = clock.instant();
    if (!identities.free(person.username())) {
      throw Problem.of(ErrorCode.USERNAME_TAKEN);
    }
    if (identities.findByEmail(person.email()).isPresent()) {
      throw Problem.of(ErrorCode.ACCOUNT_THERE);
    }
    User user = new User(person, passwordHash, now);
    identities.add(user);
    join(anyone, invitation, user, now);
  }

  /** Makes the membership of who is signed in, in whatever other clinic. */
  @Requires(value = Requires.OWN_ACCOUNT, clinic = false)
  public void join(Caller caller, String secret) {
    User user = identities.findUser(caller.actor()).orElseThrow();
    Invitation invitation = entered(secret);
    if (!invitation.terms().email().equalsIgnoreCase(user.email())) {
      throw Problem.of(ErrorCode.OTHER_ADDRESS);
    }
    join(caller, invitation, user, clock.instant());
  }

  private void join(Caller by, Invitation invitation, User user, Instant now) {
    ClinicId clinic = invitation.clinic();
    if (members.find(clinic, user.id()).filter(MemberRepository.Member::active).isPresent()) {
      throw Problem.of(ErrorCode.ALREADY_MEMBER);
    }
    members.join(clinic, user.id(), invitation.terms().role(), now);
    invitation.accept(user.id(), now);
    audit(new Caller(clinic, user.id(), by.permissions(), by.origin()), "member.join", invitation);
  }

  private Invitation entered(String secret) {
    return enter(secret).orElseThrow(() -> Problem.of(ErrorCode.INVITATION_CLOSED));
  }

  private Optional<Invitation> enter(String secret) {
    byte[] hash = OneTimeSecret.hash(secret);
    Optional<ClinicId> clinic = invitations.clinicOf(hash);
    clinic.ifPresent(scope::enter);
    return clinic
        .flatMap(c -> invitations.lockByToken(c, hash))
        .filter(i -> i.openAt(clock.instant()));
  }

  private void audit(Caller caller, String action, Invitation invitation) {
    Map<String, Object> detail = Map.of("role", invitation.terms().role());
    audited.fire(new Audited(caller, action, SUBJECT, invitation.id(), detail));
  }
}
