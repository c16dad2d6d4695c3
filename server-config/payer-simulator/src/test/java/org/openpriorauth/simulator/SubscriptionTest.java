package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Subscribers are shaken hands with, told of decisions, and can recover what they have missed. */
class SubscriptionTest {
  @TempDir Path ledger;
  private RunningPayer payer;
  private Subscriber subscriber;

  @BeforeEach
  void start() {
    payer = RunningPayer.at(ledger, "--decide-after-seconds", "3600");
    subscriber = new Subscriber();
  }

  @AfterEach
  void stop() {
    payer.close();
    subscriber.close();
  }

  private String subscribe() {
    return subscribe(SampleRequest.ORGANIZATION_NPI);
  }

  private String subscribe(String organization) {
    HttpResponse<String> made =
        payer.post("/fhir/Subscription", subscriber.wish(organization).toString());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = SampleRequest.json(made.body()).path("id").asText();
    assertThat(made.headers().firstValue("Location").orElse("")).endsWith("/Subscription/" + id);
    RunningPayer.until(() -> !status(id).equals("requested"));
    return id;
  }

  private String status(String id) {
    return payer.getJson("/fhir/Subscription/" + id).path("status").asText();
  }

  private void pendAndDecide() {
    payer.answer(SampleRequest.of("72148", 1));
    payer.decideNow();
  }

  private void delivered(int n, int times) {
    RunningPayer.until(() -> payer.entry(n).path("notifications").size() == times);
  }

  @Test
  void aHandshakeMakesASubscriptionActive() {
    String id = subscribe();
    assertThat(status(id)).isEqualTo("active");
    assertThat(subscriber.told("handshake")).hasSize(1);
    assertThat(subscriber.credentials()).containsOnly("Bearer hook-secret");
  }

  @Test
  void aDecisionIsToldWithTheWholeAnswer() {
    subscribe();
    pendAndDecide();
    delivered(1, 1);
    JsonNode bundle = subscriber.told("event-notification").get(0);
    assertThat(bundle.path("type").asText()).isEqualTo("history");
    assertThat(Subscriber.parameter(bundle, "topic")).endsWith("PASSubscriptionTopic");
    assertThat(Subscriber.number(bundle)).isEqualTo(1);
    assertThat(Subscriber.part(bundle, "focus").at("/valueReference/reference"))
        .isEqualTo(bundle.at("/entry/1/fullUrl"));
    JsonNode nested = bundle.at("/entry/1/resource");
    assertThat(nested.path("resourceType").asText()).isEqualTo("Bundle");
    assertThat(SubmitTest.action(nested.at("/entry/0/resource/item/0"))).isEqualTo("A1");
    assertThat(bundle.path("entry")).allMatch(e -> e.has("request") && e.has("response"));
    SubmitTest.assertClosed(nested);
    assertThat(payer.entry(1).at("/notifications/0/outcome").asText()).isEqualTo("delivered");
  }

  @Test
  void othersAreNotTold() {
    subscribe("1234567893");
    pendAndDecide();
    subscribe();
    payer.answer(SampleRequest.of("J1745", 1));
    payer.decideNow();
    delivered(2, 1);
    assertThat(payer.entry(1).path("notifications")).isEmpty();
    assertThat(subscriber.told("event-notification")).hasSize(1);
  }

  @Test
  void theSendingSystemCanBeTheFilter() {
    subscribe("CLINIC-9");
    payer.answer(SampleRequest.of("72148", 1).sender("CLINIC-9"));
    payer.decideNow();
    delivered(1, 1);
    assertThat(subscriber.numbers()).containsExactly(1);
  }

  @Test
  void anAnswerAtOnceIsNotToldAgain() {
    String id = subscribe();
    payer.answer(SampleRequest.of("97110", 4));
    assertThat(payer.decideNow()).isZero();
    assertThat(payer.getJson("/fhir/Subscription/" + id + "/$events").path("entry")).hasSize(1);
  }

  @Test
  void aNotificationComesTwiceWhenOrdered() {
    subscribe();
    payer.order("notify-twice");
    pendAndDecide();
    delivered(1, 2);
    assertThat(subscriber.numbers()).containsExactly(1, 1);
  }

