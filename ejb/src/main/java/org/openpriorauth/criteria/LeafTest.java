package org.openpriorauth.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tests one part of a fact; null when the value cannot tell. */
final class LeafTest {
  /** In characters: more is no measure, and costs with the square of its length to become one. */
  private static final int LONGEST_NUMBER = 40;

  private LeafTest() {}

  /**
   * @return whether the value passes, or null if it is not of the kind that the test needs
   */
  static Boolean passes(PolicyPack.Test test, String value, Facts facts) {
    if (test.in() != null && test.in().stream().noneMatch(w -> matches(w, value))) {
      return false;
    }
    Boolean number = number(test, value);
    if (!Boolean.TRUE.equals(number)) {
      return number;
    }
    return day(test, value, facts);
  }

  private static Boolean number(PolicyPack.Test test, String value) {
    if (test.gte() == null && test.lte() == null) {
      return true;
    }
    Optional<BigDecimal> number = decimal(value);
    if (number.isEmpty()) {
      return null;
    }
    return (test.gte() == null || number.get().compareTo(test.gte()) >= 0)
        && (test.lte() == null || number.get().compareTo(test.lte()) <= 0);
  }

  private static Boolean day(PolicyPack.Test test, String value, Facts facts) {
    if (test.withinDays() == null) {
      return true;
    }
    try {
      LocalDate day = LocalDate.parse(value);
      return !day.isAfter(facts.today())
          && ChronoUnit.DAYS.between(day, facts.asOf()) <= test.withinDays();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Optional<BigDecimal> decimal(String value) {
    if (value.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(value.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As a whole word or code of the value, whatever its case. */
  static boolean matches(String wanted, String value) {
    String want = wanted.toLowerCase(Locale.ROOT);
    String have = value.toLowerCase(Locale.ROOT);
    if (want.endsWith("*")) {
      return have.startsWith(want.substring(0, want.length() - 1));
    }
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(want) + "(?![\\p{L}\\p{N}])")
        .matcher(have)
        .find();
  }
}
