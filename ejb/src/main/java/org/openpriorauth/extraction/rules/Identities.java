package org.openpriorauth.extraction.rules;

import java.util.List;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.rules.Labels.Label;

/** Whom a page says it is about. */
final class Identities {
  private Identities() {}

  static PageIdentity of(Leaf leaf) {
    String name = first(leaf, "patient.name", "person", false);
    if (name == null) {
      Span banner = Banner.name(leaf);
      name = banner == null ? null : banner.value();
    }
    return new PageIdentity(
        leaf.sheet().number(),
        name,
        first(leaf, "*.birth_date", "birth_date", true),
        first(leaf, "patient.mrn", "mrn", false),
        first(leaf, "coverage.member_id", "member_id", false));
  }

  /** Of a page that nobody looked at: a person must say whose it is. */
  static PageIdentity unknown(int page) {
    return new PageIdentity(page, null, null, null, null);
  }

  private static String first(Leaf leaf, String key, String shape, boolean normalized) {
    Pairs pairs = new Pairs(leaf.sheet(), leaf.labels());
    Roles roles = leaf.roles();
    for (List<Label> row : leaf.labels()) {
      for (Label label : row) {
        boolean own =
            label.key().equals(key)
                || label.key().startsWith("*.")
                    && key.equals("patient." + label.kind())
                    && "patient".equals(roles.of(label));
        boolean patients = !label.key().equals("*.birth_date") || "patient".equals(roles.of(label));
        if (own && patients) {
          for (Span place : pairs.places(label)) {
            Shapes.Value value = Shapes.take(shape, place);
            if (value != null) {
              return normalized ? value.normalized() : value.span().value();
            }
          }
        }
      }
    }
    return null;
  }
}
