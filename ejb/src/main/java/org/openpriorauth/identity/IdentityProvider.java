package org.openpriorauth.identity;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openpriorauth.kernel.Problem;

/** The hospital's own sign-on. */
public interface IdentityProvider {
  /**
   * What the provider vouches for.
   *
   * @param subject the person's for good, at this issuer
   * @param username as the provider has it, or null
   * @param email or null
   * @param emailVerified whether the provider says that the address is the person's
   * @param fullName or null
   * @param groups what roles are made of
   * @param factor whether the person showed more than a password
   * @param session the person's session there, or null if the provider does not say
   * @param issuedAt when the provider said so
   */
  record Shown(
      String issuer,
      String subject,
      String username,
      String email,
      boolean emailVerified,
      String fullName,
      Set<String> groups,
      boolean factor,
      String session,
      Instant issuedAt) {}

  /**
   * Somebody signed out there, or was signed out.
   *
   * @param subject whom it is about; null if only the session is named
   * @param session the one that ended there; null for all of that person's
   * @param at when the provider said so
   */
  record SignedOut(String issuer, String subject, String session, Instant at) {}

  /** The issuer, where one is set up. */
  Optional<String> issuer();

  /**
   * Where a browser asks to be let in.
   *
   * @param back where it comes back to, with a code
   * @throws Problem SIGN_ON_OFF; SIGN_ON_AWAY
   */
  URI entrance(SignOnAttempt attempt, URI back);

  /**
   * What a code stands for that a browser brought back.
   *
   * @throws Problem SIGN_ON_OFF; SIGN_ON_AWAY; SIGN_ON_REFUSED
   */
  Shown redeem(SignOnAttempt attempt, URI back, String code);

  /**
   * What a program's token says that the provider issued for us.
   *
   * @throws Problem SIGN_ON_OFF; SIGN_ON_AWAY; SIGN_ON_REFUSED
   */
  Shown read(String token);

  /**
   * What the provider says of a person who signed out there.
   *
   * @throws Problem SIGN_ON_OFF; SIGN_ON_AWAY; LOGOUT_REFUSED
   */
  SignedOut signedOut(String token);

  /**
   * Where a browser signs out there too, if the site wants that and the provider has such a place.
   *
   * @param back where it comes back to
   */
  Optional<URI> exit(URI back);
}
