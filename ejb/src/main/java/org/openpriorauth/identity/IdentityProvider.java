package org.openpriorauth.identity;

import java.net.URI;
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
   */
  record Shown(
      String issuer,
      String subject,
      String username,
      String email,
      boolean emailVerified,
      String fullName,
      Set<String> groups,
      boolean factor) {}

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
}
