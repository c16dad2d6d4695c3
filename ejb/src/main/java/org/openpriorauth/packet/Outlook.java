package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether something was done, is only planned, or only supposed, and whom it is about: a sentence
 * and the words that it cites must agree in all of it.
 */
enum Outlook {
  PLANNED(
      "planned",
      "The cited words only plan it.",
      "It plans what the cited words do not plan.",
      "will|shall|plan|plans|planned|planning|scheduled|schedule|consider|considering|considered"
          + "|recommend|recommends|recommended|intend|intends|pending|should|would|if|advised"
          + "|going to|to be"),
  SUPPOSED(
      "supposed",
      "The cited words only suppose it.",
      "It supposes what the cited words do not suppose.",
      "may|might|could|possible|possibly|probable|probably|suspected|suspect|suspicion|likely"
          + "|rule out|r/o|questionable|concern for|cannot exclude"),
  RELATIVE(
      "relative",
      "The cited words speak of a relative.",
      "It speaks of a relative, and the cited words do not.",
      "mother|father|sister|brother|aunt|uncle|grandmother|grandfather|grandparent|daughter|son"
          + "|cousin|parent|parents|sibling|siblings|family history|familial");

  /** Finer than for denials: half a sentence may tell what was done, the other half the plan. */
  private static final Pattern END =
      Pattern.compile("(?<=[.;!?])\\s+|\\n|,\\s+|\\s+(?:and|but|then|so|because|while)\\s+");

  private static final int SHORT = 3;

  private final String code;
  private final String left;
  private final String added;
  private final Pattern cues;

  Outlook(String code, String left, String added, String cues) {
    this.code = code;
    this.left = left;
    this.added = added;
    this.cues = Pattern.compile("(?<![\\p{L}/])(?:" + cues + ")(?!\\p{L})");
  }

  static List<Fault> faults(String sentence, List<String> quotes) {
    List<Stretch> stretches =
        quotes.stream().flatMap(q -> Arrays.stream(END.split(q))).map(Stretch::of).toList();
    Stretch said = Stretch.of(sentence);
    List<Fault> faults = new ArrayList<>();
    for (Outlook outlook : values()) {
      outlook.fault(said, stretches).ifPresent(faults::add);
    }
    return faults;
  }

  private Optional<Fault> fault(Stretch said, List<Stretch> stretches) {
    boolean says = cued(said.text());
    if (says) {
      return stretches.stream().anyMatch(s -> cued(s.text()))
          ? Optional.empty()
          : Optional.of(Fault.doubtful(code, added));
    }
    Set<Clause> innocent =
        stretches.stream()
            .filter(s -> !cued(s.text()))
            .map(Stretch::clause)
            .collect(Collectors.toSet());
    return Nearest.to(
            said.clause(), stretches.stream().map(Stretch::clause).toList(), innocent::contains)
        .filter(nearest -> !innocent.contains(nearest))
        .map(nearest -> Fault.doubtful(code, left));
  }

  private boolean cued(String text) {
    return cues.matcher(text).find();
  }

  private record Stretch(String text, Clause clause) {
    static Stretch of(String text) {
      Set<String> stems =
          NewWords.words(text).stream()
              .filter(word -> word.length() > SHORT)
              .map(NewWords::stem)
              .collect(Collectors.toSet());
      return new Stretch(text.toLowerCase(Locale.ROOT), new Clause(stems, 0));
    }
  }
}
