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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.identity.IdentityProvider.Shown;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.IdentityRepository.Membership;
import org.openpriorauth.identity.model.MemberRepository;
import org.openpriorauth.identity.model.MemberRepository.Member;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.notification.Mails;

/**
 * The short transactions of a sign-on. Each stands alone, and a sign-on that broke off in between
 * is put right by the next.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignOns {
  /** Letters that look like others, or become others as small ones, make no account of two. */
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");

  private static final Map<String, Object> BY_PROVIDER = Map.of("by", "provider");

  @Inject IdentityRepository identities;
  @Inject MemberRepository members;
  @Inject NewAccounts accounts;
  @Inject Letters letters;
  @Inject Mails mails;
  @Inject Sessions sessions;
  @Inject ClinicScope scope;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.hours")
  long hours;

  @Requires(value = Requires.NOTHING, clinic = false)
  public Optional<ClinicId> clinic(Caller anyone, String letters) {
    return identities.clinicOf(letters);
  }

  /** Whether somebody can have that role there. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public boolean fits(Caller anyone, ClinicId clinic, String role) {
    scope.enter(clinic);
    return identities.roles(clinic).contains(role);
  }

  /** Whom the provider signed on before. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Optional<UUID> known(Caller anyone, Shown shown) {
    Optional<UUID> user = identities.findByProvider(shown.issuer(), shown.subject());
    user.ifPresent(u -> identities.link(u, shown.issuer(), shown.subject(), clock.instant()));
    return user;
  }

  /**
   * Takes somebody in: with a new account, or with the one that has the address already. That one
   * must work in a practice to which the groups lead, and the provider must know the address to be
   * the person's: else whoever registered it here first, and proved nothing, would come along. From
   * then on only the provider opens the account, so all that a password opened ends.
   *
   * @param given where the groups lead
   * @param passwordHash of a password that nobody knows
   * @throws Problem SIGN_ON_REFUSED; SIGN_ON_ADDRESS
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public UUID newcomer(Caller anyone, Shown shown, Set<ClinicId> given, String passwordHash) {
    if (shown.email() == null || !ASCII.matcher(shown.email()).matches()) {
      throw Problem.of(ErrorCode.SIGN_ON_REFUSED, "It says no e-mail address of yours.");
    }
    accounts.checkAddress(shown.email());
    Instant now = clock.instant();
    String username = freeName(shown);
    Optional<UUID> meanwhile = identities.findByProvider(shown.issuer(), shown.subject());
    if (meanwhile.isPresent()) {
      // The same person's other window was quicker.
      return meanwhile.get();
    }
    Optional<User> there = identities.findByEmail(shown.email());
    if (there.isPresent()) {
      join(anyone, shown, there.get(), given, now);
      return there.get().id();
    }
    UUID user = create(shown, username, passwordHash, now);
    identities.link(user, shown.issuer(), shown.subject(), now);
    audited.fire(new Audited(anyone, "account.create", "user", user, BY_PROVIDER));
    return user;
  }

  private void join(Caller anyone, Shown shown, User user, Set<ClinicId> given, Instant now) {
    Optional<ClinicId> shared =
        identities.membershipsOf(user.id()).stream()
            .map(Membership::clinic)
            .filter(given::contains)
            .findFirst();
    if (shared.isEmpty()
        || !shown.emailVerified()
        || identities.signsOn(user.id(), shown.issuer())) {
      throw Problem.of(ErrorCode.SIGN_ON_ADDRESS, "Ask your administrator.");
    }
    ClinicId clinic = shared.get();
    scope.enter(clinic);
    identities.link(user.id(), shown.issuer(), shown.subject(), now);
    identities
        .liveSessionsOf(user.id(), now)
        .forEach(session -> session.revoke("the hospital signs on", now));
    mails.add(clinic, letters.signedOn(user));
    Caller there = new Caller(clinic, Caller.SYSTEM, anyone.permissions(), anyone.origin());
    audited.fire(new Audited(there, "account.link", "user", user.id(), BY_PROVIDER));
  }

  /** Until the transaction ends nobody else takes a name or an address. */
  private String freeName(Shown shown) {
    String wanted = accounts.username(shown.username(), shown.email());
    String username = wanted;
    for (int n = 2; !identities.free(username); n++) {
      username = wanted + n;
    }
    return username;
  }

  private UUID create(Shown shown, String username, String passwordHash, Instant now) {
    String name = shown.fullName() == null ? username : shown.fullName();
    User user =
        new User(
            new User.Person(username, shown.email().toLowerCase(Locale.ROOT), name),
            passwordHash,
            now);
    identities.add(user);
    return user.id();
  }

  /** Where the person works because a provider said so. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public List<ClinicId> given(Caller anyone, UUID user) {
    return identities.membershipsOf(user).stream()
        .filter(Membership::provided)
        .map(Membership::clinic)
        .toList();
  }

  /** The provider's groups send the person here, in a role. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void give(Caller anyone, ClinicId clinic, UUID user, String role) {
    scope.enter(clinic);
    Optional<Member> before = members.find(clinic, user);
    members.give(clinic, user, role, clock.instant());
    Member after = members.find(clinic, user).orElseThrow();
    boolean known = before.filter(Member::active).isPresent();
    if (known && !before.get().role().equals(after.role())) {
      members.endSessions(clinic, user, "the role was changed", clock.instant());
    }
    if (after.active() && !before.equals(Optional.of(after))) {
      tell(anyone, clinic, user, known ? "member.change" : "member.join", after.role());
    }
  }

  /** They do so no longer. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void take(Caller anyone, ClinicId clinic, UUID user) {
    scope.enter(clinic);
    String role = members.find(clinic, user).map(Member::role).orElse("");
    members.take(clinic, user);
    members.endSessions(clinic, user, "the hospital's sign-on ended it", clock.instant());
    tell(anyone, clinic, user, "member.leave", role);
  }

  private void tell(Caller anyone, ClinicId clinic, UUID user, String action, String role) {
    Caller there = new Caller(clinic, Caller.SYSTEM, anyone.permissions(), anyone.origin());
    Map<String, Object> detail = Map.of("role", role, "by", "provider");
    audited.fire(new Audited(there, action, "user", user, detail));
  }

  /**
   * @throws Problem SIGN_ON_REFUSED for an account that was closed, and of what the provider said
   *     is over; SIGN_ON_FACTOR; SIGN_ON_NO_ROLE
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public SignedIn open(Caller anyone, UUID user, UserSession.Kind kind, Shown shown) {
    if (identities.findUser(user).filter(User::active).isEmpty()) {
      throw Problem.of(ErrorCode.SIGN_ON_REFUSED, "Your account here is closed.");
    }
    String there = ProviderSignOuts.kept(shown.issuer(), shown.session());
    String person = ProviderSignOuts.kept(shown.issuer(), shown.subject());
    if (identities.signedOutThere(there, person, shown.issuedAt())) {
      // A program's token outlives the session that it comes of.
      throw Problem.of(ErrorCode.SIGN_ON_REFUSED, "You were signed out there.");
    }
    Instant end = clock.instant().plus(Duration.ofHours(hours));
    UserSession.Way way =
        new UserSession.Way(kind, true, shown.factor(), there, shown.issuedAt(), end);
    return sessions
        .open(anyone, user, way)
        .orElseThrow(
            () ->
                identities.membershipsOf(user).isEmpty()
                    ? Problem.of(ErrorCode.SIGN_ON_NO_ROLE, "Ask who runs your hospital's sign-on.")
                    : Problem.of(ErrorCode.SIGN_ON_FACTOR));
  }

  @Requires(value = Requires.NOTHING, clinic = false)
  public void refused(Caller anyone, ErrorCode why) {
    Map<String, Object> detail = Map.of("why", "sign-on", "code", why.code());
    audited.fire(new Audited(anyone, "session.refuse", "user", null, detail));
  }
}
