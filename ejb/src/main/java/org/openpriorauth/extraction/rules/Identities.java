package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.rules.Labels.Label;

/** Whom each page says it is about. */
final class Identities {
  private Identities() {}

  static List<PageIdentity> of(List<Leaf> leaves) {
    List<PageIdentity> identities = new ArrayList<>();
    for (Leaf leaf : leaves) {
      String name = first(leaf, "patient.name", "person", false);
      if (name == null) {
        Span banner = Banner.name(leaf);
        name = banner == null ? null : banner.value();
      }
      identities.add(
          new PageIdentity(
              leaf.sheet().number(),
              name,
              first(leaf, "*.birth_date", "birth_date", true),
              first(leaf, "patient.mrn", "mrn", false),
              first(leaf, "coverage.member_id", "member_id", false)));
    }
    return identities;
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
