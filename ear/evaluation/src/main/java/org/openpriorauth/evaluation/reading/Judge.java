package org.openpriorauth.evaluation.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.evaluation.reading.GoldFile.Labelled;
import org.openpriorauth.evaluation.reading.Judged.Given;
import org.openpriorauth.evaluation.reading.Judged.Missed;
import org.openpriorauth.evaluation.reading.Judged.Verdict;

/**
 * Holds values against labels. A value that is said twice counts once; each label is met by one
 * value. Values of pages that the product gives to somebody else are not given at all.
 */
final class Judge {
  private Judge() {}

  /** A value that stands for itself or for several, as a drug and its dose. */
  record Value(
      String name, String value, List<String> forms, boolean proven, double score, Place place) {}

  record Place(int page, List<Double> box) {}

  /**
   * @throws IOException if a policy of the gold file is none
   */
  static Judged of(Case one, Outcome outcome) throws IOException {
    List<Value> values = new ArrayList<>(single(outcome));
    values.addAll(Pairing.of(outcome));
    values.sort(Comparator.comparingDouble(Value::score).reversed());
    List<Labelled> labels = new ArrayList<>(one.gold().fields());
    labels.addAll(Pairing.of(one.gold()));
    Map<String, Labelled> open = new LinkedHashMap<>();
    labels.forEach(l -> open.putIfAbsent(key(l.name(), Normal.of(l.name(), l.value())), l));
    List<Given> given = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Value value : values) {
      if (said.add(key(value.name(), value.forms().get(0)))) {
        given.add(judged(value, open, one.gold()));
      }
    }
    Set<String> filled = given.stream().map(Given::name).collect(Collectors.toSet());
    List<Missed> missed =
        open.values().stream()
            .map(l -> new Missed(l.name(), l.value(), l.page(), !filled.contains(l.name())))
            .toList();
    return new Judged(one, outcome, given, missed, Leaf.of(one.gold(), outcome));
  }

  private static String key(String name, String normal) {
    return name + "\n" + normal;
  }

  private static Given judged(Value value, Map<String, Labelled> open, GoldFile gold) {
    boolean right = value.forms().stream().anyMatch(f -> open.remove(key(value.name(), f)) != null);
    Verdict verdict =
        right
            ? Verdict.RIGHT
            : gold.absent().contains(value.name()) ? Verdict.INVENTED : Verdict.WRONG;
    Place place = value.place();
    return new Given(
        value.name(),
        value.value(),
        verdict,
        value.proven(),
        value.score(),
        place.page(),
        place.box());
  }

  private static List<Value> single(Outcome outcome) {
    return outcome.fields().stream()
        .filter(f -> !outcome.astray().contains(f.evidence().page()))
        .map(
            f ->
                new Value(
                    f.name(),
                    f.value(),
                    Stream.of(f.value(), f.normalized())
                        .filter(v -> v != null)
                        .map(v -> Normal.of(f.name(), v))
                        .distinct()
                        .toList(),
                    outcome.proves(f),
                    f.score(),
                    new Place(f.evidence().page(), f.evidence().box())))
        .toList();
  }
}
