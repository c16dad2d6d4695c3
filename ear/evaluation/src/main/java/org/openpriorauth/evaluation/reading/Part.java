package org.openpriorauth.evaluation.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.calibration.Calibrations;
import org.openpriorauth.evaluation.reading.Judged.Given;

/**
 * The figures of documents that belong together.
 *
 * @param typesRight of the documents whose type is labelled, the share whose type was said rightly
 * @param typesConfused what was said instead, how often
 * @param conflictsMissed labelled contradictions that were not seen
 * @param conflictsFalse contradictions that are none
 * @param strayCaught of the pages of somebody else, the share that was put aside
 * @param strayFalse pages of the patient that were put aside as somebody else's
 * @param leaves labelled criteria of policies
 * @param leavesRight of them, those whose verdict was said rightly
 * @param leavesUnsupported criteria that are said to be met by something that is not on the page
 * @param leavesConfused what was said instead, how often
 * @param certainty what the product says of its certainty
 */
record Part(
    String name,
    int documents,
    int unreadable,
    List<Line> groups,
    List<Line> fields,
    List<Line> layouts,
    double typesRight,
    Map<String, Integer> typesConfused,
    int conflictsMissed,
    int conflictsFalse,
    double strayCaught,
    int strayFalse,
    int leaves,
    int leavesRight,
    int leavesUnsupported,
    Map<String, Integer> leavesConfused,
    Certainties certainty) {

  static Part of(String name, List<Judged> judged, Calibrations.InForce calibrations) {
    List<Leaf> leaves = judged.stream().flatMap(j -> j.leaves().stream()).toList();
    List<Judged> typed =
        judged.stream().filter(j -> j.one().gold().documentType() != null).toList();
    return new Part(
        name,
        judged.size(),
        sum(judged, j -> j.outcome().problem() == null ? 0 : 1),
        groups(judged),
        fields(judged),
        layouts(judged),
        Line.share((int) typed.stream().filter(Judged::typeRight).count(), typed.size()),
        confused(typed),
        sum(judged, j -> without(j.one().gold().conflicts(), j.outcome().conflicts())),
        sum(judged, j -> without(j.outcome().conflicts(), j.one().gold().conflicts())),
        Line.share(
            sum(judged, Part::caught), sum(judged, j -> j.one().gold().quarantinedPages().size())),
        sum(judged, j -> without(j.outcome().astray(), j.one().gold().quarantinedPages())),
        leaves.size(),
        (int) leaves.stream().filter(Leaf::right).count(),
        (int) leaves.stream().filter(leaf -> !leaf.supported()).count(),
        mistaken(leaves),
        Certainties.of(judged, calibrations));
  }

  private static List<Line> groups(List<Judged> judged) {
    Stream<Line> groups =
        Arrays.stream(Group.values()).map(g -> Line.of(g.word(), judged, f -> Group.of(f) == g));
    return Stream.concat(groups, Stream.of(all("all", judged))).toList();
  }

  /** Pairs are made of what is counted already. */
  private static Line all(String name, List<Judged> judged) {
    return Line.of(name, judged, f -> !f.contains("+"));
  }

  private static List<Line> fields(List<Judged> judged) {
    return judged.stream()
        .flatMap(
            j ->
                Stream.concat(
                    j.given().stream().map(Given::name),
                    j.missed().stream().map(Judged.Missed::name)))
        .distinct()
        .sorted(Comparator.comparing(Group::of).thenComparing(Comparator.naturalOrder()))
        .map(name -> Line.of(name, judged, name::equals))
        .toList();
  }

  private static List<Line> layouts(List<Judged> judged) {
    Map<String, List<Judged>> layouts =
        judged.stream()
            .collect(Collectors.groupingBy(Judged::layout, TreeMap::new, Collectors.toList()));
    return layouts.entrySet().stream().map(e -> all(e.getKey(), e.getValue())).toList();
  }

  private static Map<String, Integer> confused(List<Judged> typed) {
    Map<String, Integer> confused = new TreeMap<>();
    typed.stream()
        .filter(j -> !j.typeRight())
        .map(j -> j.one().gold().documentType() + " as " + j.outcome().type())
        .forEach(words -> confused.merge(words, 1, Integer::sum));
    return confused;
  }

  private static Map<String, Integer> mistaken(List<Leaf> leaves) {
    Map<String, Integer> mistaken = new TreeMap<>();
    leaves.stream()
        .filter(leaf -> !leaf.right())
        .map(leaf -> leaf.expected() + " as " + leaf.said())
        .forEach(words -> mistaken.merge(words, 1, Integer::sum));
    return mistaken;
  }

  /** A page that names nobody is put aside too. */
  private static int caught(Judged judged) {
    Set<Integer> aside = new HashSet<>(judged.outcome().astray());
    aside.addAll(judged.outcome().open());
    aside.retainAll(judged.one().gold().quarantinedPages());
    return aside.size();
  }

  private static <T> int without(Collection<T> these, Collection<T> those) {
    Set<T> left = new HashSet<>(these);
    left.removeAll(those);
    return left.size();
  }

  private static int sum(List<Judged> judged, ToIntFunction<Judged> of) {
    return judged.stream().mapToInt(of).sum();
  }
}
