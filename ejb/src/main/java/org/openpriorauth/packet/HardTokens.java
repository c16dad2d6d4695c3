package org.openpriorauth.packet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a text that bear no paraphrase, in one form each: dates as 2026-03-12, numbers
 * without their separators and trailing zeros, with the unit or noun that follows, codes in
 * capitals without a dot, sides as left, right or bilateral.
 */
final class HardTokens {
  private static final Map<String, String> SMALL_NUMBERS =
      Map.ofEntries(
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"),
          Map.entry("once", "1 x"),
          Map.entry("twice", "2 x"));

  private static final Map<String, String> SIDES =
      Map.of(
          "left",
          "left",
          "left-sided",
          "left",
          "lt",
          "left",
          "right",
          "right",
          "right-sided",
          "right",
          "rt",
          "right",
          "bilateral",
          "bilateral",
          "bilaterally",
          "bilateral",
          "both",
          "bilateral");

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("weeks", "week"),
          Map.entry("wk", "week"),
          Map.entry("wks", "week"),
          Map.entry("days", "day"),
          Map.entry("months", "month"),
          Map.entry("mo", "month"),
          Map.entry("mos", "month"),
          Map.entry("years", "year"),
          Map.entry("yr", "year"),
          Map.entry("yrs", "year"),
          Map.entry("hours", "hour"),
          Map.entry("hrs", "hour"),
          Map.entry("milligrams", "mg"),
          Map.entry("milligram", "mg"),
          Map.entry("micrograms", "mcg"),
          Map.entry("\u00b5g", "mcg"),
          Map.entry("percent", "%"),
          Map.entry("sessions", "session"),
          Map.entry("visits", "visit"));

  private static final Set<String> MEASURES =
      Set.of(
          "week", "day", "month", "year", "hour", "mg", "mcg", "g", "kg", "ml", "%", "mm", "cm",
          "mg/dl", "mmol/l", "mmhg", "bpm", "lb", "kg/m2", "session", "visit", "units", "u/l");

  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?<![\\w.])[a-z]\\d{2,5}[a-z]?(?:\\.\\w{1,4})?(?!\\w)|(?<!\\w)\\d{4}[A-Za-z]\\b");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*([%\\p{L}][\\p{L}/0-9]*)?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}-]*");

  /** In characters: more is no quantity, and is compared as it stands. */
  private static final int LONGEST_NUMBER = 40;

  private final Set<String> tokens = new TreeSet<>();

  private HardTokens() {}

  static HardTokens of(String text) {
    HardTokens found = new HardTokens();
    String rest = spelledOut(text.replace("\u2011", "-"));
    rest = Dates.take(rest, found.tokens);
    rest = found.codes(rest);
    found.numbers(rest);
    found.sides(rest);
    return found;
  }

  Set<String> all() {
    return tokens;
  }

  private static String spelledOut(String text) {
    Matcher words = WORD.matcher(text);
    return words.replaceAll(
        m -> Matcher.quoteReplacement(number(m.group().toLowerCase(Locale.ROOT), m.group())));
  }

  private static String number(String lower, String as) {
    List<String> parts = new ArrayList<>();
    for (String part : lower.split("-")) {
      parts.add(SMALL_NUMBERS.get(part));
    }
    if (parts.get(0) == null) {
      return as;
    }
    int dash = as.indexOf('-');
    return parts.get(0) + (dash < 0 ? "" : " " + as.substring(dash + 1));
  }

  private String codes(String text) {
    Matcher codes = CODE.matcher(text);
    return codes.replaceAll(
        m -> {
          tokens.add("code " + m.group().replace(".", "").toUpperCase(Locale.ROOT));
          return " ";
        });
  }

  private void numbers(String text) {
    Matcher numbers = NUMBER.matcher(text.replaceAll("(?<=\\d)-(?=\\p{L})", " "));
    while (numbers.find()) {
      String fraction = numbers.group(2) == null ? "" : numbers.group(2);
      String plain = plain(numbers.group(1).replace(",", "") + fraction);
      tokens.add(plain);
      if (numbers.group(3) != null) {
        String unit = numbers.group(3).toLowerCase(Locale.ROOT);
        unit = UNITS.getOrDefault(unit, unit);
        if (MEASURES.contains(unit)) {
          tokens.add(plain + " " + unit);
        }
      }
    }
  }

  private static String plain(String number) {
    if (number.length() > LONGEST_NUMBER) {
      return number;
    }
    BigDecimal value = new BigDecimal(number);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private void sides(String text) {
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      String side = SIDES.get(words.group());
      if (side != null) {
        tokens.add(side);
      }
    }
  }
}
