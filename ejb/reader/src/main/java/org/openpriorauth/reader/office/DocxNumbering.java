package org.openpriorauth.reader.office;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openpriorauth.reader.document.Failure;

/** Counts the items of a Word document's lists as Word does. */
final class DocxNumbering {
  private static final int LEVELS = 9;
  private static final int LONGEST = 40;

  /** A level of a list: how its numbers are written, and where they begin. */
  private record Level(String format, String text, int start) {}

  /** A list: the definition that it shares with others, and levels that it begins anew. */
  private record Numbers(String definition, Map<Integer, Integer> anew) {}

  private final Map<String, Level[]> definitions = new HashMap<>();
  private final Map<Integer, Numbers> lists = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();

  /**
   * @param part numbering.xml, or null
   */
  DocxNumbering(byte[] part) throws Failure {
    if (part == null) {
      return;
    }
    Xml in = Xml.open(part);
    while (in.child()) {
      switch (in.name()) {
        case "abstractNum" -> definitions.put(in.attribute("abstractNumId", ""), levels(in));
        case "num" -> lists.put(in.number("numId", 0), numbers(in));
        default -> in.skip();
      }
    }
  }

  private static Level[] levels(Xml in) throws Failure {
    Level[] levels = new Level[LEVELS];
    while (in.child()) {
      int at = in.name().equals("lvl") ? in.number("ilvl", -1) : -1;
      if (at >= 0 && at < LEVELS) {
        levels[at] = level(in);
      } else {
        in.skip();
      }
    }
    return levels;
  }

  private static Level level(Xml in) throws Failure {
    String format = "decimal";
    String text = "";
    int start = 0;
    while (in.child()) {
      switch (in.name()) {
        case "numFmt" -> format = in.attribute("val", format);
        case "lvlText" -> text = in.attribute("val", "");
        case "start" -> start = in.number("val", 0);
        default -> {
          // Its look and place.
        }
      }
      in.skip();
    }
    return new Level(format, text.substring(0, Math.min(LONGEST, text.length())), start);
  }

  private static Numbers numbers(Xml in) throws Failure {
    String definition = "";
    Map<Integer, Integer> anew = new HashMap<>();
    while (in.child()) {
      if (in.name().equals("lvlOverride")) {
        int level = in.number("ilvl", 0);
        while (in.child()) {
          if (in.name().equals("startOverride")) {
            anew.put(level, in.number("val", 1));
          }
          in.skip();
        }
      } else {
        definition = in.name().equals("abstractNumId") ? in.attribute("val", "") : definition;
        in.skip();
      }
    }
    return new Numbers(definition, anew);
  }

  /** The marker of the next item, or empty. */
  String next(int list, int wished) {
    Numbers numbers = lists.get(list);
    Level[] levels = numbers == null ? null : definitions.get(numbers.definition);
    int at = Math.max(0, Math.min(LEVELS - 1, wished));
    if (levels == null || levels[at] == null) {
      return "";
    }
    int[] counted = counts.computeIfAbsent(numbers.definition, d -> unbegun());
    if (begun.add(list)) {
      numbers.anew.forEach((level, start) -> restart(counted, level, start));
    }
    counted[at] = counted[at] == Integer.MIN_VALUE ? levels[at].start : counted[at] + 1;
    Arrays.fill(counted, at + 1, LEVELS, Integer.MIN_VALUE);
    return marker(levels, at, counted);
  }

  private static int[] unbegun() {
    int[] counted = new int[LEVELS];
    Arrays.fill(counted, Integer.MIN_VALUE);
    return counted;
  }

  private static void restart(int[] counted, int level, int start) {
    if (level >= 0 && level < LEVELS) {
      counted[level] = start - 1;
    }
  }

  private static String marker(Level[] levels, int at, int[] counted) {
    Level level = levels[at];
    if (level.format.equals("bullet")) {
      return "\u2022";
    }
    if (level.format.equals("none")) {
      return "";
    }
    String marker = level.text;
    for (int i = 0; i <= at; i++) {
      if (levels[i] != null) {
        int number = counted[i] == Integer.MIN_VALUE ? levels[i].start : counted[i];
        marker = marker.replace("%" + (i + 1), written(levels[i].format, number));
      }
    }
    return marker.strip();
  }

  private static String written(String format, int number) {
    return switch (format) {
      case "lowerLetter" -> letters(number);
      case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
      case "upperRoman" -> roman(number);
      case "decimalZero" -> number < 10 ? "0" + number : "" + number;
      default -> "" + number;
    };
  }

  /** a to z, then aa to zz. */
  private static String letters(int number) {
    if (number < 1 || number > 26 * 20) {
      return "" + number;
    }
    return String.valueOf((char) ('a' + (number - 1) % 26)).repeat(1 + (number - 1) / 26);
  }

  private static String roman(int number) {
    if (number < 1 || number > 399) {
      return "" + number;
    }
    String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
    String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    return "C".repeat(number / 100) + tens[number / 10 % 10] + ones[number % 10];
  }
}
