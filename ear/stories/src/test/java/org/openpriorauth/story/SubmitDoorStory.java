package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** Who may send what, and that pressing the button twice sends once. */
@ExtendWith(Stack.class)
class SubmitDoorStory {
  private static ReadyCases cases;

  @BeforeAll
  static void payer() {
    cases = new ReadyCases("BTTN");
    Payer.forgetOrders();
  }

  @Test
  void twoWhoSendAtTheSameMomentSendOnce() {
    String request = cases.ready("97110", 6);
    List<Answer> answers = sendTogether(4, request);
    assertThat(answers.stream().filter(a -> a.status() == 202)).hasSize(1);
    answers.stream().filter(a -> a.status() != 202).forEach(a -> a.refused("1302"));
    Sent sent = new Sent(cases.staff(), request, accepted(answers)).await("APPROVED");
    assertThat(cases.staff().get(sent.place() + "/submissions").body().path("items")).hasSize(1);
    assertThat(sent.attempts()).containsExactly("submit accepted 200");
    sent.onceAtThePayer();
  }

  @Test
  void theSameKeyAnswersTheSameSubmissionAndNoOtherRequest() {
    String request = cases.ready("97110", 6);
    String key = UUID.randomUUID().toString();
    List<Answer> answers = sendTogether(4, request, "Idempotency-Key", key);
    assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(202));
    assertThat(answers.stream().map(a -> a.text("id")).distinct()).hasSize(1);
    Sent sent = new Sent(cases.staff(), request, accepted(answers)).await("APPROVED");
    assertThat(send(cases.staff(), request, "Idempotency-Key", key).text("id"))
        .isEqualTo(sent.submission());
    sent.onceAtThePayer();

    String other = cases.ready("97110", 6);
    send(cases.staff(), other, "Idempotency-Key", key).refused("1006");
    assertThat(cases.staff().get("/api/v1/prior-authorizations/" + other).text("state"))
        .isEqualTo("READY");
  }

  @Test
  void whatIsNotReadyIsNotSent() {
    String draft = cases.draft(ReadyCases.Wanted.of("97110", 6));
    send(cases.staff(), draft).refused("1302");
    assertThat(submissionsOf(draft)).isZero();
  }

  @Test
  void anOldPacketIsNotSent() {
    String request = cases.ready("97110", 6);
    // As if the rules had said something new after the packet was made.
    Rows.change(
        "update packet set assessed_at = assessed_at - interval '1 second'"
            + " where prior_authorization_id = ?",
        UUID.fromString(request));
    send(cases.staff(), request).refused("1701");
    assertThat(submissionsOf(request)).isZero();
  }

  @Test
  void aPayerWithoutAnElectronicDoorIsNamed() {
    ReadyCases paper = new ReadyCases("PAPR", null);
    String request = paper.ready("97110", 6);
    send(paper.staff(), request).refused("1702");
    assertThat(submissionsOf(request)).isZero();
  }

  @Test
  @Tag("security")
  void whoMayOnlyReadSendsNothingAndIsWrittenDown() {
    String request = cases.ready("97110", 6);
    long before = refusals();
    send(Api.as("rhea"), request).refused("1105");
    assertThat(refusals()).isEqualTo(before + 1);
    assertThat(submissionsOf(request)).isZero();
    send(Api.as("rita"), request).refused("1301");
    assertThat(submissionsOf(request)).isZero();
  }

  private static long refusals() {
    return Rows.count(
        "select count(*) from audit_event where outcome = 'refused' and action = 'pa:submit'");
  }

  private static long submissionsOf(String request) {
    return Rows.count(
        "select count(*) from submission where prior_authorization_id = ?",
        UUID.fromString(request));
  }

  private static List<Answer> sendTogether(int people, String request, String... headers) {
    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, people)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> send(cases.staff(), request, headers)))
            .toList();
    return sent.stream().map(CompletableFuture::join).toList();
  }

  private static Answer send(Api who, String request, String... headers) {
    return who.post("/api/v1/prior-authorizations/" + request + "/submissions", "", headers);
  }

  private static String accepted(List<Answer> answers) {
    return answers.stream().filter(a -> a.status() == 202).findFirst().orElseThrow().text("id");
  }
}
