package org.openpriorauth.criteria;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;

/**
 * Three-valued logic plus conflict. What is absent is never {@code not_met}: nobody looked, or
 * nobody wrote it down.
 */
public enum Verdict {
  MET,
  NOT_MET,
  NOT_FOUND,
  CONFLICT;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Verdict of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static Verdict all(Collection<Verdict> of) {
    for (Verdict worst : new Verdict[] {NOT_MET, CONFLICT, NOT_FOUND}) {
      if (of.contains(worst)) {
        return worst;
      }
    }
    return MET;
  }

  static Verdict any(Collection<Verdict> of) {
    return atLeast(1, of);
  }

  static Verdict atLeast(int n, Collection<Verdict> of) {
    long met = of.stream().filter(MET::equals).count();
    long refused = of.stream().filter(NOT_MET::equals).count();
    if (met >= n) {
      return MET;
    }
    if (of.size() - refused < n) {
      return NOT_MET;
    }
    return of.contains(CONFLICT) ? CONFLICT : NOT_FOUND;
  }
}
