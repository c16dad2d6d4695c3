package org.openpriorauth.kernel;

import java.util.Objects;
import java.util.UUID;

/** The tenant. Every repository method takes one first, so that no query can forget it. */
public record ClinicId(UUID value) {
  public ClinicId {
    Objects.requireNonNull(value, "clinic");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
