package org.openpriorauth.simulator.control;

import java.util.Locale;
import java.util.Optional;

/** How this payer misbehaves, or decides otherwise than its rules say, when it is told to. */
public enum Behaviour {
  APPROVE(Kind.VERDICT),
  DENY(Kind.VERDICT),
  MODIFY(Kind.VERDICT),
  PEND_THEN_APPROVE(Kind.VERDICT),
  PEND_THEN_DENY(Kind.VERDICT),
  REQUEST_INFORMATION(Kind.VERDICT),
  HTTP_ERROR(Kind.TRANSPORT),
  HTTP_ERROR_BARE(Kind.TRANSPORT),
  ANSWER_LATE(Kind.TRANSPORT),
  ACCEPT_AND_DROP(Kind.TRANSPORT),
  DROP_BEFORE_ACCEPT(Kind.TRANSPORT),
  MALFORMED_ANSWER(Kind.TRANSPORT),
  OVERSIZED_ANSWER(Kind.TRANSPORT),
  SLOW_DRIP(Kind.TRANSPORT),
  /** An inquiry is answered as if nothing had come in yet. */
  FIND_NOTHING(Kind.TRANSPORT),
  NOTIFY_TWICE(Kind.NOTIFICATION),
  NEVER_NOTIFY(Kind.NOTIFICATION),
  NOTIFY_OUT_OF_ORDER(Kind.NOTIFICATION);

  /** What a behaviour acts on; a delivery takes at most one of each kind. */
  public enum Kind {
    /** The decision; acts on new requests only. */
    VERDICT,
    /** The way the answer travels; acts on repeated deliveries too. */
    TRANSPORT,
    /**
     * The notification of a later decision; acts on new requests only, and not on those decided at
     * once.
     */
    NOTIFICATION
  }

  private final Kind kind;

  Behaviour(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The name on the wire, e.g. {@code pend-then-deny}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Behaviour> of(String word) {
    for (Behaviour behaviour : values()) {
      if (behaviour.word().equals(word)) {
        return Optional.of(behaviour);
      }
    }
    return Optional.empty();
  }
}
