package org.openpriorauth.audit;

import java.util.List;
import org.openpriorauth.audit.model.SealRepository.Event;
import org.openpriorauth.wire.json.Json;

/**
 * An event as the one line that its seal fixes and that an export shows. Never change how it is
 * written: every seal that there is would break.
 */
final class EventLine {
  private static final List<String> FIELDS =
      List.of(
          "id",
          "at",
          "clinic",
          "actor",
          "action",
          "subject",
          "subject_id",
          "outcome",
          "door",
          "request_id",
          "address",
          "agent",
          "detail");

  private EventLine() {}

  static String of(Event event) {
    StringBuilder line = new StringBuilder("{\"position\":").append(event.position());
    for (int i = 0; i < FIELDS.size(); i++) {
      String value = event.values().get(i);
      line.append(",\"").append(FIELDS.get(i)).append("\":");
      // The detail is JSON already, as the database prints it.
      boolean asItIs = value == null || i == FIELDS.size() - 1;
      line.append(asItIs ? value : Json.text(value));
    }
    return line.append('}').toString();
  }
}
