package org.openpriorauth.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.priorauth.model.PriorAuthState;

/** Has the packet made as soon as a request is ready, so that nobody waits for the preview. */
@ApplicationScoped
public class PacketTrigger {
  @Inject WorkQueue work;

  void on(@Observes Happened event) {
    if (event.kind().equals("moved")
        && PriorAuthState.READY.name().equals(event.detail().get("after"))) {
      work.add(event.caller().clinic(), "packet", event.request());
    }
  }
}
