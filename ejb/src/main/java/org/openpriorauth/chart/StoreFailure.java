package org.openpriorauth.chart;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** A store that does not do what it is asked: the log gets the reason, the caller a way out. */
public final class StoreFailure {
  private static final Logger LOG = System.getLogger(StoreFailure.class.getName());

  private StoreFailure() {}

  /**
   * @param what was not done, in ids and settings only
   * @param why as the service, the disk or the line put it
   * @return to be thrown
   */
  public static Problem of(String what, Exception why) {
    // A line each, without a stack: while a service rests there are many.
    LOG.log(Level.ERROR, "documents: {0}: {1}", what, why);
    return Problem.of(
        ErrorCode.DOCUMENT_STORE_AWAY,
        "Documents cannot be stored or fetched right now. Try again later, and tell your"
            + " administrator if it lasts.",
        why);
  }
}
