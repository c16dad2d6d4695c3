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
   * @param detail what the job said of its end, or null
   */
  record Execution(long id, String job, String status, String detail, Map<String, Long> counts) {}

  /** The jobs that can be started. */
  List<String> jobs(Caller caller);

  /**
   * @param parameters by their names; most jobs take none
   * @throws org.openpriorauth.kernel.Problem JOB_UNKNOWN, INVALID for a parameter that the job does
   *     not take
   */
  Execution start(Caller caller, String job, Map<String, String> parameters);

  Execution execution(Caller caller, long id);
}
