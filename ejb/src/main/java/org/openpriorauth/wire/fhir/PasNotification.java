package org.openpriorauth.wire.fhir;

import java.time.Instant;
import java.util.List;

/**
 * What a payer posts to a subscription's endpoint, or answers to {@code $events} and {@code
 * $status}. Notifications come twice, late or not at all (backport 81, 82): {@code lastEvent} tells
 * what was missed. It is 0 when the payer does not say.
 */
public sealed interface PasNotification {

  /** The payer tries the endpoint; taking it with 200 makes the subscription active. */
  record Handshake(String subscription) implements PasNotification {}

  /** Nothing has happened; the subscription lives. */
  record Heartbeat(String subscription, long lastEvent) implements PasNotification {}

  /** The state of a subscription: requested, active, error or off. */
  record Status(String subscription, String status, long lastEvent) implements PasNotification {}

  /** Something has been decided. */
  record Events(String subscription, String status, long lastEvent, List<Event> events)
      implements PasNotification {}

  /** Not a notification. */
  record Unreadable(String why) implements PasNotification {}

  /**
   * One event.
   *
   * @param number counts up per subscription; 0 when the payer does not say
   * @param at or null
   */
  record Event(long number, Instant at, PasAnswer answer) {}
}
