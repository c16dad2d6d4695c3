package org.openpriorauth.evaluation.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openpriorauth.evaluation.reading.GoldFile.Labelled;
import org.openpriorauth.evaluation.reading.Judge.Place;
import org.openpriorauth.evaluation.reading.Judge.Value;
import org.openpriorauth.extraction.FieldExtractor.Field;

/**
 * What is of use only together: a drug with its dose, a therapy with its duration. A gold file says
 * by its order what belongs together, the product by its groups.
 */
enum Pairing {
  DRUG_AND_DOSE("drug.name", "drug.dose"),
  THERAPY_AND_DURATION("therapy.name", "therapy.duration");

  private final String first;
  private final String second;

  Pairing(String first, String second) {
    this.first = first;
    this.second = second;
  }

  /** As a field's name: {@code drug.name+dose}. */
  String word() {
    return first + "+" + second.substring(second.indexOf('.') + 1);
  }

  static List<Labelled> of(GoldFile gold) {
    List<Labelled> pairs = new ArrayList<>();
    for (Pairing pairing : values()) {
      Labelled name = null;
      for (Labelled label : gold.fields()) {
        if (label.name().equals(pairing.first)) {
          name = label;
        } else if (label.name().equals(pairing.second) && name != null) {
          String both = pairing.normal(name.value(), label.value());
          pairs.add(new Labelled(pairing.word(), both, name.page()));
          name = null;
        }
      }
    }
    return pairs;
  }

  static List<Value> of(Outcome outcome) {
    Map<String, List<Field>> groups =
        outcome.fields().stream()
            .filter(f -> !outcome.astray().contains(f.evidence().page()))
            .collect(Collectors.groupingBy(Field::group, LinkedHashMap::new, Collectors.toList()));
    List<Value> pairs = new ArrayList<>();
    for (Pairing pairing : values()) {
      groups.values().forEach(g -> pairing.value(g, outcome).ifPresent(pairs::add));
    }
    return pairs;
  }

  private Optional<Value> value(List<Field> group, Outcome outcome) {
    Optional<Field> name = part(group, first);
    Optional<Field> other = part(group, second);
    if (name.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    String both = normal(name.get().value(), other.get().value());
    Set<String> forms = Set.of(Normal.of(word(), both));
    return Optional.of(
        new Value(
            word(),
            both,
            List.copyOf(forms),
            outcome.proves(name.get()) && outcome.proves(other.get()),
            Math.min(name.get().score(), other.get().score()),
            new Place(name.get().evidence().page(), name.get().evidence().box())));
  }

  private static Optional<Field> part(List<Field> group, String name) {
    return group.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  private String normal(String name, String other) {
    return Normal.of(first, name) + " | " + Normal.of(second, other);
  }
}
