package org.openpriorauth.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Keys of our own rows: version-7 UUIDs, so that indexes grow at one end (RFC 9562, 5.7). */
public final class Ids {
  private Ids() {}

  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
