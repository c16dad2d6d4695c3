package org.openpriorauth.packet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The requests whose packets this server is making. A person who settles ten points in a row asks
 * for ten packets; drawn side by side, the last and only one that counts would be ready after all
 * the others. So one is made at a time, and begins anew when its request changed meanwhile. Another
 * server may make one too: that costs time, and only the newest counts.
 */
@ApplicationScoped
public class PacketsInHand {
  private final ConcurrentMap<UUID, Boolean> changed = new ConcurrentHashMap<>();

  /** False if one of the request is being made: it is told that it is no longer the newest. */
  public boolean take(UUID request) {
    return !changed.merge(request, false, (before, ours) -> true);
  }

  /** Whether the request changed since it was taken, or since this was asked. */
  public boolean hasChanged(UUID request) {
    return Boolean.TRUE.equals(changed.replace(request, false));
  }

  public void leave(UUID request) {
    changed.remove(request);
  }
}
