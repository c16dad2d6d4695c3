package org.openpriorauth.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openpriorauth.kernel.Problem.Fault;

/** Whether a pack can be used, and says of its own test cases what it claims. */
final class PolicyCheck {
  private static final int DEEPEST = 8;
  static final Set<String> OPS = Set.of("all", "any", "at_least");

  /** What facts there are. */
  static final Set<String> KINDS =
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

  /** What a chart of many pages is looked through for must stay within bounds. */
  private static final int MOST_LEAVES = 200;

  private static final int MOST_NARRATIVES = 20;
  private static final int MOST_HINTS = 40;
  private static final int LONGEST_HINT = 100;
  private static final int MOST_DIGITS = 30;

  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private int leaves;
  private int narratives;

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
      check.faults.addAll(PackExamples.faults(pack));
    }
    return List.copyOf(check.faults);
  }

  /** Whether a criterion could stand in a pack as it is. */
  static boolean sound(PolicyPack.Node leaf) {
    PolicyCheck check = new PolicyCheck();
    if (leaf.leaf()) {
      check.leaf(leaf, "");
    }
    return leaf.leaf() && check.faults.isEmpty();
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
        || pack.appliesTo().codes().stream().anyMatch(PolicyCheck::empty)) {
      fault("/applies_to/codes", "missing", "Say which service codes the rules cover.");
    }
    if (pack.appliesTo() != null
        && pack.appliesTo().diagnoses() != null
        && pack.appliesTo().diagnoses().stream().anyMatch(PolicyCheck::empty)) {
      fault("/applies_to/diagnoses", "missing", "A diagnosis may not be empty.");
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
    if (++leaves == MOST_LEAVES + 1) {
      fault(place, "too_many", "A pack may have %d criteria.".formatted(MOST_LEAVES));
    }
    if (node.narrative() != null) {
      narrative(node, place);
    } else {
      rule(node, place);
    }
  }

  private void rule(PolicyPack.Node node, String place) {
    if (!KINDS.contains(String.valueOf(node.fact()))) {
      fault(place + "/fact", "unknown", "There are no facts of this kind.");
    }
    if (node.where() == null || node.where().isEmpty() || node.where().containsValue(null)) {
      fault(place + "/where", "missing", "A criterion needs a test.");
    } else {
      node.where().forEach((part, test) -> test(test, place + "/where/" + part));
    }
  }

  private void test(PolicyPack.Test test, String place) {
    if (test.in() != null
        && (test.in().isEmpty() || test.in().stream().anyMatch(PolicyCheck::empty))) {
      fault(place + "/in", "missing", "Say which words or codes pass.");
    }
    if (tooLong(test.gte()) || tooLong(test.lte())) {
      fault(place, "range", "A number has at most %d digits.".formatted(MOST_DIGITS));
    }
  }

  /** Written out, 1e999999999 would fill the memory. */
  private static boolean tooLong(BigDecimal number) {
    return number != null
        && (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS);
  }

  private void narrative(PolicyPack.Node node, String place) {
    if (node.fact() != null || node.where() != null) {
      fault(place, "both", "A criterion in words has no fact and no test.");
    }
    if (++narratives == MOST_NARRATIVES + 1) {
      fault(place, "too_many", "A pack may have %d criteria in words.".formatted(MOST_NARRATIVES));
    }
    List<String> hints = node.narrative().hints();
    if (hints == null || hints.isEmpty() || hints.stream().anyMatch(PolicyCheck::empty)) {
      fault(place + "/narrative/hints", "missing", "Say which words show it.");
    } else if (hints.size() > MOST_HINTS
        || hints.stream().anyMatch(hint -> hint.length() > LONGEST_HINT)) {
      fault(
          place + "/narrative/hints",
          "too_long",
          "At most %d hints of %d characters.".formatted(MOST_HINTS, LONGEST_HINT));
    }
  }

  private void named(String text, String place) {
    if (empty(text)) {
      fault(place, "missing", "This may not be empty.");
    }
  }

  private static boolean empty(String text) {
    return text == null || text.isBlank();
  }

  private void fault(String pointer, String code, String detail) {
    faults.add(new Fault(pointer, code, detail));
  }
}
