package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** What payers tell without being asked, and asking those who tell nothing. */
@ExtendWith(Stack.class)
class NotificationStory {
  private static ReadyCases cases;
  private static String channel;

  /** The first request of a channel subscribes; its decision was told, so it can be forged. */
  private static Sent approved;

  @BeforeAll
  static void subscribed() {
    Payer.forgetOrders();
    cases = new ReadyCases("TELL");
    channel = cases.channel();
    cases.send("97110", 6).await("APPROVED");
    approved = cases.send("72148", 1).await("APPROVED");
  }

  @BeforeEach
  void noOrders() {
    Payer.forgetOrders();
  }

  @Test
  void toldTwiceIsCountedOnce() {
    Payer.order("notify-twice");
    Sent sent = cases.send("72148", 1).await("APPROVED");
    Eventually.get(
        Duration.ofSeconds(20),
        () -> delivered(sent.onceAtThePayer().path("notifications")),
        times -> times == 2);
    quiet();
    assertThat(sent.determination().path("source").asText()).isEqualTo("notification");
    assertThat(sent.determination().path("history")).hasSize(1);
    assertThat(sent.moves()).containsExactly("SUBMITTING", "SUBMITTED", "PENDED", "APPROVED");
    assertThat(sent.audited("determination.record")).isEqualTo(2);
  }

  @Test
  @Thorough
  void toldOutOfOrderKeepsTheDecision() {
    Payer.order("notify-out-of-order");
    Sent sent = cases.send("72148", 1).await("APPROVED");
    Eventually.get(
        Duration.ofSeconds(20),
        () -> delivered(sent.onceAtThePayer().path("notifications")),
        times -> times == 2);
    quiet();
    assertThat(sent.state()).isEqualTo("APPROVED");
    assertThat(sent.view().path("state").asText()).isEqualTo("decided");
    assertThat(sent.determination().path("outcome").asText()).isEqualTo("APPROVED");
  }

  @Test
  void aPayerThatTellsNothingIsAskedByTheJob() {
    Payer.order("never-notify");
    Sent sent = cases.send("72148", 1).await("PENDED");
    Payer.decideNow();
    Poll.run();
    sent.await("APPROVED");
    assertThat(sent.attempts()).startsWith("submit pending 200").endsWith("inquire accepted 200");
    assertThat(sent.determination().path("source").asText()).isEqualTo("inquiry");
    assertThat(sent.view().path("state").asText()).isEqualTo("decided");
    assertThat(sent.moves()).containsExactly("SUBMITTING", "SUBMITTED", "PENDED", "APPROVED");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
    int asked = sent.attempts().size();
    Poll.run();
    quiet();
    assertThat(sent.attempts()).as("what is decided is not asked again").hasSize(asked);
  }

  @Test
  void whatIsStillPendedStaysPendedHoweverOftenItIsAsked() {
    Payer.order("never-notify");
    Payer.order("pend-then-approve", "\"delay_ms\": 600000");
    Sent sent = cases.send("72148", 1).await("PENDED");
    for (int i = 1; i <= 2; i++) {
      Poll.run();
      int calls = 1 + i;
      Eventually.get(Duration.ofSeconds(20), sent::attempts, made -> made.size() == calls);
    }
    assertThat(sent.state()).isEqualTo("PENDED");
    assertThat(sent.moves()).containsExactly("SUBMITTING", "SUBMITTED", "PENDED");
    assertThat(sent.determination().path("history")).isEmpty();
    Payer.decideNow();
    Poll.run();
    sent.await("APPROVED");
  }

  @Test
  void aDecisionToldBeforeTheAnswerStands() {
    Payer.order("pend-then-approve", "\"delay_ms\": 300");
    Payer.order("answer-late", "\"delay_ms\": 3500");
    Sent sent = cases.send("72148", 1).await("APPROVED");
    Eventually.get(Duration.ofSeconds(20), sent::attempts, calls -> ended(calls, 1));
    quiet();
    assertThat(sent.attempts()).containsExactly("submit pending 200");
    assertThat(sent.determination().path("outcome").asText()).isEqualTo("APPROVED");
    assertThat(sent.staff().get(sent.place() + "/timeline").body().toString())
        .contains("\"overtaken\"")
        .doesNotContain("\"conflict\"");
    assertThat(sent.state()).isEqualTo("APPROVED");
    assertThat(sent.view().path("state").asText()).isEqualTo("decided");
    sent.onceAtThePayer();
  }

  @Test
  @Thorough
  void aDecisionToldBeforeALostAnswerStands() {
    Payer.order("pend-then-approve", "\"delay_ms\": 300");
    Payer.order("answer-late", "\"delay_ms\": 9000");
    Sent sent = cases.send("72148", 1).await("APPROVED");
    Eventually.get(Duration.ofSeconds(20), sent::attempts, calls -> ended(calls, 1));
    quiet();
    assertThat(sent.state()).isEqualTo("APPROVED");
    assertThat(sent.view().path("state").asText()).isEqualTo("decided");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
  }

