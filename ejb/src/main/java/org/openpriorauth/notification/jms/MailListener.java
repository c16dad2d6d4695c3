package org.openpriorauth.notification.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.notification.MailWork;
import org.openpriorauth.operations.jms.Queues;
import org.openpriorauth.operations.jms.WakeUp;

/** Wakes the sending of mail. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.MAIL),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailListener implements MessageListener {
  @Inject MailWork work;

  @Override
  public void onMessage(Message message) {
    WakeUp.read(message)
        .ifPresent(ref -> work.send(Caller.system(ref.clinic(), "jms", "work:do"), ref.id()));
  }
}
