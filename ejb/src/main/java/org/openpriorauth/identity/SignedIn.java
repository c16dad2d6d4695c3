package org.openpriorauth.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/**
 * A person in a clinic, with a live session.
 *
 * @param secret what carries the session on: the next refresh token, or the screen's cookie; null
 *     where the one that the person has goes on
 * @param emergency what is open in the session beyond role and training, or null
 */
public record SignedIn(
    UUID session,
    UUID user,
    String username,
    String fullName,
    ClinicId clinic,
    String role,
    Set<String> permissions,
    String secret,
    Instant expiresAt,
    Emergency emergency) {

  /** Patient data that is open for a while. */
  public record Emergency(UUID id, Instant endsAt) {}

  public Caller caller(Caller.Origin origin) {
    return new Caller(clinic, user, permissions, origin);
  }
}
