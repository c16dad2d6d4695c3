package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.identity.IdentityProvider.SignedOut;
import org.openpriorauth.identity.model.EmergencyRepository;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.Requires;

/**
 * The short transactions of a sign-out at the provider. First it is kept, so that nothing opens of
 * it any more; then what is open ends.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ProviderSignOuts {
  @Inject IdentityRepository identities;
  @Inject EmergencyRepository emergencies;
  @Inject ClinicScope scope;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /** From now on no token of what ended there opens a session here. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void keep(Caller anyone, SignedOut said) {
    identities.keepSignOut(
        kept(said.issuer(), said.session()), kept(said.issuer(), said.subject()), said.at());
  }

  /**
   * The live sessions that came of what ended there. A token that is sent once more ends nothing of
   * a new sign-on. Where nobody kept of which session there it came, it counts as that one.
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public List<UUID> cameOf(Caller anyone, SignedOut said) {
    Instant now = clock.instant();
    String there = kept(said.issuer(), said.session());
    List<UserSession> live =
        said.subject() == null
            ? identities.liveSessionsOf(there, now)
            : identities
                .findByProvider(said.issuer(), said.subject())
                .map(user -> identities.liveSessionsOf(user, now))
                .orElse(List.of());
    return live.stream().filter(s -> s.cameOf(there, said.at())).map(UserSession::id).toList();
  }

  /** Ends a session because the provider said so; one that has ended is no error. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void end(Caller anyone, UUID id) {
    Instant now = clock.instant();
    identities
        .lockSession(id)
        .filter(s -> s.liveAt(now))
        .ifPresent(
            s -> {
              scope.enter(s.clinic());
              s.revoke(UserSession.SIGNED_OUT_THERE, now);
              Caller there =
                  new Caller(s.clinic(), Caller.SYSTEM, anyone.permissions(), anyone.origin());
              Map<String, Object> detail = Map.of("by", "provider", "user", s.userId().toString());
              audited.fire(new Audited(there, "session.close", "user_session", s.id(), detail));
              emergencies.endOf(s.clinic(), s.id(), now);
            });
  }

  /**
   * As it is kept: what another system calls its sessions and people is nobody's to read in our
   * rows.
   *
   * @param word null for none
   */
  static String kept(String issuer, String word) {
    return word == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(OneTimeSecret.hash(issuer + " " + word));
  }
}
