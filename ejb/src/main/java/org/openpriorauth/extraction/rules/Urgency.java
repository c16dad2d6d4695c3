package org.openpriorauth.extraction.rules;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How soon an order wants to be decided; of several boxes the one that is ticked. */
final class Urgency {
  private static final String WORD =
      "(routine|standard|non-?urgent|urgent|expedited|stat|emergent|emergency|elective|asap)";
  private static final Pattern ONE = Pattern.compile("(?i)\\b" + WORD + "\\b");
  private static final Pattern TICKED =
      Pattern.compile(
          "(?i)(?:[\\[(]\\s?[x\u2713\u2714*]\\s?[\\])]|[\u2611\u2612\u2713\u2714\u25a0\u25cf]|(?<!\\w)x)\\s{0,2}"
              + WORD
              + "\\b");
  private static final Pattern BOX = Pattern.compile("\\[\\s?\\]|\\(\\s?\\)|[\u2610\u25a1\u25cb]");

  private Urgency() {}

  static Shapes.Value take(Span place) {
    String text = place.text();
    Matcher ticked = TICKED.matcher(text);
    if (ticked.find()) {
      return value(place, ticked);
    }
    Matcher one = ONE.matcher(text);
    if (!one.find() || one.start() > 20 || BOX.matcher(text).find()) {
      return null;
    }
    int end = one.end();
    // Two words and no tick: nobody has chosen.
    return one.find() && !text.substring(end, one.start()).contains(".")
        ? null
        : value(place, first(text));
  }

  private static Matcher first(String text) {
    Matcher one = ONE.matcher(text);
    return one.find() ? one : null;
  }

  private static Shapes.Value value(Span place, Matcher m) {
    String word = m.group(1).toLowerCase(Locale.ROOT);
    return new Shapes.Value(place.part(m.start(1), m.end(1)), word);
  }
}
