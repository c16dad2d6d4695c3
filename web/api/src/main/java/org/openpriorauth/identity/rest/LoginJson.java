package org.openpriorauth.identity.rest;

import java.util.UUID;
import org.openpriorauth.identity.AccessTokens;
import org.openpriorauth.identity.SignedIn;
import org.openpriorauth.kernel.Requires;

/**
 * Who signed in, with the tokens.
 *
 * @param mfaEnrolmentRequired the token serves for setting up a second factor and nothing else
 */
public record LoginJson(
    String accessToken,
    String tokenType,
    long expiresIn,
    String refreshToken,
    boolean mfaEnrolmentRequired,
    UserJson user,
    UUID activePractice) {
  public record UserJson(UUID id, String username, String fullName, String role) {}

  static LoginJson of(SignedIn person, AccessTokens tokens) {
    return new LoginJson(
        tokens.issue(person),
        "Bearer",
        tokens.lifetime(person).toSeconds(),
        person.secret(),
        person.permissions().contains(Requires.ENROL),
        new UserJson(person.user(), person.username(), person.fullName(), person.role()),
        person.clinic().value());
  }
}
