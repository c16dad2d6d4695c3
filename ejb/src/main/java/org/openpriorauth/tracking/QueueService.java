package org.openpriorauth.tracking;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.priorauth.OrderWords;
import org.openpriorauth.tracking.model.QueueRepository;

/** What waits, and for whom. */
@Stateless
public class QueueService {
  @Inject QueueRepository queue;
  @Inject OrderWords words;
  @Inject Event<Audited> audited;

  /**
   * The most harmful and the soonest due first; the rows name patients by id only.
   *
   * @param states empty for all
   */
  @Requires("pa:read")
  public List<QueueRepository.Row> page(
      Caller caller, Collection<String> states, int from, int size) {
    audited.fire(Audited.of(caller, "pa.list", "prior_authorization", null));
    return queue.rows(caller.clinic(), states, from, size, words::besideFirst);
  }

  /**
   * One request's place in the queue.
   *
   * @throws Problem PA_NOT_FOUND
   */
  @Requires("pa:read")
  public QueueRepository.Row of(Caller caller, UUID request) {
    return queue.row(caller.clinic(), request, words::besideFirst).stream()
        .findFirst()
        .orElseThrow(() -> Problem.of(ErrorCode.PA_NOT_FOUND));
  }

  /**
   * A mark that changes with whatever happens to a request, or to any of the clinic's. It says
   * nothing about anybody, so asking for it leaves no line in the audit trail.
   *
   * @param request or null for all
   * @throws Problem PA_NOT_FOUND
   */
  @Requires("pa:read")
  public String mark(Caller caller, UUID request) {
    if (request != null && !queue.holds(caller.clinic(), request)) {
      throw Problem.of(ErrorCode.PA_NOT_FOUND);
    }
    return queue.mark(caller.clinic(), request);
  }
}
