package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openpriorauth.kernel.Problem.Fault;

/** A pack's own test cases, run. */
final class PackExamples {
  private static final int MOST = 200;

  private final PolicyPack pack;
  private final List<Fault> faults = new ArrayList<>();

  private PackExamples(PolicyPack pack) {
    this.pack = pack;
  }

  /** Of a pack that has no other fault. */
  static List<Fault> faults(PolicyPack pack) {
    PackExamples examples = new PackExamples(pack);
    List<PolicyPack.Example> tests = pack.tests() == null ? List.of() : pack.tests();
    if (tests.size() > MOST) {
      return List.of(new Fault("/tests", "too_many", "A pack may have %d tests.".formatted(MOST)));
    }
    for (int i = 0; i < tests.size(); i++) {
      examples.run(tests.get(i), "/tests/" + i);
    }
    return examples.faults;
  }

  /** What a pack without faults says of one of its own cases. */
  static Matched match(PolicyPack pack, PolicyPack.Example example) {
    List<Map<String, String>> given = example.facts() == null ? List.of() : example.facts();
    Facts facts = new Facts(example.today(), example.today(), GivenFacts.of(given));
    return Matcher.match(pack, facts, Set.of());
  }

  private void run(PolicyPack.Example example, String place) {
    if (example == null || example.today() == null || example.expect() == null) {
      faults.add(new Fault(place, "missing", "A test needs its day, and what it expects."));
      return;
    }
    List<Map<String, String>> given = example.facts() == null ? List.of() : example.facts();
    List<Fault> wrong = GivenFacts.faults(given, place + "/facts");
    if (!wrong.isEmpty()) {
      faults.addAll(wrong);
      return;
    }
    Map<String, String> said =
        match(pack, example).criteria().stream()
            .collect(Collectors.toMap(Matched.Criterion::id, c -> c.verdict().word()));
    example
        .expect()
        .forEach(
            (criterion, expected) -> {
              String verdict = said.get(criterion);
              if (!String.valueOf(verdict).equals(expected)) {
                faults.add(
                    new Fault(
                        place + "/expect/" + criterion,
                        "test_failed",
                        "“%s” expects %s and the rules say %s."
                            .formatted(example.name(), expected, verdict)));
              }
            });
  }
}
