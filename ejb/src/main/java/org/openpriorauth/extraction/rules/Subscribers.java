package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The insured: a name, or how the patient is related to it. */
final class Subscribers {
  private static final Pattern RELATION =
      Pattern.compile(
          "(?i)(?:self|spouse|child|dependent|husband|wife|parent|mother|father|other)\\b");

  private Subscribers() {}

  static Shapes.Value take(Span place) {
    Span clean = place.trimmed(":;,_");
    Matcher m = RELATION.matcher(clean.text());
    if (m.lookingAt()) {
      return new Shapes.Value(clean.part(0, m.end()), null);
    }
    return Shapes.take("person", clean);
  }
}
