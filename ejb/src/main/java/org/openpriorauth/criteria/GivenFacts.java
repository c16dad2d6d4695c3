package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openpriorauth.criteria.Facts.Fact;
import org.openpriorauth.criteria.Facts.Part;
import org.openpriorauth.kernel.Problem.Fault;

/** Facts that somebody states, as {@code {"kind": …, part: value}}, and no page shows. */
final class GivenFacts {
  private static final String KIND = "kind";
  private static final int MOST = 500;
  private static final int MOST_PARTS = 20;
  private static final int LONGEST_VALUE = 1000;
  private static final Pattern PART = Pattern.compile("[a-z_]{1,40}");

  private GivenFacts() {}

  /**
   * Every fault at once.
   *
   * @param place where the facts stand
   */
  static List<Fault> faults(List<Map<String, String>> given, String place) {
    if (given.size() > MOST) {
      return List.of(new Fault(place, "too_many", "At most %d facts.".formatted(MOST)));
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      check(given.get(i), place + "/" + i, faults);
    }
    return faults;
  }

  private static void check(Map<String, String> given, String place, List<Fault> faults) {
    if (given == null || !PolicyCheck.KINDS.contains(String.valueOf(given.get(KIND)))) {
      faults.add(new Fault(place + "/kind", "unknown", "There are no facts of this kind."));
      return;
    }
    if (given.size() > MOST_PARTS) {
      faults.add(
          new Fault(place, "too_many", "A fact has at most %d parts.".formatted(MOST_PARTS)));
      return;
    }
    given.forEach(
        (part, value) -> {
          if (!PART.matcher(part).matches()) {
            faults.add(new Fault(place, "name", "A part is named in small letters."));
          } else if (value == null || value.isBlank() || value.length() > LONGEST_VALUE) {
            String detail = "A part is from 1 to %d characters.".formatted(LONGEST_VALUE);
            faults.add(new Fault(place + "/" + part, "size", detail));
          }
        });
  }

  /** Of what has no fault. The weeks of a course follow as they do from a chart. */
  static List<Fact> of(List<Map<String, String>> given) {
    return given.stream().map(GivenFacts::fact).toList();
  }

  private static Fact fact(Map<String, String> given) {
    Map<String, Part> parts = new HashMap<>();
    given.forEach((name, value) -> parts.put(name, Part.known(value)));
    parts.remove(KIND);
    if (!parts.containsKey("weeks")) {
      ChartFacts.weeks(parts).ifPresent(weeks -> parts.put("weeks", weeks));
    }
    return new Fact(given.get(KIND), parts);
  }
}
