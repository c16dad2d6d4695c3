package org.openpriorauth.extraction.rules;

import java.util.Comparator;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;

/** Whom a page says it is about: what the page alone would tell of its patient. */
final class Identities {
  private Identities() {}

  static PageIdentity of(Leaf leaf) {
    Draft draft = new Draft();
    new Parties(draft, null, leaf.sheet().number()).read(leaf);
    return new PageIdentity(
        leaf.sheet().number(),
        value(draft, "patient.name", false),
        value(draft, "patient.birth_date", true),
        value(draft, "patient.mrn", false),
        value(draft, "coverage.member_id", false));
  }

  /** Of a page that nobody looked at: a person must say whose it is. */
  static PageIdentity unknown(int page) {
    return new PageIdentity(page, null, null, null, null);
  }

  /** The plainest, of several as plain the first; or null. */
  private static String value(Draft draft, String name, boolean normalized) {
    return draft.all(name).stream()
        .min(Comparator.comparingDouble(item -> -item.strength()))
        .map(item -> normalized ? item.normalized() : item.span().value())
        .orElse(null);
  }
}
