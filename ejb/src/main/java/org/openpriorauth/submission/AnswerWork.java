package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.model.WorkItem;

/** Understands what payers told; a message that nobody understands is kept, and given up. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerWork {
  private static final Logger LOG = System.getLogger(AnswerWork.class.getName());

  @Inject WorkItems items;
  @Inject Answers answers;

  @Requires("work:do")
  public void understand(Caller caller, UUID workItem) {
    items.claim(caller, workItem).ifPresent(item -> apply(caller, item));
  }

  private void apply(Caller caller, WorkItem item) {
    try {
      answers.apply(caller, item);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a payer's message was not applied messageId=" + item.subject(), e);
      items.failed(caller, item, "not applied");
    }
  }
}
