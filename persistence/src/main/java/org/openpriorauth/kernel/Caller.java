package org.openpriorauth.kernel;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * On whose behalf a service works: the first argument of every service method. Doors make it — REST
 * from the token, screens from the session row, queues from the broker's user, batch from the job —
 * and nothing below a door asks the container who is calling.
 *
 * @param clinic the tenant, or null only for work that spans clinics and sees no patient data
 * @param actor the user, or {@link #SYSTEM}
 * @param permissions what this caller may do, as in {@code role_permission}
 * @param origin where the call came from, for audit and for doors that retry
 */
public record Caller(ClinicId clinic, UUID actor, Set<String> permissions, Origin origin) {
  /** The actor of work that no person started. */
  public static final UUID SYSTEM = new UUID(0, 1);

  /**
   * @param door rest, screen, jms, batch, timer
   * @param requestId identifies the call in logs, answers and audit
   * @param address the peer's network address, or null
   * @param agent what the calling program says it is, cut off at {@value #LONGEST_AGENT}
   *     characters, or null
   * @param idempotencyKey the client's promise never to reuse this key for another request, or null
   */
  public record Origin(
      String door, String requestId, String address, String agent, String idempotencyKey) {
    private static final int LONGEST_AGENT = 300;

    public Origin {
      Objects.requireNonNull(door, "door");
      Objects.requireNonNull(requestId, "requestId");
      if (agent != null) {
        String printable = agent.replaceAll("[^\\x20-\\x7e]", "?");
        agent = printable.substring(0, Math.min(LONGEST_AGENT, printable.length()));
      }
    }
  }

  public Caller {
    Objects.requireNonNull(actor, "actor");
    permissions = Set.copyOf(permissions);
    Objects.requireNonNull(origin, "origin");
  }

  /** The machine itself, inside one clinic, with exactly the permissions the work needs. */
  public static Caller system(ClinicId clinic, String door, String... permissions) {
    return new Caller(
        clinic,
        SYSTEM,
        Set.of(permissions),
        new Origin(door, Ids.next().toString(), null, null, null));
  }

  /** The machine outside any clinic: queues, schedules, retention. */
  public static Caller machine(String door, String... permissions) {
    return system(null, door, permissions);
  }

  public boolean may(String permission) {
    return permissions.contains(permission);
  }

  /** The emergency access that is open in the caller's session. */
  public Optional<UUID> emergency() {
    return permissions.stream()
        .filter(p -> p.startsWith(Requires.IN_EMERGENCY))
        .map(p -> UUID.fromString(p.substring(Requires.IN_EMERGENCY.length())))
        .findFirst();
  }

  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(origin.idempotencyKey());
  }
}
