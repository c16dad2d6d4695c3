package org.openpriorauth.keys.model;

import java.io.Serializable;
import java.util.UUID;

/**
 * Which row of a table holds a sealed value.
 *
 * @param id the row's, or its parent's where rows are numbered
 * @param number of the row under its parent, 0 where rows have an id of their own
 */
public record SealedRow(UUID id, int number) implements Serializable {
  /** Before the first row of any table. */
  public static final SealedRow BEFORE_ALL = new SealedRow(new UUID(0, 0), 0);
}