  @Test
  void aNotificationNeverComesWhenOrderedButCanBeRecovered() {
    String id = subscribe();
    payer.order("never-notify");
    pendAndDecide();
    pendAndDecide();
    delivered(2, 1);
    assertThat(subscriber.numbers()).containsExactly(2);
    JsonNode missed =
        payer.getJson(
            "/fhir/Subscription/" + id + "/$events?eventsSinceNumber=1&eventsUntilNumber=1");
    assertThat(Subscriber.parameter(missed, "type")).isEqualTo("query-event");
    assertThat(Subscriber.number(missed)).isEqualTo(1);
    assertThat(missed.path("entry")).hasSize(2);
  }

  @Test
  void notificationsComeOutOfOrderWhenOrdered() {
    subscribe();
    payer.order("notify-out-of-order");
    pendAndDecide();
    delivered(1, 2);
    assertThat(subscriber.numbers()).containsExactly(2, 1);
    assertThat(subscriber.told("event-notification"))
        .extracting(b -> SubmitTest.action(b.at("/entry/1/resource/entry/0/resource/item/0")))
        .containsExactly("A1", "A4");
  }

  @Test
  void aDeadEndpointEndsInErrorAndIsRevivedByAPut() {
    String id = subscribe();
    subscriber.answering(500);
    pendAndDecide();
    RunningPayer.until(() -> status(id).equals("error"));
    assertThat(payer.entry(1).at("/notifications/0/outcome").asText()).isEqualTo("failed");
    assertThat(payer.entry(1).at("/notifications/0/attempts").asInt()).isEqualTo(3);
    subscriber.answering(204);
    ObjectNode wish = subscriber.wish(SampleRequest.ORGANIZATION_NPI);
    assertThat(payer.put("/fhir/Subscription/" + id, wish.toString()).statusCode()).isEqualTo(200);
    RunningPayer.until(() -> status(id).equals("active"));
    pendAndDecide();
    delivered(2, 1);
    assertThat(payer.getJson("/fhir/Subscription/" + id + "/$events").path("entry")).hasSize(3);
  }

  @Test
  void aRefusedHandshakeEndsInError() {
    subscriber.answering(404);
    assertThat(status(subscribe())).isEqualTo("error");
  }

  @Test
  void statusIsToldWhenAskedFor() {
    String id = subscribe();
    pendAndDecide();
    String asked = "{\"resourceType\":\"Parameters\"}";
    JsonNode status =
        SampleRequest.json(payer.post("/fhir/Subscription/" + id + "/$status", asked).body());
    assertThat(status.path("type").asText()).isEqualTo("searchset");
    assertThat(Subscriber.parameter(status, "status")).isEqualTo("active");
    assertThat(status.toString()).contains("events-since-subscription-start");
  }

  @Test
  void aDeletedSubscriptionIsGone() {
    String id = subscribe();
    assertThat(payer.delete("/fhir/Subscription/" + id).statusCode()).isEqualTo(204);
    assertThat(payer.get("/fhir/Subscription/" + id).statusCode()).isEqualTo(404);
    pendAndDecide();
    assertThat(subscriber.told("event-notification")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void aBrokenSubscriptionIsRefused(String what, Consumer<ObjectNode> spoil) {
    ObjectNode wish = subscriber.wish("1");
    spoil.accept(wish);
    assertThat(payer.post("/fhir/Subscription", wish.toString()).statusCode()).isEqualTo(400);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken("status", w -> w.put("status", "active")),
        broken("criteria", w -> w.put("criteria", "Claim?")),
        broken("filter", w -> w.remove("_criteria")),
        broken("type", w -> ((ObjectNode) w.path("channel")).put("type", "email")),
        broken("endpoint", w -> ((ObjectNode) w.path("channel")).put("endpoint", "file:///etc")),
        broken("payload", w -> ((ObjectNode) w.path("channel")).remove("payload")),
        broken("content", w -> ((ObjectNode) w.path("channel")).remove("_payload")),
        broken(
            "header",
            w -> ((ObjectNode) w.path("channel")).putArray("header").add("no colon here")));
  }

  private static Arguments broken(String what, Consumer<ObjectNode> spoil) {
    return Arguments.of(what, spoil);
  }
}
