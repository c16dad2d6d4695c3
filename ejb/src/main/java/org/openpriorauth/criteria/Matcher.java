package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openpriorauth.kernel.Evidence;

/** Matches a pack's criteria against facts: a pure function. */
public final class Matcher {
  private final Facts facts;
  private final Set<String> overridden;
  private final Map<String, Matched.Criterion> leaves = new LinkedHashMap<>();

  private Matcher(Facts facts, Set<String> overridden) {
    this.facts = facts;
    this.overridden = overridden;
  }

  /**
   * @param overridden criteria that a person declared met
   */
  public static Matched match(PolicyPack pack, Facts facts, Set<String> overridden) {
    Matcher matcher = new Matcher(facts, overridden);
    Verdict verdict = matcher.verdict(pack.criteria());
    List<String> missing = verdict == Verdict.MET ? List.of() : matcher.missing(pack.criteria());
    return new Matched(verdict, List.copyOf(matcher.leaves.values()), missing);
  }

  private Verdict verdict(PolicyPack.Node node) {
    if (node.leaf()) {
      Matched.Criterion criterion = leaf(node);
      leaves.put(node.id(), criterion);
      return criterion.verdict();
    }
    List<Verdict> of = node.of().stream().map(this::verdict).toList();
    return switch (node.op()) {
      case "all" -> Verdict.all(of);
      case "any" -> Verdict.any(of);
      default -> Verdict.atLeast(node.n(), of);
    };
  }

  /** The fewest things to fetch; a branch that is already met needs nothing. */
  private List<String> missing(PolicyPack.Node node) {
    if (node.leaf()) {
      Matched.Criterion criterion = leaves.get(node.id());
      return criterion.verdict() == Verdict.MET ? List.of() : List.of(node.id());
    }
    List<List<String>> of =
        node.of().stream().map(this::missing).sorted(Comparator.comparingInt(List::size)).toList();
    int enough =
        switch (node.op()) {
          case "all" -> of.size();
          case "any" -> 1;
          default -> node.n();
        };
    return of.stream().limit(enough).flatMap(List::stream).distinct().toList();
  }

  private Matched.Criterion leaf(PolicyPack.Node node) {
    if (overridden.contains(node.id())) {
      return of(node, Verdict.MET, "A person declared it met.", List.of(), "person");
    }
    if (node.narrative() != null) {
      return narrative(node);
    }
    List<Tested> about =
        Contrary.latest(
            facts.of(node.fact()).stream()
                .map(fact -> Tested.of(node, fact, facts))
                .filter(Tested::about)
                .toList(),
            facts.today());
    List<Tested> disputed = Contrary.disputed(about);
    List<Tested> met = about.stream().filter(t -> t.met() && !disputed.contains(t)).toList();
    if (!met.isEmpty()) {
      // The surest first; the others stand as evidence too.
      return of(node, Verdict.MET, "The chart shows it.", surestFirst(met), "rule");
    }
    if (!disputed.isEmpty()) {
      return of(node, Verdict.CONFLICT, disagreement(disputed), disputed, "rule");
    }
    return unmet(node, about);
  }

  private static Matched.Criterion unmet(PolicyPack.Node node, List<Tested> about) {
    List<Tested> undecided = about.stream().filter(Tested::undecided).toList();
    if (!undecided.isEmpty()) {
      String why = "Named in the chart, but without %s.".formatted(undecided.get(0).open());
      return of(node, Verdict.NOT_FOUND, why, undecided, "rule");
    }
    if (!about.isEmpty()) {
      String why = "The chart says otherwise: %s.".formatted(about.get(0).otherwise());
      return of(node, Verdict.NOT_MET, why, about, "rule");
    }
    return of(node, Verdict.NOT_FOUND, "Nothing in the documents shows it.", List.of(), "rule");
  }

  private static List<Tested> surestFirst(List<Tested> met) {
    List<Tested> sorted = new ArrayList<>(met);
    sorted.sort(Comparator.comparing(Tested::doubtful));
    return sorted;
  }

  private static Matched.Criterion of(
      PolicyPack.Node node, Verdict verdict, String why, List<Tested> by, String decidedBy) {
    boolean confirm = verdict == Verdict.MET && !by.isEmpty() && by.get(0).doubtful();
    List<Evidence> evidence = by.stream().flatMap(t -> t.evidence().stream()).distinct().toList();
    return new Matched.Criterion(
        node.id(), node.text(), verdict, why, confirm, evidence, node.ask(), decidedBy, null);
  }

  /** No rule decides what is asked in words: the passages are for a person to read. */
  private Matched.Criterion narrative(PolicyPack.Node node) {
    Facts.Found found = facts.passages().on(node);
    String why =
        found.passages().isEmpty()
            ? "Nothing in the documents seems to speak of it."
            : "These passages may show it: a person decides.";
    return new Matched.Criterion(
        node.id(),
        node.text(),
        Verdict.NOT_FOUND,
        why,
        false,
        found.passages(),
        node.ask(),
        Matched.NOBODY,
        found.search());
  }

  private static String disagreement(List<Tested> disputed) {
    Tested against = disputed.stream().filter(t -> !t.failed().isEmpty()).findFirst().orElseThrow();
    return "The documents disagree: one passes, and in another %s.".formatted(against.otherwise());
  }
}
