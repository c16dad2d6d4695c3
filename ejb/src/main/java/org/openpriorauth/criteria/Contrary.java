package org.openpriorauth.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Facts about one thing that say contrary things. Only what is in one state at a time can
 * contradict itself: the value of a finding and the side of a service. Courses, drugs, diagnoses
 * and documents add up, so that one which passes is enough.
 */
final class Contrary {
  private static final Map<String, String> STATE =
      Map.of("finding", "value", "service", "laterality");

  /** Where both facts have these and they differ, the facts are of different things. */
  private static final Set<String> IDENTITY =
      Set.of("name", "type", "code", "procedure", "laterality");

  private Contrary() {}

  /** Without what a later fact about the same thing has taken the place of. */
  static List<Tested> latest(List<Tested> about, LocalDate today) {
    return about.stream()
        .filter(t -> about.stream().noneMatch(o -> replaces(o, t, today)))
        .toList();
  }

  /** Those that another one of the same day contradicts, or one where either is not dated. */
  static List<Tested> disputed(List<Tested> latest) {
    List<Tested> counting = latest.stream().filter(Contrary::counts).toList();
    return counting.stream()
        .filter(t -> counting.stream().anyMatch(o -> contradicts(o, t)))
        .toList();
  }

  private static boolean replaces(Tested later, Tested earlier, LocalDate today) {
    return state(later).isPresent()
        && later.day() != null
        && earlier.day() != null
        && later.day().isAfter(earlier.day())
        && !later.day().isAfter(today)
        && same(later, earlier);
  }

  /** What is too old, or another thing for another reason, disputes nothing. */
  private static boolean counts(Tested tested) {
    return state(tested).isPresent()
        && tested.failed().stream().allMatch(part -> part.equals(STATE.get(tested.fact().kind())));
  }

  private static boolean contradicts(Tested one, Tested other) {
    boolean oneDay = one.day() == null || other.day() == null || one.day().equals(other.day());
    return oneDay
        && !state(one).equals(state(other))
        && same(one, other)
        && !oneMention(one, other);
  }

  private static Optional<Boolean> state(Tested tested) {
    return Optional.ofNullable(STATE.get(tested.fact().kind())).map(tested::says);
  }

  private static boolean same(Tested one, Tested other) {
    String state = STATE.get(one.fact().kind());
    return IDENTITY.stream()
        .filter(part -> !part.equals(state))
        .noneMatch(part -> differ(one.fact().part(part), other.fact().part(part)));
  }

  private static boolean differ(Optional<Facts.Part> one, Optional<Facts.Part> other) {
    return one.isPresent() && other.isPresent() && !plain(one.get()).equals(plain(other.get()));
  }

  private static String plain(Facts.Part part) {
    return part.value().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** "Positive on the right, negative on the left": one name with two values is of two sides. */
  private static boolean oneMention(Tested one, Tested other) {
    Optional<String> place = mention(one);
    return place.isPresent() && place.equals(mention(other));
  }

  private static Optional<String> mention(Tested tested) {
    return tested
        .fact()
        .part("name")
        .map(Facts.Part::evidence)
        .map(e -> e.documentId() + "/" + e.page() + "/" + e.start());
  }
}
