package org.openpriorauth.simulator.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.openpriorauth.simulator.wire.Json;

/** Reasons in words, numbered so that items and errors can point to them. */
final class ProcessNotes {
  private final ArrayNode notes = Json.array();

  /** Adds a note and gives its number. */
  int add(String text) {
    int number = notes.size() + 1;
    notes.addObject().put("number", number).put("type", "display").put("text", text);
    return number;
  }

  ArrayNode json() {
    return notes;
  }
}
