package org.openpriorauth.operations.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.operations.model.WorkItem;

/** Reads a wake-up back. */
public final class WakeUp {
  private static final int PARTS = 3;

  private WakeUp() {}

  /** Empty for anything that is not a wake-up: it is dropped, because the row is the truth. */
  public static Optional<WorkItem.Ref> read(Message message) {
    try {
      if (message instanceof TextMessage text && text.getText() != null) {
        String[] parts = text.getText().split("/");
        if (parts.length == PARTS) {
          return Optional.of(
              new WorkItem.Ref(
                  new ClinicId(UUID.fromString(parts[0])), UUID.fromString(parts[1]), parts[2]));
        }
      }
      return Optional.empty();
    } catch (JMSException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
