package org.openpriorauth.chart.rest;

import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.chart.UploadView;

/**
 * Where an upload stands.
 *
 * @param documentId what became of it, or null until all bytes are here
 */
public record UploadJson(
    UUID id,
    UUID priorAuthorizationId,
    long length,
    long offset,
    Instant expiresAt,
    UUID documentId) {
  static UploadJson of(UploadView u) {
    return new UploadJson(u.id(), u.request(), u.length(), u.offset(), u.expiresAt(), u.document());
  }
}
