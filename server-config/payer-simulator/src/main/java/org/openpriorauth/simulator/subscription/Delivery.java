package org.openpriorauth.simulator.subscription;

/** One notification on its way; the handshake when there is no event. */
record Delivery(Subscription subscription, Event event) {
  boolean handshake() {
    return event == null;
  }
}
