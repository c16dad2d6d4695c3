package org.openpriorauth.operations.model;

import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/**
 * Work that outlasts a request, as the one who claimed it sees it.
 *
 * @param lease proves the claim; a result recorded under a lease that has been taken over is
 *     refused
 * @param attempt 1 for the first
 */
public record WorkItem(
    UUID id, ClinicId clinic, String kind, UUID subject, UUID lease, int attempt) {
  /** Enough to wake somebody up: what a queue message holds, and nothing about a patient. */
  public record Ref(ClinicId clinic, UUID id, String kind) {}
}
