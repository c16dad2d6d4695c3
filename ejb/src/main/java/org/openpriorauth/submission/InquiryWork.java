package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.Turn;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.packet.PacketSource;
import org.openpriorauth.payer.ChannelService;
import org.openpriorauth.submission.Submissions.Call;
import org.openpriorauth.submission.model.Submission;
import org.openpriorauth.submission.model.SubmissionState;

/** Asks a payer that has been silent what became of a request. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InquiryWork {
  @Inject WorkItems items;
  @Inject Turn turn;
  @Inject Submissions submissions;
  @Inject PacketSource source;
  @Inject ChannelService channels;
  @Inject PayerDoor payer;

  @Requires("work:do")
  public void ask(Caller caller, UUID workItem) {
    turn.take(caller, workItem, item -> ask(caller, item));
  }

  private void ask(Caller caller, WorkItem item) {
    Submission submission = submissions.get(caller, item.subject());
    if (submission.state() != SubmissionState.CONFIRMED) {
      items.done(caller, item);
      return;
    }
    Call call = submissions.asking(caller, submission.id());
    PayerReply reply =
        payer.inquire(
            channels.door(caller, submission.channel()),
            source.of(caller, submission.request()),
            new PayerDoor.Numbers(submission.bundleIdentifier(), submission.claimIdentifier()));
    if (reply instanceof PayerReply.Said said && !said.decisions().isEmpty()) {
      submissions.decided(caller, item, call, said, "inquiry");
    } else {
      // The next poll asks again; a payer that forgot us is seen by its clock.
      submissions.ended(caller, call, reply, SubmissionState.CONFIRMED);
      items.done(caller, item);
    }
  }
}
