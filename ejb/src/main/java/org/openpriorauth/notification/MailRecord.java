package org.openpriorauth.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.notification.model.MailRepository;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.operations.model.WorkItemRepository;
import org.openpriorauth.wire.json.Json;

/** The short transactions around a mail. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailRecord {
  @Inject MailRepository mails;
  @Inject WorkItemRepository items;
  @Inject FieldCipher cipher;
  @Inject Clock clock;

  /** Nothing if it has gone already. */
  @Requires("work:do")
  public Optional<Mail> read(Caller caller, UUID id) {
    return mails
        .content(caller.clinic(), id)
        .map(content -> Json.read(cipher.open(Mails.PLACE, id, content), Mail.class));
  }

  /**
   * @param state done or given_up
   */
  @Requires("work:do")
  public void end(Caller caller, WorkItem item, String state) {
    if (items.finish(item, state, clock.instant())) {
      mails.end(caller.clinic(), item.subject(), clock.instant());
    }
  }
}
