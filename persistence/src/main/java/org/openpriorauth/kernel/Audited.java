package org.openpriorauth.kernel;

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
  public Audited {
    detail = Map.copyOf(detail);
  }

  public static Audited of(Caller caller, String action, String subject, UUID subjectId) {
    return new Audited(caller, action, subject, subjectId, Map.of());
  }
}
