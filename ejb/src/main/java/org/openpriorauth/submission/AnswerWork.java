package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.Turn;

/** Understands what payers told; a message that nobody understands is kept, and given up. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerWork {
  @Inject Turn turn;
  @Inject Answers answers;

  @Requires("work:do")
  public void understand(Caller caller, UUID workItem) {
    turn.take(caller, workItem, item -> answers.apply(caller, item));
  }
}
