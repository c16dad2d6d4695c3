package org.openpriorauth.packet;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a sentence leans on a publication. None is known here, so each asks for a person: a study
 * that does not exist reads like one that does.
 */
final class Literature {
  private static final Pattern SIGN =
      Pattern.compile(
          "(?i)\\bet al\\b|\\bdoi\\b|\\bpmid\\b|\\b(?:19|20)\\d{2};\\s?\\d+|\\bn engl j med\\b|\\bjama\\b"
              + "|\\blancet\\b|\\bcochrane\\b|\\bmeta-analys\\w+|\\bsystematic reviews?\\b|\\brandomi[sz]ed\\b"
              + "|\\b(?:clinical )?trials?\\b|\\bstud(?:y|ies)\\b|\\bliterature\\b|\\bguidelines?\\b|\\bpublished\\b"
              + "|\\bpeer-reviewed\\b|https?://");

  private Literature() {}

  static List<Fault> faults(String sentence, List<String> quotes) {
    String known = String.join("\n", quotes).toLowerCase(Locale.ROOT);
    Matcher sign = SIGN.matcher(sentence);
    while (sign.find()) {
      if (!known.contains(sign.group().toLowerCase(Locale.ROOT))) {
        return List.of(
            Fault.doubtful(
                "literature", "It leans on a publication that nobody here has checked."));
      }
    }
    return List.of();
  }
}
