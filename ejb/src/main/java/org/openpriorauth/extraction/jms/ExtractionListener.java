package org.openpriorauth.extraction.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.openpriorauth.extraction.ExtractionWork;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.operations.jms.Queues;
import org.openpriorauth.operations.jms.WakeUp;

/** Wakes the reading of documents. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = Queues.EXTRACTION),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExtractionListener implements MessageListener {
  @Inject ExtractionWork work;

  @Override
  public void onMessage(Message message) {
    WakeUp.read(message)
        .ifPresent(
            ref ->
                work.read(
                    Caller.system(ref.clinic(), "jms", "work:do", "pa:read", "patient:read"),
                    ref.id()));
  }
}
