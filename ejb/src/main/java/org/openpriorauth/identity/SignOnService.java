package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.identity.IdentityProvider.Shown;
import org.openpriorauth.identity.IdentityProvider.SignedOut;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/**
 * Sign-on by the hospital's OpenID provider: it says who somebody is and in which groups, and what
 * comes of it is a session of our own. Its groups are looked at anew each time: a membership that
 * they gave ends with them. No transaction is open while the provider is asked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignOnService {
  private static final Logger LOG = System.getLogger(SignOnService.class.getName());

  @Inject IdentityProvider provider;
  @Inject ProvidedRoles roles;
  @Inject SignOns signOns;
  @Inject ProviderSignOuts signOuts;
  @Inject Sessions sessions;
  @Inject Passwords passwords;

  @Inject
  @ConfigProperty(name = "openpriorauth.public-url")
  Optional<String> address;

  /** Whether there is a provider. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public boolean offered(Caller anyone) {
    return provider.issuer().isPresent() && address.isPresent();
  }

  /**
   * The address by which the provider sends browsers back.
   *
   * @param path below it
   * @throws Problem SIGN_ON_OFF
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public URI published(Caller anyone, String path) {
    return ours(path);
  }

  /**
   * Where the browser goes.
   *
   * @param back the path of the page to which it comes back
   * @throws Problem SIGN_ON_OFF; SIGN_ON_AWAY
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public URI entrance(Caller anyone, SignOnAttempt attempt, String back) {
    return provider.entrance(attempt, ours(back));
  }

  /**
   * A browser came back with a code.
   *
   * @throws Problem SIGN_ON_OFF; SIGN_ON_AWAY; SIGN_ON_REFUSED; SIGN_ON_NO_ROLE; SIGN_ON_FACTOR;
   *     SIGN_ON_ADDRESS
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public SignedIn enter(Caller anyone, SignOnAttempt attempt, String back, String code) {
    return enter(anyone, () -> provider.redeem(attempt, ours(back), code), UserSession.Kind.SCREEN);
  }

  /**
   * Takes a token that the provider issued to a program for us, and gives ours (RFC 7523).
   *
   * @throws Problem as {@link #enter}
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public SignedIn exchange(Caller anyone, String token) {
    return enter(anyone, () -> provider.read(token), UserSession.Kind.TOKEN);
  }

  /**
   * The provider says that somebody signed out there: what came of it here ends, and nothing comes
   * of it later. A session that nobody knows is no error; one that could not be ended is refused
   * like a token that is not good (OpenID Connect Back-Channel Logout 1.0, 2.7 and 2.8).
   *
   * @throws Problem SIGN_ON_OFF; LOGOUT_REFUSED
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void signedOut(Caller anyone, String token) {
    try {
      SignedOut said = provider.signedOut(token);
      signOuts.keep(anyone, said);
      List<UUID> live = signOuts.cameOf(anyone, said);
      while (!live.isEmpty()) {
        live.forEach(session -> signOuts.end(anyone, session));
        // Meanwhile one of them may have gone on in another clinic; now none does.
        live = signOuts.cameOf(anyone, said);
      }
    } catch (Problem e) {
      if (e.code() == ErrorCode.SIGN_ON_AWAY) {
        throw Problem.of(ErrorCode.LOGOUT_REFUSED, "The provider's keys cannot be had right now.");
      }
      if (e.code() == ErrorCode.LOGOUT_REFUSED) {
        signOns.refused(anyone, e.code());
      }
      throw e;
    }
  }

  /**
   * Where the browser of who signs out here signs out at the provider too; nothing if it need not
   * go there, or cannot.
   *
   * @param back the path of the page to which it comes back
   */
  @Requires(Requires.OWN_ACCOUNT)
  public Optional<URI> exit(Caller caller, String back) {
    try {
      return sessions.own(caller).signsOn() ? provider.exit(ours(back)) : Optional.empty();
    } catch (Problem e) {
      // The provider does not answer; the session here has ended all the same.
      return Optional.empty();
    }
  }

  private interface Asked {
    Shown answer();
  }

  private SignedIn enter(Caller anyone, Asked asked, UserSession.Kind kind) {
    try {
      Shown shown = asked.answer();
      Map<ClinicId, String> given = given(anyone, shown);
      UUID user = person(anyone, shown, given);
      for (ClinicId former : signOns.given(anyone, user)) {
        if (!given.containsKey(former)) {
          signOns.take(anyone, former, user);
        }
      }
      given.forEach((clinic, role) -> signOns.give(anyone, clinic, user, role));
      return signOns.open(anyone, user, kind, shown);
    } catch (Problem e) {
      if (e.code() != ErrorCode.SIGN_ON_AWAY && e.code() != ErrorCode.SIGN_ON_OFF) {
        signOns.refused(anyone, e.code());
      }
      throw e;
    }
  }

  private Map<ClinicId, String> given(Caller anyone, Shown shown) {
    Map<ClinicId, String> given = new LinkedHashMap<>();
    roles
        .of(shown.groups())
        .forEach(
            (letters, role) ->
                signOns
                    .clinic(anyone, letters)
                    .filter(clinic -> signOns.fits(anyone, clinic, role))
                    .ifPresentOrElse(
                        clinic -> given.put(clinic, role),
                        () ->
                            LOG.log(
                                Level.WARNING,
                                "openpriorauth.sign-on.roles: there is no {0}:{1}",
                                letters,
                                role)));
    return given;
  }

  /** Nobody is taken in whom no group sends. */
  private UUID person(Caller anyone, Shown shown, Map<ClinicId, String> given) {
    Optional<UUID> known = signOns.known(anyone, shown);
    if (known.isPresent()) {
      return known.get();
    }
    if (given.isEmpty()) {
      throw Problem.of(ErrorCode.SIGN_ON_NO_ROLE, "Ask who runs your hospital's sign-on.");
    }
    // Nobody knows this password: only the provider signs the person on.
    return signOns.newcomer(anyone, shown, given.keySet(), passwords.hash(OneTimeSecret.next()));
  }

  private URI ours(String path) {
    return URI.create(
        address.orElseThrow(() -> Problem.of(ErrorCode.SIGN_ON_OFF)).replaceFirst("/$", "") + path);
  }
}
