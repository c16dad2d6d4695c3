package org.openpriorauth.operations.batch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.operations.RetentionService;

/**
 * Steps out of the chunk's transaction, which spans clinics, into one of the clinic's own:
 * row-level security knows one clinic a transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OneClinic {
  @Inject RetentionService retention;

  public void forgetIdempotencyKeys(Caller caller) {
    retention.forgetIdempotencyKeys(caller);
  }
}
