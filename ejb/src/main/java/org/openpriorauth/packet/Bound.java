package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether each figure belongs to the thing that a sentence gives it to: "ibuprofen 500 mg" is not
 * in "naproxen 500 mg; ibuprofen 800 mg", although all its words are.
 */
final class Bound {
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\w.])\\d[\\d,]{0,12}(?:\\.\\d{1,6})?\\s{0,3}(?:%|\\p{L}[\\p{L}/]{0,30})?");
  private static final Pattern END =
      Pattern.compile("(?<=[.;!?])\\s+|\\n|,\\s+|\\s+(?:and|but|then)\\s+");

  /** What says how something is taken or measured, and not what it is. */
  private static final Set<String> MANNER =
      Set.of(
          "daily",
          "weekly",
          "monthly",
          "every",
          "hours",
          "hour",
          "days",
          "day",
          "weeks",
          "week",
          "months",
          "month",
          "years",
          "year",
          "tablet",
          "tablets",
          "capsule",
          "oral",
          "orally",
          "mouth",
          "dose",
          "doses",
          "times",
          "sessions",
          "session",
          "visits",
          "visit",
          "degrees",
          "left",
          "right",
          "value",
          "result",
          "level",
          "score",
          "least",
          "approximately");

  private Bound() {}

  static List<Fault> faults(String sentence, List<String> quotes) {
    List<Part> source =
        quotes.stream().flatMap(q -> Arrays.stream(END.split(undated(q)))).map(Part::of).toList();
    List<Fault> faults = new ArrayList<>();
    for (String stretch : END.split(undated(sentence))) {
      Matcher figures = FIGURE.matcher(stretch);
      while (figures.find()) {
        Figure figure = Figure.of(figures.group());
        named(stretch.substring(0, figures.start()), source)
            .flatMap(name -> rival(figure, name, source))
            .map(said -> Fault.doubtful("bound", "The cited words say “" + said + "”."))
            .ifPresent(faults::add);
      }
    }
    return faults;
  }

  private static String undated(String text) {
    return Dates.take(text, new HashSet<>());
  }

  /** The last thing before the figure that the cited words know too. */
  private static Optional<String> named(String before, List<Part> source) {
    String last = null;
    for (String word : NewWords.words(before)) {
      boolean thing = !MANNER.contains(word) && !Vocabulary.neutral(word);
      if (thing && source.stream().anyMatch(p -> p.words().contains(NewWords.stem(word)))) {
        last = NewWords.stem(word);
      }
    }
    return Optional.ofNullable(last);
  }

  /** What the cited words give that thing, if it is another figure of the same kind and no such. */
  private static Optional<String> rival(Figure figure, String name, List<Part> source) {
    List<Part> about = source.stream().filter(p -> p.words().contains(name)).toList();
    boolean known = source.stream().anyMatch(p -> p.figures().contains(figure));
    if (!known || about.stream().anyMatch(p -> p.figures().contains(figure))) {
      return Optional.empty();
    }
    return about.stream()
        .filter(p -> p.figures().stream().anyMatch(other -> other.unit().equals(figure.unit())))
        .map(Part::text)
        .findFirst();
  }

  /**
   * @param unit empty without one that is known
   */
  private record Figure(String number, String unit) {
    static Figure of(String text) {
      Set<String> tokens = HardTokens.of(text).all();
      String whole = tokens.stream().filter(t -> t.indexOf(' ') > 0).findFirst().orElse("");
      int space = whole.indexOf(' ');
      return space < 0
          ? new Figure(tokens.stream().findFirst().orElse(text.strip()), "")
          : new Figure(whole.substring(0, space), whole.substring(space + 1));
    }
  }

  private record Part(String text, Set<String> words, Set<Figure> figures) {
    static Part of(String text) {
      Set<Figure> figures = new HashSet<>();
      Matcher found = FIGURE.matcher(text);
      while (found.find()) {
        figures.add(Figure.of(found.group()));
      }
      return new Part(text.strip(), NewWords.stems(text), Set.copyOf(figures));
    }
  }
}