  @Test
  @Thorough
  void aDenialAfterAnApprovalIsKeptForAPerson() {
    Sent sent = cases.send("72148", 1).await("APPROVED");
    String denial = Payer.told(channel, sent.claim()).toString().replace("\"A1\"", "\"A3\"");
    assertThat(tell(channel, Payer.secret(channel), denial).status()).isEqualTo(200);
    JsonNode said =
        Eventually.get(
            Duration.ofSeconds(20),
            sent::determination,
            d -> d.path("outcome").asText().equals("DENIED"));
    assertThat(said.path("applied").asBoolean()).isFalse();
    assertThat(said.path("history").path(0).path("outcome").asText()).isEqualTo("APPROVED");
    assertThat(sent.state()).isEqualTo("APPROVED");
    assertThat(sent.view().path("state").asText()).isEqualTo("decided");
    assertThat(sent.staff().get(sent.place() + "/timeline").body().path("items").toString())
        .contains("\"conflict\"");
  }

  @Test
  void aDecisionOnAClaimOfNobodyChangesNothing() {
    String stray =
        Payer.told(channel, approved.claim())
            .toString()
            .replace(approved.claim(), UUID.randomUUID().toString());
    assertThat(tell(channel, Payer.secret(channel), stray).status()).isEqualTo(200);
    assertThat(lastOutcome(channel)).isEqualTo("0 of 1");
  }

  @Test
  void whatCannotBeReadIsKeptAndEnds() {
    for (String garbage : List.of("{\"resourceType\": \"Patient\"}", "{\"a\": [1, 2", "[]", "{}")) {
      assertThat(tell(channel, Payer.secret(channel), garbage).status()).isEqualTo(200);
      assertThat(lastOutcome(channel)).isEqualTo("nothing_decided");
    }
  }

  @Test
  @Tag("security")
  void aPayerDecidesOnlyWhatWasSentToIt() {
    ReadyCases other = new ReadyCases("ELSE");
    other.send("97110", 6).await("APPROVED");
    Payer.order("never-notify");
    Payer.order("pend-then-approve", "\"delay_ms\": 600000");
    Sent sent = cases.send("72148", 1).await("PENDED");
    String forged =
        Payer.told(channel, approved.claim()).toString().replace(approved.claim(), sent.claim());
    assertThat(tell(other.channel(), Payer.secret(other.channel()), forged).status())
        .isEqualTo(200);
    assertThat(lastOutcome(other.channel())).isEqualTo("0 of 1");
    assertThat(sent.state()).isEqualTo("PENDED");
    Payer.decideNow();
  }

  @Test
  @Tag("security")
  void withoutTheChannelsSecretNothingIsTaken() {
    String message = Payer.told(channel, approved.claim()).toString();
    long before = Rows.count("select count(*) from payer_message");
    for (Answer refused :
        List.of(
            tell(channel, "wrong", message),
            tell(channel, "", message),
            Api.anonymous().post("/fhir/notifications/" + channel, message),
            Api.as("ada").post("/fhir/notifications/" + channel, message),
            tell(UUID.randomUUID().toString(), Payer.secret(channel), message),
            tell(ofAnotherClinic(), Payer.secret(channel), message))) {
      refused.refused("1101");
    }
    assertThat(Rows.count("select count(*) from payer_message")).isEqualTo(before);
  }

  /** Riverbend's channel, set up and never subscribed. */
  private static String ofAnotherClinic() {
    Api rita = Api.as("rita");
    Answer opened =
        rita.put(
            "/api/v1/payers/" + Cases.payer(rita) + "/channels/fhir",
            Api.JSON.createObjectNode().put("base_url", Payer.fhir()).toString());
    assertThat(opened.status()).isEqualTo(200);
    return opened.text("id");
  }

  private static Answer tell(String to, String secret, String message) {
    return Api.anonymous()
        .post("/fhir/notifications/" + to, message, "X-Subscription-Secret", secret);
  }

  /** How the newest message of the channel was understood, when it has been. */
  private static String lastOutcome(String of) {
    return Eventually.get(
        Duration.ofSeconds(20),
        () ->
            Rows.texts(
                    "select coalesce(outcome, 'waits') from payer_message"
                        + " where payer_channel_id = cast(? as uuid) order by id desc limit 1",
                    of)
                .get(0),
        outcome -> !outcome.equals("waits"));
  }

  /** How often the payer told this channel; it tells the clinic's other channels too. */
  private static long delivered(JsonNode notifications) {
    String subscription = Payer.subscription(channel).path("id").asText();
    long times = 0;
    for (JsonNode one : notifications) {
      boolean here = one.path("subscription").asText().equals(subscription);
      times += here && one.path("outcome").asText().equals("delivered") ? 1 : 0;
    }
    return times;
  }

  private static boolean ended(List<String> calls, int many) {
    return calls.size() >= many && calls.stream().noneMatch(c -> c.split(" ").length < 2);
  }

  /** All that was told is understood, and no wake-up of this clinic's answers waits. */
  private static void quiet() {
    Eventually.get(
        Duration.ofSeconds(40),
        () ->
            Rows.count(
                "select count(*) from work_item where state in ('waiting', 'claimed')"
                    + " and kind in ('answer', 'submission', 'inquiry')"),
        waiting -> waiting == 0);
  }
}
