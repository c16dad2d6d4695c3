package org.openpriorauth.wire.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;

/** Subscriptions to a payer's decisions, and what comes of them. */
public final class PasSubscriptions {
  private static final String FHIR_JSON = "application/fhir+json";

  /** In which a payer shows the subscription's secret. */
  public static final String SECRET_HEADER = "X-Subscription-Secret";

  private PasSubscriptions() {}

  /** A wish to be posted to {@code Subscription}, or put to it to renew one that has failed. */
  public static String create(PasSubscription from) {
    return FhirText.write(subscription(from, null), 2_048);
  }

  /**
   * The same for an existing subscription, to renew it after an error (backport 85).
   *
   * @param id as the payer has given it
   */
  public static String update(PasSubscription from, String id) {
    return FhirText.write(subscription(from, id), 2_048);
  }

  /** What a payer posts, or answers to {@code $events} and {@code $status}; never throws. */
  public static PasNotification read(String json) {
    if (json.length() > PasAnswers.LONGEST) {
      return new PasNotification.Unreadable(PasAnswers.TOO_LONG);
    }
    return FhirText.read(json)
        .map(PasSubscriptions::notification)
        .orElseGet(() -> new PasNotification.Unreadable(PasAnswers.NOT_FHIR));
  }

  private static PasNotification notification(Resource resource) {
    try {
      return NotificationReader.read(resource);
    } catch (RuntimeException e) {
      return new PasNotification.Unreadable(
          "The notification has a shape that is not read: " + e.getClass().getSimpleName() + ".");
    }
  }

  private static Subscription subscription(PasSubscription from, String id) {
    Subscription wish = new Subscription();
    wish.setId(id);
    wish.getMeta().addProfile(Pas.profile("subscription"));
    wish.setStatus(Subscription.SubscriptionStatus.REQUESTED);
    wish.setReason("Decisions on our pended prior authorization requests");
    wish.setCriteria(Pas.TOPIC);
    // The guide's topic says orgIdentifier; its text and the public test kit say this (spec-58).
    wish.getCriteriaElement()
        .addExtension(Elements.text(Pas.FILTER, "org-identifier=" + from.organization()));
    if (from.end() != null) {
      InstantType end = new InstantType(Date.from(from.end()));
      end.setTimeZoneZulu(true);
      wish.setEndElement(end);
    }
    Subscription.SubscriptionChannelComponent channel = wish.getChannel();
    channel.setType(Subscription.SubscriptionChannelType.RESTHOOK);
    channel.setEndpoint(from.endpoint().toString());
    channel.setPayload(FHIR_JSON);
    channel
        .getPayloadElement()
        .addExtension(new Extension(Pas.PAYLOAD_CONTENT, new CodeType("full-resource")));
    // Not Authorization: on our side that header belongs to the container's own token check.
    channel.addHeader(SECRET_HEADER + ": " + from.secret());
    return wish;
  }
}
