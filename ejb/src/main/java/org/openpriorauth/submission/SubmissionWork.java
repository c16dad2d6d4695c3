package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.chart.Contents;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.Turn;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.packet.PacketContents;
import org.openpriorauth.packet.PacketSource;
import org.openpriorauth.payer.ChannelService;
import org.openpriorauth.submission.PayerDoor.Numbers;
import org.openpriorauth.submission.Submissions.Call;
import org.openpriorauth.submission.model.Submission;
import org.openpriorauth.submission.model.SubmissionState;

/**
 * Brings a packet to its payer once. The message is made and stored before the first call, and the
 * call is noted before it begins; a call that may have arrived is looked up at the payer before the
 * same message is sent again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubmissionWork {
  @Inject WorkItems items;
  @Inject Turn turn;
  @Inject Submissions submissions;
  @Inject PacketSource source;
  @Inject PacketContents packets;
  @Inject ChannelService channels;
  @Inject Subscriptions subscriptions;
  @Inject Contents contents;
  @Inject PayerDoor payer;

  @Requires("work:do")
  public void send(Caller caller, UUID workItem) {
    // Whatever the call's fate: the submission says how far it was, and the next turn looks.
    turn.takeUntilDone(caller, workItem, item -> send(caller, item));
  }

  private void send(Caller caller, WorkItem item) {
    Submission submission = submissions.get(caller, item.subject());
    switch (submission.state()) {
      case QUEUED -> submit(caller, item, submission, message(caller, submission), false);
      case IN_PROGRESS, UNKNOWN -> lookUp(caller, item, submission);
      default -> items.done(caller, item);
    }
  }

  private Message message(Caller caller, Submission submission) {
    if (submission.sealedMessageKey() != null) {
      return stored(caller, submission);
    }
    byte[] packet = packets.sent(caller, submission.packet());
    byte[] message =
        payer.message(source.of(caller, submission.request()), numbers(submission), packet);
    return new Message(message, contents.keep(caller.clinic(), submission.id(), message));
  }

  private Message stored(Caller caller, Submission submission) {
    byte[] key = submission.sealedMessageKey();
    return new Message(contents.read(caller.clinic(), submission.id(), key), key);
  }

  private record Message(byte[] content, byte[] key) {}

  /**
   * @param again whether an earlier delivery may still come through: then nothing that this one
   *     meets, except the payer's word on the request, proves that the payer does not have it
   */
  private void submit(
      Caller caller, WorkItem item, Submission submission, Message message, boolean again) {
    ChannelService.Door door = channels.door(caller, submission.channel());
    Optional<Call> begun = submissions.sending(caller, item, submission.id(), message.key());
    if (begun.isEmpty()) {
      return;
    }
    Call call = begun.get();
    PayerReply reply = payer.submit(door, message.content());
    if (reply instanceof PayerReply.Said said) {
      if (submissions.decided(caller, item, call, said, "answer")) {
        subscriptions.ensure(caller, submission.channel());
      }
    } else if (reply instanceof PayerReply.Refused && !again) {
      submissions.failed(caller, item, call, reply, reply);
    } else if (reply instanceof PayerReply.Refused refusal && !refusal.duplicate()) {
      refusedAgain(caller, item, submission, call, refusal);
    } else if (reply instanceof PayerReply.NotSent && !again) {
      notSent(caller, item, call, reply);
    } else {
      submissions.ended(caller, call, reply, SubmissionState.UNKNOWN);
      items.again(
          caller, item, DeliveryProblem.note(SubmissionState.UNKNOWN, call.action(), reply));
    }
  }

  /**
   * A repetition may be refused only because the first delivery came through after all, and payers
   * say that in many ways: the payer is asked once more before the refusal is believed.
   */
  private void refusedAgain(
      Caller caller, WorkItem item, Submission submission, Call call, PayerReply.Refused refusal) {
    submissions.ended(caller, call, refusal, SubmissionState.UNKNOWN);
    Call asked = submissions.asking(caller, submission.id());
    PayerReply known = inquire(caller, submission);
    if (known instanceof PayerReply.Said said && !said.decisions().isEmpty()) {
      submissions.decided(caller, item, asked, said, "inquiry");
    } else if (known instanceof PayerReply.Said) {
      submissions.failed(caller, item, asked, known, refusal);
    } else {
      submissions.ended(caller, asked, known, SubmissionState.UNKNOWN);
      items.again(
          caller, item, DeliveryProblem.note(SubmissionState.UNKNOWN, asked.action(), known));
    }
  }

  private PayerReply inquire(Caller caller, Submission submission) {
    ChannelService.Door door = channels.door(caller, submission.channel());
    return payer.inquire(door, source.of(caller, submission.request()), numbers(submission));
  }

  private void notSent(Caller caller, WorkItem item, Call call, PayerReply reply) {
    if (items.last(caller, item)) {
      submissions.failed(caller, item, call, reply, reply);
    } else {
      submissions.ended(caller, call, reply, SubmissionState.QUEUED);
      items.failed(
          caller, item, DeliveryProblem.note(SubmissionState.QUEUED, call.action(), reply));
    }
  }

  private void lookUp(Caller caller, WorkItem item, Submission submission) {
    Call call = submissions.asking(caller, submission.id());
    PayerReply reply = inquire(caller, submission);
    if (reply instanceof PayerReply.Said said && said.decisions().isEmpty()) {
      // The payer has nothing under our number: the same message goes out again.
      submissions.ended(caller, call, reply, SubmissionState.UNKNOWN);
      submit(caller, item, submission, stored(caller, submission), true);
    } else if (reply instanceof PayerReply.Said said) {
      if (submissions.decided(caller, item, call, said, "inquiry")) {
        subscriptions.ensure(caller, submission.channel());
      }
    } else {
      submissions.ended(caller, call, reply, SubmissionState.UNKNOWN);
      items.again(
          caller, item, DeliveryProblem.note(SubmissionState.UNKNOWN, call.action(), reply));
    }
  }

  private static Numbers numbers(Submission submission) {
    return new Numbers(submission.bundleIdentifier(), submission.claimIdentifier());
  }
}
