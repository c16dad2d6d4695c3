package org.openpriorauth.tracking.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.tracking.QueueService;

/** The mark that a page carries, taken before it reads anything else: what comes later is seen. */
@Named
@RequestScoped
public class Pulse {
  @Inject QueueService queue;
  @Inject CurrentPerson current;

  public String of(UUID request) {
    return current.may("pa:read") ? queue.mark(current.caller(), request) : "";
  }

  public String ofAll() {
    return of(null);
  }
}
