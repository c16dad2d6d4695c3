package org.openpriorauth.kernel;

import java.util.Map;
import java.util.UUID;

/**
 * What happened to a request, for its timeline and for those who listen: areas fire it in the
 * transaction that makes it true, {@code tracking} observes it.
 *
 * @param kind a word of the domain, e.g. {@code moved}, {@code document_read}, {@code submitted}
 * @param detail facts that are not patient data: ids, codes, states before and after
 */
public record Happened(Caller caller, UUID request, String kind, Map<String, Object> detail) {
  public Happened {
    detail = Map.copyOf(detail);
  }
}
