package org.openpriorauth.kernel;

import java.sql.Date;
import java.time.LocalDate;

/** A day as a native query answers it: the two servers' copies of Hibernate differ. */
public final class Days {
  private Days() {}

  /** Null for none. */
  public static LocalDate of(Object value) {
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
