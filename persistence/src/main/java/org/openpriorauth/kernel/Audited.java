package org.openpriorauth.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What was done, to be written to the audit trail in the same transaction: areas fire it, {@code
 * audit} observes it, and a change whose line cannot be written does not commit.
 *
 * @param action a verb of the domain, e.g. {@code patient.read}
 * @param subject the kind of record, e.g. {@code patient}
 * @param detail facts that are not patient data: ids, codes, states before and after
 */
public record Audited(
    Caller caller, String action, String subject, UUID subjectId, Map<String, Object> detail) {
  /** Under this name a line says during which emergency access it was written. */
  public static final String EMERGENCY = "emergency";

  public Audited {
    Map<String, Object> facts = new HashMap<>(detail);
    caller.emergency().ifPresent(id -> facts.put(EMERGENCY, id.toString()));
    detail = Map.copyOf(facts);
  }

  public static Audited of(Caller caller, String action, String subject, UUID subjectId) {
    return new Audited(caller, action, subject, subjectId, Map.of());
  }
}
