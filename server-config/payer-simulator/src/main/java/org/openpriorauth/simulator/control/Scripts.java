package org.openpriorauth.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.simulator.wire.Json;

/** Orders that wait, oldest first. They live in memory only: a restart ends every misbehaviour. */
public final class Scripts {
  private final List<Script> waiting = new ArrayList<>();

  public synchronized void add(Script script) {
    waiting.add(script);
  }

  /** Takes the oldest order of that kind that fits this delivery, and counts it down. */
  public synchronized Optional<Script> take(
      Behaviour.Kind kind, String door, Collection<String> codes, Collection<String> claims) {
    for (int i = 0; i < waiting.size(); i++) {
      Script script = waiting.get(i);
      if (script.fits(kind, door, codes, claims)) {
        if (script.times() > 1) {
          waiting.set(i, script.once());
        } else {
          waiting.remove(i);
        }
        return Optional.of(script);
      }
    }
    return Optional.empty();
  }

  public synchronized void clear() {
    waiting.clear();
  }

  public synchronized ArrayNode json() {
    ArrayNode json = Json.array();
    waiting.forEach(script -> json.add(script.json()));
    return json;
  }
}
