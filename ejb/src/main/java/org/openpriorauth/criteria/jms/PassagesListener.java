package org.openpriorauth.criteria.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.openpriorauth.criteria.PassageWork;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.language.LanguageModels;
import org.openpriorauth.operations.jms.Queues;
import org.openpriorauth.operations.jms.WakeUp;

/** Wakes the search for passages by a language model. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = Queues.PASSAGES),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PassagesListener implements MessageListener {
  @Inject PassageWork work;

  @Override
  public void onMessage(Message message) {
    WakeUp.read(message)
        .ifPresent(
            ref ->
                work.look(
                    Caller.system(
                        ref.clinic(),
                        "jms",
                        "work:do",
                        "pa:read",
                        "patient:read",
                        LanguageModels.ASK),
                    ref.id()));
  }
}
