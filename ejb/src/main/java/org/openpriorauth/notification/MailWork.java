package org.openpriorauth.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.Turn;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.model.WorkItem;

/** Sends a mail, with no transaction open while the mail server answers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailWork {
  private static final Logger LOG = System.getLogger(MailWork.class.getName());

  @Inject Turn turn;
  @Inject WorkItems items;
  @Inject MailRecord record;
  @Inject Messenger messenger;

  @Requires("work:do")
  public void send(Caller caller, UUID workItem) {
    turn.take(caller, workItem, item -> send(caller, item));
  }

  private void send(Caller caller, WorkItem item) {
    Mail mail = record.read(caller, item.subject()).orElse(null);
    if (mail == null) {
      items.done(caller, item);
      return;
    }
    try {
      messenger.send(mail);
      record.end(caller, item, "done");
    } catch (Messenger.NotTaken e) {
      boolean last = e.forGood() || items.last(caller, item);
      LOG.log(
          Level.WARNING,
          "mail not taken: %s mailId=%s again=%s".formatted(e.getMessage(), item.subject(), !last));
      if (last) {
        record.end(caller, item, "given_up");
      } else {
        items.failed(caller, item, e.getMessage());
      }
    }
  }
}
