package org.openpriorauth.wire.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/**
 * The R4 form of the subscriptions backport: a history Bundle that starts with the status
 * Parameters; each event's focus is a PAS response Bundle beside it (spec-60, spec-61).
 */
final class NotificationReader {
  private final Parameters status;
  private final Map<String, Resource> byUrl = new HashMap<>();
  private final List<Resource> others = new ArrayList<>();

  private NotificationReader(Bundle bundle, Parameters status) {
    this.status = status;
    for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
      Resource resource = entry.getResource();
      if (resource != null && resource != status) {
        others.add(resource);
        byUrl.putIfAbsent(Texts.of(entry.getFullUrl()), resource);
        byUrl.putIfAbsent(resource.fhirType() + "/" + resource.getIdPart(), resource);
      }
    }
  }

  static PasNotification read(Resource resource) {
    if (!(resource instanceof Bundle bundle)) {
      return new PasNotification.Unreadable("A notification is a Bundle.");
    }
    Optional<Parameters> status =
        bundle.getEntry().stream()
            .map(Bundle.BundleEntryComponent::getResource)
            .filter(Parameters.class::isInstance)
            .map(Parameters.class::cast)
            .findFirst();
    return status
        .map(parameters -> new NotificationReader(bundle, parameters).notification())
        .orElseGet(() -> new PasNotification.Unreadable("A notification has a status."));
  }

  private PasNotification notification() {
    String subscription = subscription();
    String state = Texts.of(value(status.getParameter(), "status"));
    long last = Texts.count(value(status.getParameter(), "events-since-subscription-start"));
    return switch (Texts.of(value(status.getParameter(), "type"))) {
      case "handshake" -> new PasNotification.Handshake(subscription);
      case "heartbeat" -> new PasNotification.Heartbeat(subscription, last);
      case "query-status" -> new PasNotification.Status(subscription, state, last);
      case "event-notification", "query-event" ->
          new PasNotification.Events(subscription, state, last, events());
      default -> new PasNotification.Unreadable("The notification is of an unknown type.");
    };
  }

  /** The last part of the subscription's address. */
  private String subscription() {
    Type value = value(status.getParameter(), "subscription");
    String address = value instanceof Reference r ? Texts.of(r.getReference()) : "";
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private List<PasNotification.Event> events() {
    List<ParametersParameterComponent> events =
        Texts.each(status.getParameter())
            .filter(p -> "notification-event".equals(p.getName()))
            .toList();
    return events.stream().map(event -> event(event, events.size() == 1)).toList();
  }

  private PasNotification.Event event(ParametersParameterComponent from, boolean only) {
    Type timestamp = value(from.getPart(), "timestamp");
    Instant at =
        timestamp instanceof BaseDateTimeType time && time.getValue() != null
            ? time.getValue().toInstant()
            : null;
    Type focus = value(from.getPart(), "focus");
    String address = focus instanceof Reference r ? Texts.of(r.getReference()) : "";
    return new PasNotification.Event(
        Texts.count(value(from.getPart(), "event-number")),
        at,
        find(address, only)
            .map(PasAnswers::one)
            .orElseGet(() -> new PasAnswer.Unreadable("The event's focus is not in the Bundle.")));
  }

  /** By its address, by its type and id, or because there is nothing else. */
  private Optional<Resource> find(String address, boolean only) {
    Resource exact = byUrl.get(address);
    if (exact == null) {
      String[] parts = address.split("/");
      int n = parts.length;
      exact = n < 2 ? null : byUrl.get(parts[n - 2] + "/" + parts[n - 1]);
    }
    if (exact == null && only && others.size() == 1) {
      exact = others.get(0);
    }
    return Optional.ofNullable(exact);
  }

  private static Type value(List<ParametersParameterComponent> parameters, String name) {
    return Texts.each(parameters)
        .filter(p -> name.equals(p.getName()))
        .map(ParametersParameterComponent::getValue)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
