package org.openpriorauth.coding;

import java.util.Locale;

/** What a code set says of a code on a day. */
public enum Standing {
  BILLABLE,
  /** A heading: the codes below it can be billed. */
  HEADER,
  /** In the set, but not yet or no more on that day. */
  NOT_IN_FORCE,
  /** Not in the set. */
  UNKNOWN,
  /** Not of the form of such codes at all. */
  MALFORMED,
  /** No set is loaded for that day, or only a sample, which lacks most codes. */
  NOT_CHECKED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a set is there and does not have it as a code that can be billed. */
  public boolean refused() {
    return this == HEADER || this == NOT_IN_FORCE || this == UNKNOWN;
  }
}
