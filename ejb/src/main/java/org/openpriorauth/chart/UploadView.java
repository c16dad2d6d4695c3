package org.openpriorauth.chart;

import java.time.Instant;
import java.util.UUID;

/**
 * A document on its way in, as its sender sees it.
 *
 * @param metadata what the sender said of the file, or null
 * @param length bytes that it will have
 * @param offset bytes that are here, for good
 * @param document what became of it, or null until all bytes are here
 */
public record UploadView(
    UUID id,
    UUID request,
    UploadMetadata metadata,
    long length,
    long offset,
    Instant expiresAt,
    UUID document) {
  /** Null if the sender gave none. */
  String fileName() {
    return metadata == null ? null : metadata.fileName();
  }
}
