package org.openpriorauth.tracking.jms;

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
import org.openpriorauth.tracking.Announcements;

/** Wakes the announcing of what happened. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = Queues.NOTIFICATION),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NotificationListener implements MessageListener {
  @Inject Announcements announcements;

  @Override
  public void onMessage(Message message) {
    WakeUp.read(message)
        .ifPresent(
            ref -> announcements.announce(Caller.system(ref.clinic(), "jms", "work:do"), ref.id()));
  }
}
