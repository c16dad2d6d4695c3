package org.openpriorauth.chart;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * How much may be on its way in at once. Uploads are held in memory until they are sealed, so that
 * nothing of them lies readable on a disk (ADR 6); this is the bound on that memory.
 */
@ApplicationScoped
public class UploadRoom {
  private static final int UNIT = 1024;

  /** One upload of the largest size always fits. */
  private static final long LEAST_BYTES = 64L * 1024 * 1024;

  /** Each byte is there about three times while it is taken apart and sealed. */
  private static final int SHARE_OF_THE_HEAP = 6;

  private static final long WAIT_SECONDS = 10;

  private final Semaphore units =
      new Semaphore(
          (int)
              (Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP) / UNIT),
          true);

  /** Work on an upload. */
  @FunctionalInterface
  public interface Taking<T> {
    T in() throws IOException;
  }

  /**
   * Waits for room, then takes the upload in.
   *
   * @param announced the length that the sender gives, or -1
   * @param most the length that may come, whatever was announced
   * @throws Problem TRY_LATER if there was no room in time
   */
  public <T> T within(long announced, long most, Taking<T> upload) throws IOException {
    long bytes = announced < 0 ? most : Math.min(announced, most);
    int needed = (int) (bytes / UNIT) + 1;
    if (!entered(needed)) {
      throw Problem.of(
          ErrorCode.TRY_LATER, "Too many documents come in at once. Send it again in a moment.");
    }
    try {
      return upload.in();
    } finally {
      units.release(needed);
    }
  }

  private boolean entered(int needed) {
    try {
      return units.tryAcquire(needed, WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
