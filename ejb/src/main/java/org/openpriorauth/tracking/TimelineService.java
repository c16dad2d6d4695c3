package org.openpriorauth.tracking;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.tracking.model.TimelineRepository;
import org.openpriorauth.wire.json.Json;

/** What happened to a request, in order. */
@Stateless
public class TimelineService {
  @Inject TimelineRepository timeline;
  @Inject Event<Audited> audited;

  /**
   * @param detail ids, codes and states; no patient data
   */
  public record Line(
      UUID id, UUID request, String kind, Instant at, UUID actor, Map<String, Object> detail) {}

  @Requires("pa:read")
  public List<Line> of(Caller caller, UUID request) {
    audited.fire(Audited.of(caller, "pa.timeline.read", "prior_authorization", request));
    return timeline.ofRequest(caller.clinic(), request).stream()
        .map(TimelineService::line)
        .toList();
  }

  /** One line, for those who announce it. */
  @Requires("work:do")
  public Optional<Line> find(Caller caller, UUID id) {
    return timeline.find(caller.clinic(), id).map(TimelineService::line);
  }

  @SuppressWarnings("unchecked")
  private static Line line(TimelineRepository.Row row) {
    Map<String, Object> detail =
        Json.read(row.detail().getBytes(StandardCharsets.UTF_8), Map.class);
    return new Line(row.id(), row.request(), row.kind(), row.at(), row.actor(), detail);
  }
}
