package org.openpriorauth.packet;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.chart.Contents;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.Turn;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.priorauth.model.PriorAuthState;

/** Makes a ready request's packet, with no transaction open while pages are drawn. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PacketWork {
  @Inject WorkItems items;
  @Inject Turn turn;
  @Inject PacketSource source;
  @Inject LetterGrounds grounds;
  @Inject PacketComposer composer;
  @Inject PacketWriter writer;
  @Inject Contents contents;
  @Inject PacketService packets;
  @Inject PacketsInHand inHand;

  @Requires("work:do")
  public void make(Caller caller, UUID workItem) {
    turn.take(caller, workItem, item -> make(caller, item));
  }

  private void make(Caller caller, WorkItem item) {
    if (!inHand.take(item.subject())) {
      items.again(caller, item, "another packet of the request is being made");
      return;
    }
    try {
      boolean made = false;
      while (!made) {
        made = made(caller, item);
      }
    } finally {
      inHand.leave(item.subject());
    }
  }

  /** False if the request changed while its pages were drawn. */
  private boolean made(Caller caller, WorkItem item) {
    PacketSource.Known known = source.of(caller, item.subject());
    PacketService.Basis basis = PacketService.Basis.of(known);
    // Of several changes in a row the first turn makes the packet of the last one.
    if (known.request().state() != PriorAuthState.READY
        || packets.made(caller, item.subject(), basis.assessedAt(), basis.letterVersion())) {
      items.done(caller, item);
      return true;
    }
    LetterGround ground = grounds.of(caller, known);
    CheckedLetter statement = Statements.of(ground, known.statement().map(KeptLetter::text));
    boolean own = known.statement().filter(kept -> !kept.text().template()).isPresent();
    if (own && !statement.holds()) {
      packets.open(caller, item, basis);
      return true;
    }
    byte[] pdf = writer.write(composer.compose(known, ground, statement.printed()));
    if (inHand.hasChanged(item.subject())) {
      return false;
    }
    UUID id = Ids.next();
    byte[] key = contents.keep(caller.clinic(), id, pdf);
    packets.made(caller, item, new PacketService.Made(id, basis, key, pdf, writer.pages(pdf)));
    return true;
  }
}
