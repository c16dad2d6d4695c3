package org.openpriorauth.chart;

import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/**
 * Where sealed contents lie. Called without a transaction; what it holds is unreadable without the
 * key in the document's row, so a content whose row never came is only waste.
 */
public interface DocumentStore {
  /**
   * Returns when the content will survive a loss of power. Storing the same id again replaces it.
   */
  void put(ClinicId clinic, UUID document, byte[] sealed);

  /**
   * @throws IllegalStateException if it is not there
   */
  byte[] get(ClinicId clinic, UUID document);
}
