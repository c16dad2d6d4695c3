package org.openpriorauth.priorauth.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The life of a prior authorization. The table below is the only place that says what may follow
 * what; {@code ear/docs/states.md} shows it as a picture and a test holds the two together.
 */
public enum PriorAuthState {
  /** Being made. */
  DRAFT,
  /** Documents are being read. */
  INTAKE,
  /** A person has something to settle. */
  REVIEW,
  /** Complete, and signed off where the clinic asks for it. */
  READY,
  /** A submission is on its way, or its fate is unknown and being looked up. */
  SUBMITTING,
  /** Surely not sent; a person must act. */
  SUBMISSION_FAILED,
  /** The payer has it, with proof. */
  SUBMITTED,
  /** The payer works on it. */
  PENDED,
  /** The payer waits for us. */
  INFO_REQUESTED,
  APPROVED,
  PARTIALLY_APPROVED,
  DENIED,
  /** The payer needs no authorization for this. */
  NOT_REQUIRED,
  /** An appeal is open. */
  APPEALED,
  CANCELLED,
  /** Past the authorised period or units. */
  EXPIRED;

  private static final Set<PriorAuthState> DETERMINATIONS =
      EnumSet.of(APPROVED, PARTIALLY_APPROVED, DENIED, NOT_REQUIRED);
  private static final Map<PriorAuthState, Set<PriorAuthState>> NEXT = table();

  private static Map<PriorAuthState, Set<PriorAuthState>> table() {
    Map<PriorAuthState, Set<PriorAuthState>> next = new EnumMap<>(PriorAuthState.class);
    next.put(DRAFT, EnumSet.of(INTAKE, REVIEW, CANCELLED));
    next.put(INTAKE, EnumSet.of(REVIEW));
    next.put(REVIEW, EnumSet.of(INTAKE, READY, NOT_REQUIRED, CANCELLED));
    next.put(READY, EnumSet.of(SUBMITTING, REVIEW, CANCELLED));
    next.put(SUBMITTING, orDetermined(SUBMITTED, SUBMISSION_FAILED));
    next.put(SUBMISSION_FAILED, EnumSet.of(READY, CANCELLED));
    next.put(SUBMITTED, orDetermined(PENDED, INFO_REQUESTED, CANCELLED));
    next.put(PENDED, orDetermined(INFO_REQUESTED, CANCELLED));
    next.put(INFO_REQUESTED, orDetermined(PENDED, SUBMITTED, CANCELLED));
    next.put(APPROVED, EnumSet.of(EXPIRED, CANCELLED, SUBMITTING));
    next.put(PARTIALLY_APPROVED, EnumSet.of(APPEALED, APPROVED, EXPIRED, CANCELLED, SUBMITTING));
    next.put(DENIED, EnumSet.of(APPEALED, APPROVED, PARTIALLY_APPROVED));
    next.put(APPEALED, EnumSet.of(APPROVED, PARTIALLY_APPROVED, DENIED));
    return next;
  }

  private static Set<PriorAuthState> orDetermined(PriorAuthState... others) {
    Set<PriorAuthState> states = EnumSet.copyOf(DETERMINATIONS);
    states.addAll(Set.of(others));
    return states;
  }

  public boolean canBecome(PriorAuthState next) {
    return next().contains(next);
  }

  public Set<PriorAuthState> next() {
    return NEXT.getOrDefault(this, Set.of());
  }

  /** Whether it is still ours to change. */
  public boolean open() {
    return this == DRAFT || this == INTAKE || this == REVIEW || this == READY;
  }

  /** Whether the payer has said its word. */
  public boolean determined() {
    return DETERMINATIONS.contains(this);
  }
}
