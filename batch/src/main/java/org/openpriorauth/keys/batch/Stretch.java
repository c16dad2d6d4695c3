package org.openpriorauth.keys.batch;

import java.io.Serializable;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.model.SealedColumn;
import org.openpriorauth.keys.model.SealedRow;

/**
 * A part of the walk over all sealed values, and as a checkpoint how far it came.
 *
 * @param clinic null for columns that belong to none
 * @param after the last row before
 * @param last the last row in it
 */
record Stretch(UUID clinic, SealedColumn column, SealedRow after, SealedRow last)
    implements Serializable {
  static Caller caller(UUID clinic) {
    return clinic == null
        ? Caller.machine("batch", "operations:change")
        : Caller.system(new ClinicId(clinic), "batch", "operations:change");
  }
}
