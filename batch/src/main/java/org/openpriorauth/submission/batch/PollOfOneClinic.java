package org.openpriorauth.submission.batch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.submission.PollService;

/** Steps out of the chunk's transaction, which spans clinics, into one of the clinic's own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PollOfOneClinic {
  @Inject PollService poll;

  public void ask(Caller caller) {
    poll.ask(caller);
  }
}
