package org.openpriorauth.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.operations.WorkQueue;

/** Has the packet made as soon as nothing is open, so that nobody waits for the preview. */
@ApplicationScoped
public class PacketTrigger {
  @Inject WorkQueue work;

  void on(@Observes Happened event) {
    if (event.kind().equals("assessed") && Integer.valueOf(0).equals(event.detail().get("open"))) {
      work.add(event.caller().clinic(), "packet", event.request());
    }
  }
}
