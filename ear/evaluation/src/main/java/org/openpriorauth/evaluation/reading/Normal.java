package org.openpriorauth.evaluation.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form in which two writings of one value are equal. */
final class Normal {
  /** What stands before or behind a name and is not of it. */
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "miss", "mx", "dr", "md", "do", "np", "pa", "pac", "rn", "phd", "psyd",
          "dpt", "pt", "ot", "otr", "slp", "dds", "dpm", "aprn", "crnp", "fnp", "fnpc", "fnpbc",
          "dnp", "msn", "bsn", "facs", "facp", "facc", "faap", "faan", "faaos", "facr", "frcpc",
          "lcsw", "lpc", "lmft", "pharmd", "ccc", "cccslp", "crna", "cnm", "agnp", "pmhnp",
          "pmhnpbc", "mph", "mba", "jd", "esq");

  private static final List<String> COUNTED =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private static final Pattern DURATION =
      Pattern.compile(
          "p?(?<n>\\d+|"
              + String.join("|", COUNTED)
              + ")[\\s-]*"
              + "(?<unit>d|w|m|y|days?|wks?|weeks?|mos?|months?|yrs?|years?)");

  private static final Map<String, String> SEXES =
      Map.of("f", "female", "m", "male", "woman", "female", "man", "male", "x", "other");

  private Normal() {}

  static String of(String field, String value) {
    String kind = field.substring(field.lastIndexOf('.') + 1);
    String low = value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (Set.of("patient.name", "coverage.subscriber", "document.author").contains(field)
        || field.matches("provider\\.\\w+\\.name")) {
      return person(low);
    }
    return switch (kind) {
      case "birth_date", "date", "start", "end", "valid_from", "valid_to" -> Day.of(low);
      case "phone", "fax" -> low.replaceAll("\\D", "").replaceFirst("^1(?=\\d{10}$)", "");
      case "code", "npi", "mrn", "member_id", "group_number", "reference" ->
          low.replaceAll("[^\\p{L}\\p{N}]", "");
      case "dose", "strength", "unit", "quantity", "units", "days", "value" ->
          low.replaceAll("[\\s,]", "").replace('µ', 'u').replace('μ', 'u');
      case "duration" -> duration(low);
      case "sex" -> SEXES.getOrDefault(low.replace(".", ""), low);
      default -> kind.startsWith("deadline") ? Day.of(low) : words(low);
    };
  }

  private static String words(String low) {
    return low.replaceAll("[^\\p{L}\\p{N}%/.+<>=-]+", " ").replaceAll("[.,;:]+(?= |$)", "").strip();
  }

  /** In any order, without title and degree. */
  private static String person(String low) {
    return Arrays.stream(low.replaceAll("[.’'`]", "").split("[^\\p{L}\\p{N}-]+"))
        .filter(word -> !word.isBlank() && !TITLES.contains(word.replace("-", "")))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String duration(String low) {
    Matcher said = DURATION.matcher(low);
    if (!said.find()) {
      return words(low);
    }
    int counted = COUNTED.indexOf(said.group("n"));
    return (counted < 0 ? said.group("n") : counted) + said.group("unit").substring(0, 1);
  }
}
