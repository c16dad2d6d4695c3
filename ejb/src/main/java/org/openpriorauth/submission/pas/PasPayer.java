package org.openpriorauth.submission.pas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.openpriorauth.packet.PacketSource.Known;
import org.openpriorauth.payer.ChannelService.Door;
import org.openpriorauth.submission.Decision;
import org.openpriorauth.submission.PayerDoor;
import org.openpriorauth.submission.PayerReply;
import org.openpriorauth.wire.fhir.PasAnswer;
import org.openpriorauth.wire.fhir.PasAnswers;
import org.openpriorauth.wire.fhir.PasBundles;
import org.openpriorauth.wire.fhir.PasNotification;
import org.openpriorauth.wire.fhir.PasSubscription;
import org.openpriorauth.wire.fhir.PasSubscriptions;

/** Payers that speak Da Vinci PAS 2.2.1. */
@ApplicationScoped
public class PasPayer implements PayerDoor {
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY = 429;
  private static final int BUSY = 503;

  @Inject PasHttp http;
  @Inject Clock clock;

  @Override
  public byte[] message(Known known, Numbers numbers, byte[] packet) {
    return PasBundles.request(PasMessage.request(known, numbers, packet, clock))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public PayerReply submit(Door door, byte[] message) {
    PasHttp.Result result = http.post(door, "/Claim/$submit", message);
    if (!(result instanceof PasHttp.Answer answer)) {
      return lost(result);
    }
    return judged(answer, PasAnswers.read(answer.body()));
  }

  @Override
  public PayerReply inquire(Door door, Known known, Numbers numbers) {
    byte[] message =
        PasBundles.inquiry(PasMessage.inquiry(known, numbers, clock))
            .getBytes(StandardCharsets.UTF_8);
    PasHttp.Result result = http.post(door, "/Claim/$inquire", message);
    if (!(result instanceof PasHttp.Answer answer)) {
      return new PayerReply.Unknown("The payer could not be asked.", null);
    }
    if (answer.status() >= CLIENT_ERROR) {
      return new PayerReply.Unknown("The payer does not answer the question.", answer.status());
    }
    List<PasAnswer> matches = PasAnswers.readInquiry(answer.body());
    List<Decision> ours =
        matches.stream()
            .filter(PasAnswer.Answered.class::isInstance)
            .map(a -> PasDecisions.of((PasAnswer.Answered) a))
            // The query is by example: other requests for the same service may match too.
            .filter(d -> d.claims().contains(numbers.claim()))
            .toList();
    if (ours.isEmpty() && !matches.stream().allMatch(PasAnswer.Answered.class::isInstance)) {
      // Only an answer that can be read proves that the payer has nothing.
      return new PayerReply.Unknown("The payer's answer could not be read.", answer.status());
    }
    return new PayerReply.Said(ours, answer.status());
  }

  @Override
  public String subscribe(Door door, String sender, URI endpoint, String secret)
      throws IOException {
    String wish = PasSubscriptions.create(new PasSubscription(sender, endpoint, secret, null));
    PasHttp.Result result = http.post(door, "/Subscription", wish.getBytes(StandardCharsets.UTF_8));
    if (result instanceof PasHttp.Answer answer && answer.status() < CLIENT_ERROR) {
      return answer.location() == null ? "unnamed" : answer.location();
    }
    throw new IOException(
        result instanceof PasHttp.Answer a
            ? "The payer answered " + a.status() + "."
            : "The payer was not reached.");
  }

  @Override
  public List<Decision> told(String message) {
    return PasSubscriptions.read(message) instanceof PasNotification.Events told
        ? told.events().stream()
            .map(PasNotification.Event::answer)
            .filter(PasAnswer.Answered.class::isInstance)
            .map(a -> PasDecisions.of((PasAnswer.Answered) a))
            .toList()
        : List.of();
  }

  private static PayerReply lost(PasHttp.Result result) {
    return result instanceof PasHttp.NotConnected not
        ? new PayerReply.NotSent("The payer could not be reached: " + not.why(), null)
        : new PayerReply.Unknown("The payer took the request and gave no answer.", null);
  }

  /** 4xx with an outcome is refused, 5xx may have arrived (PAS-26, PAS-27). */
  private static PayerReply judged(PasHttp.Answer answer, PasAnswer said) {
    int status = answer.status();
    if (status == TOO_MANY || status == BUSY) {
      return new PayerReply.NotSent("The payer asks to come back later.", status);
    }
    if (status >= SERVER_ERROR) {
      return new PayerReply.Unknown("The payer failed while it had the request.", status);
    }
    if (status >= CLIENT_ERROR) {
      return new PayerReply.Refused(refusal(said), status);
    }
    if (said instanceof PasAnswer.Answered answered) {
      return answered.errors().isEmpty()
          ? new PayerReply.Said(List.of(PasDecisions.of(answered)), status)
          : new PayerReply.Refused(errors(answered), status);
    }
    return said instanceof PasAnswer.Refused
        ? new PayerReply.Refused(refusal(said), status)
        : new PayerReply.Unknown("The payer's answer could not be read.", status);
  }

  private static String refusal(PasAnswer said) {
    return said instanceof PasAnswer.Refused refused && !refused.issues().isEmpty()
        ? refused.issues().stream()
            .map(PasAnswer.Issue::text)
            .limit(5)
            .collect(Collectors.joining(" "))
        : "it gives no reason.";
  }

  private static String errors(PasAnswer.Answered answered) {
    return answered.errors().stream()
        .map(e -> (e.code() + " " + e.text() + " " + e.followUp()).strip())
        .limit(5)
        .collect(Collectors.joining(". "));
  }
}
