package org.openpriorauth.chart;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.ProblemView;

/**
 * A document as people see it.
 *
 * @param state queued, read, quarantined or failed
 * @param problem why it could not be read and what to do, or null
 * @param pages null until it was read
 */
public record DocumentView(
    UUID id,
    UUID priorAuthorizationId,
    String fileName,
    String mediaType,
    long byteSize,
    String state,
    ProblemView problem,
    List<String> flags,
    Integer pages,
    Instant createdAt) {}
