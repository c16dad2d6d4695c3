package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openpriorauth.criteria.Facts.Fact;
import org.openpriorauth.criteria.Facts.Part;
import org.openpriorauth.kernel.Problem.Fault;

/** Whether a pack can be used, and says what it claims of its own test cases. */
final class PolicyCheck {
  private static final int DEEPEST = 8;
  private static final Set<String> OPS = Set.of("all", "any", "at_least");
  private static final Set<String> KINDS =
      Set.of(
          "therapy",
          "finding",
          "diagnosis",
          "drug",
          "service",
          "document",
          "patient",
          "request",
          "provider",
          "order",
          "coverage",
          "facility");

  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private PolicyCheck() {}

  /** Every fault at once; empty if there is none. */
  static List<Fault> faults(PolicyPack pack) {
    PolicyCheck check = new PolicyCheck();
    check.head(pack);
    if (pack.criteria() == null) {
      check.fault("/criteria", "missing", "The pack has no criteria.");
    } else {
      check.node(pack.criteria(), "/criteria", 1);
    }
    if (check.faults.isEmpty()) {
      check.examples(pack);
    }
    return List.copyOf(check.faults);
  }

  private void head(PolicyPack pack) {
    named(pack.id(), "/id");
    named(pack.version(), "/version");
    named(pack.title(), "/title");
    named(pack.payerCode(), "/payer_code");
    if (pack.effective() == null || pack.effective().from() == null) {
      fault("/effective/from", "missing", "Say from which day the rules hold.");
    } else if (pack.effective().to() != null
        && pack.effective().to().isBefore(pack.effective().from())) {
      fault("/effective/to", "before_start", "The rules end before they begin.");
    }
    if (pack.appliesTo() == null
        || pack.appliesTo().codes() == null
        || pack.appliesTo().codes().isEmpty()
        || pack.appliesTo().codes().stream().anyMatch(Objects::isNull)) {
      fault("/applies_to/codes", "missing", "Say which service codes the rules cover.");
    }
    if (!Set.of("required", "not_required").contains(String.valueOf(pack.authorization()))) {
      fault("/authorization", "unknown", "Say required or not_required.");
    }
  }

  private void node(PolicyPack.Node node, String place, int depth) {
    if (depth > DEEPEST) {
      fault(place, "too_deep", "Criteria may be nested eight deep.");
    } else if (node.leaf()) {
      leaf(node, place);
    } else if (!OPS.contains(node.op())) {
      fault(place + "/op", "unknown", "Say all, any or at_least.");
    } else if (node.of() == null || node.of().isEmpty() || node.of().contains(null)) {
      fault(place + "/of", "missing", "A branch needs its criteria.");
    } else {
      if (node.op().equals("at_least")
          && (node.n() == null || node.n() < 1 || node.n() > node.of().size())) {
        fault(place + "/n", "range", "Say how many, from 1 to the number of criteria.");
      }
      for (int i = 0; i < node.of().size(); i++) {
        node(node.of().get(i), place + "/of/" + i, depth + 1);
      }
    }
  }

  private void leaf(PolicyPack.Node node, String place) {
    named(node.id(), place + "/id");
    named(node.text(), place + "/text");
    if (node.id() != null && !ids.add(node.id())) {
      fault(place + "/id", "twice", "Two criteria have this id.");
    }
    if (!KINDS.contains(String.valueOf(node.fact()))) {
      fault(place + "/fact", "unknown", "There are no facts of this kind.");
    }
    if (node.where() == null || node.where().isEmpty() || node.where().containsValue(null)) {
      fault(place + "/where", "missing", "A criterion needs a test.");
    }
  }

  private void examples(PolicyPack pack) {
    List<PolicyPack.Example> tests = pack.tests() == null ? List.of() : pack.tests();
    for (int i = 0; i < tests.size(); i++) {
      PolicyPack.Example example = tests.get(i);
      if (!whole(example)) {
        fault("/tests/" + i, "missing", "A test case needs a name, a day, facts and verdicts.");
        continue;
      }
      Map<String, String> said = verdicts(run(pack, example));
      for (Map.Entry<String, String> expected : example.expect().entrySet()) {
        String verdict = said.get(expected.getKey());
        if (!expected.getValue().equals(verdict)) {
          fault(
              "/tests/" + i + "/expect/" + expected.getKey(),
              "test_failed",
              "“%s” expects %s and the rules say %s."
                  .formatted(example.name(), expected.getValue(), verdict));
        }
      }
    }
  }

  private static boolean whole(PolicyPack.Example example) {
    return example != null
        && example.name() != null
        && example.today() != null
        && example.facts() != null
        && example.expect() != null
        && example.expect().values().stream().noneMatch(Objects::isNull)
        && example.facts().stream().allMatch(PolicyCheck::whole);
  }

  private static boolean whole(Map<String, String> fact) {
    return fact != null && fact.values().stream().noneMatch(Objects::isNull);
  }

  /** What the pack says of one of its own test cases. */
  static Matched run(PolicyPack pack, PolicyPack.Example example) {
    return Matcher.match(pack, facts(example), Set.of());
  }

  private static Map<String, String> verdicts(Matched matched) {
    return matched.criteria().stream()
        .collect(Collectors.toMap(Matched.Criterion::id, c -> c.verdict().word()));
  }

  private static Facts facts(PolicyPack.Example example) {
    List<Fact> all = new ArrayList<>();
    for (Map<String, String> thing : example.facts()) {
      Map<String, Part> parts =
          thing.entrySet().stream()
              .filter(e -> !e.getKey().equals("kind"))
              .collect(Collectors.toMap(Map.Entry::getKey, e -> Part.known(e.getValue())));
      all.add(new Fact(String.valueOf(thing.get("kind")), parts));
    }
    return new Facts(example.today(), example.today(), all);
  }

  private void named(String text, String place) {
    if (text == null || text.isBlank()) {
      fault(place, "missing", "This may not be empty.");
    }
  }

  private void fault(String pointer, String code, String detail) {
    faults.add(new Fault(pointer, code, detail));
  }
}
