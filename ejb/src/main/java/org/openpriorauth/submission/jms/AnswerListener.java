package org.openpriorauth.submission.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.operations.jms.Queues;
import org.openpriorauth.operations.jms.WakeUp;
import org.openpriorauth.submission.AnswerWork;

/** Wakes the understanding of what payers told. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.ANSWER),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerListener implements MessageListener {
  @Inject AnswerWork work;

  @Override
  public void onMessage(Message message) {
    WakeUp.read(message)
        .ifPresent(
            ref ->
                work.understand(
                    Caller.system(ref.clinic(), "jms", "work:do", "pa:read", "patient:read"),
                    ref.id()));
  }
}
