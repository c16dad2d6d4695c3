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
import org.openpriorauth.submission.InquiryWork;

/** Wakes the asking of payers. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.INQUIRY),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InquiryListener implements MessageListener {
  @Inject InquiryWork work;

  @Override
  public void onMessage(Message message) {
    WakeUp.read(message)
        .ifPresent(
            ref ->
                work.ask(
                    Caller.system(ref.clinic(), "jms", "work:do", "pa:read", "patient:read"),
                    ref.id()));
  }
}
