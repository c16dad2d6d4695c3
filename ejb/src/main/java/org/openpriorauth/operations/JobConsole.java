package org.openpriorauth.operations;

import java.util.List;
import java.util.Map;
import org.openpriorauth.kernel.Caller;

/**
 * Starting and watching the nightly jobs. {@code batch} implements it, so that no arrow points up.
 */
public interface JobConsole {
  /**
   * @param status STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or ABANDONED
   */
  record Execution(long id, String job, String status, Map<String, Long> counts) {}

  /** The jobs that can be started. */
  List<String> jobs(Caller caller);

  /**
   * @throws org.openpriorauth.kernel.Problem JOB_UNKNOWN
   */
  Execution start(Caller caller, String job);

  Execution execution(Caller caller, long id);
}
