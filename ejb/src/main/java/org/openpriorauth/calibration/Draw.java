package org.openpriorauth.calibration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Chooses values by chance, so that people also look at what nobody would ask them for. A value's
 * lot is a hash of its id: it is the same however often it is drawn, knows nothing of the value,
 * and a larger share asks for the same values and more.
 */
public final class Draw {
  private static final byte[] LOT = "a value to check".getBytes(StandardCharsets.UTF_8);
  private static final double LOTS = 0x1p53;
  private static final int DROPPED = Long.SIZE - 53;

  private Draw() {}

  /**
   * @param share 0 chooses none, 1 all
   */
  public static boolean chooses(UUID value, double share) {
    return lot(value) < share;
  }

  /** Evenly from 0 to 1. An id alone is no lot: it begins with the time. */
  private static double lot(UUID value) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(LOT);
      hash.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(value.getMostSignificantBits())
              .putLong(value.getLeastSignificantBits())
              .array());
      return (ByteBuffer.wrap(hash.digest()).getLong() >>> DROPPED) / LOTS;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
