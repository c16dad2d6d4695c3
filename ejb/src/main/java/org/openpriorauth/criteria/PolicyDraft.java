package org.openpriorauth.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.wire.json.Json;

/**
 * A payer's form turned into a pack as far as a form says it; a person completes it.
 *
 * @param notes what the form says and the pack does not, or not so
 * @param open why it cannot be taken over as it is; empty if it can
 */
public record PolicyDraft(PolicyPack pack, List<Note> notes, List<Fault> open) {
  /**
   * @param linkId of the item that it is about; null for the form as a whole
   * @param code a word for programs
   */
  public record Note(String linkId, String code, String detail) {}

  /** The pack as a file, to be completed. */
  public String json() {
    try {
      return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(pack);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
