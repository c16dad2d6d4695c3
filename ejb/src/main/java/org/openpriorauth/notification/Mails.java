package org.openpriorauth.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.notification.model.MailRepository;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.wire.json.Json;

/**
 * Where a service leaves a mail, in its own transaction: it goes out after the commit, or not at
 * all. Its words are sealed, because a link in it opens something, and forgotten once it went.
 */
@ApplicationScoped
public class Mails {
  static final String PLACE = "outgoing_mail.content";

  @Inject MailRepository mails;
  @Inject Messenger messenger;
  @Inject FieldCipher cipher;
  @Inject WorkQueue work;
  @Inject Clock clock;

  /** Whether mail goes out at all. */
  public boolean ready() {
    return messenger.ready();
  }

  /**
   * @throws Problem MAIL_OFF
   */
  public void require() {
    if (!ready()) {
      throw Problem.of(ErrorCode.MAIL_OFF, "Ask who runs this server to set openpriorauth.mail.*.");
    }
  }

  /** Does nothing where no mail server is set up. */
  public void add(ClinicId clinic, Mail mail) {
    if (ready()) {
      UUID id = Ids.next();
      mails.add(clinic, id, mail.kind(), cipher.seal(PLACE, id, Json.bytes(mail)), clock.instant());
      work.add(clinic, "mail", id);
    }
  }
}
