package org.openpriorauth.wire.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PasSubscriptionsTest {
  @Test
  void theWishHasTopicFilterAndChannel() throws JsonProcessingException {
    PasSubscription from = SampleRequests.subscription("https://clinic.example/hook?a=1");
    JsonNode wish = new ObjectMapper().readTree(PasSubscriptions.create(from));
    assertThat(wish.path("status").asText()).isEqualTo("requested");
    assertThat(wish.path("criteria").asText()).endsWith("SubscriptionTopic/PASSubscriptionTopic");
    assertThat(wish.at("/_criteria/extension/0/valueString").asText())
        .isEqualTo("org-identifier=" + SampleRequests.SENDER);
    assertThat(wish.at("/channel/type").asText()).isEqualTo("rest-hook");
    assertThat(wish.at("/channel/endpoint").asText()).isEqualTo("https://clinic.example/hook?a=1");
    assertThat(wish.at("/channel/header/0").asText()).isEqualTo("X-Subscription-Secret: secret-1");
    assertThat(wish.at("/channel/payload").asText()).isEqualTo("application/fhir+json");
    assertThat(wish.at("/channel/_payload/extension/0/valueCode").asText())
        .isEqualTo("full-resource");
    assertThat(wish.path("end").asText()).isEqualTo("2027-11-22T00:00:00.000Z");
    assertThat(wish.has("id")).isFalse();
    assertThat(
            new ObjectMapper().readTree(PasSubscriptions.update(from, "s-1")).path("id").asText())
        .isEqualTo("s-1");
    assertThat(from.toString()).doesNotContain("secret-1");
    assertThatThrownBy(() -> new PasSubscription("a b", URI.create("http://x"), "s", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachKindOfNotificationIsTold() {
    assertThat(PasSubscriptions.read(notification("handshake", "", "")))
        .isEqualTo(new PasNotification.Handshake("s-1"));
    assertThat(PasSubscriptions.read(notification("heartbeat", "", "")))
        .isEqualTo(new PasNotification.Heartbeat("s-1", 5));
    assertThat(PasSubscriptions.read(notification("query-status", "", "")))
        .isEqualTo(new PasNotification.Status("s-1", "active", 5));
    assertThat(PasSubscriptions.read(notification("gossip", "", "")))
        .isInstanceOf(PasNotification.Unreadable.class);
    assertThat(PasSubscriptions.read(SampleAnswers.approved()))
        .isInstanceOf(PasNotification.Unreadable.class);
  }

  @Test
  void anEventCarriesTheAnswer() {
    String focus = "urn:uuid:0b8f0a51-6d2e-4f0e-8a3b-3a1c7d1f2e01";
    PasNotification.Events events =
        (PasNotification.Events)
            PasSubscriptions.read(notification("event-notification", event(focus), entry(focus)));
    assertThat(events.subscription()).isEqualTo("s-1");
    assertThat(events.lastEvent()).isEqualTo(5);
    assertThat(events.events()).hasSize(1);
    PasNotification.Event event = events.events().get(0);
    assertThat(event.number()).isEqualTo(5);
    assertThat(event.at()).isEqualTo(Instant.parse("2026-11-22T10:00:00.500Z"));
    assertThat(((PasAnswer.Answered) event.answer()).preAuthRef()).isEqualTo("AUTH-1");
  }

  @Test
  void severalEventsFindTheirOwnAnswers() {
    String first = "urn:uuid:0b8f0a51-6d2e-4f0e-8a3b-3a1c7d1f2e01";
    String second = "https://payer.example/fhir/Bundle/b-2";
    PasNotification.Events events =
        (PasNotification.Events)
            PasSubscriptions.read(
                notification(
                    "query-event",
                    event("Bundle/b-2") + event(first) + event("Bundle/lost"),
                    entry(first) + entry(second)));
    assertThat(events.events()).hasSize(3);
    assertThat(events.events().get(0).answer()).isInstanceOf(PasAnswer.Answered.class);
    assertThat(events.events().get(1).answer()).isInstanceOf(PasAnswer.Answered.class);
    assertThat(events.events().get(2).answer()).isInstanceOf(PasAnswer.Unreadable.class);
  }

  private static String event(String focus) {
    return """
        ,{"name":"notification-event","part":[{"name":"event-number","valueString":"5"},
          {"name":"timestamp","valueInstant":"2026-11-22T10:00:00.500Z"},
          {"name":"focus","valueReference":{"reference":"%s"}}]}"""
        .formatted(focus);
  }

  private static String entry(String url) {
    return ",{\"fullUrl\":\"" + url + "\",\"resource\":" + SampleAnswers.approved() + "}";
  }

  private static String notification(String type, String events, String entries) {
    return """
        {"resourceType":"Bundle","type":"history","entry":[
         {"fullUrl":"urn:uuid:5a9b3f0e-1111-4c1d-9e2f-0123456789ab","resource":
          {"resourceType":"Parameters","parameter":[
           {"name":"subscription","valueReference":
            {"reference":"https://payer.example/fhir/Subscription/s-1"}},
           {"name":"status","valueCode":"active"},{"name":"type","valueCode":"%s"},
           {"name":"events-since-subscription-start","valueString":"5"}%s]}}%s]}"""
        .formatted(type, events, entries);
  }
}
