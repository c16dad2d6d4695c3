package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A pack's criteria in words, in the order in which a person reads them. */
public final class PolicyWords {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("therapy", "A treatment"),
          Map.entry("finding", "A finding"),
          Map.entry("diagnosis", "A diagnosis"),
          Map.entry("drug", "A medicine"),
          Map.entry("service", "A service in the chart"),
          Map.entry("document", "A document"),
          Map.entry("patient", "The patient"),
          Map.entry("request", "The request"),
          Map.entry("provider", "A provider"),
          Map.entry("order", "The order"),
          Map.entry("coverage", "The coverage"),
          Map.entry("facility", "The facility"));

  /** What it is about first; the file's own order does not outlast the database. */
  private static final Comparator<Map.Entry<String, PolicyPack.Test>> ORDER =
      Comparator.comparing(
              (Map.Entry<String, PolicyPack.Test> e) -> !Tested.NAMES.contains(e.getKey()))
          .thenComparing(Map.Entry::getKey);

  private PolicyWords() {}

  /**
   * A branch or a criterion.
   *
   * @param depth how many branches stand above it
   * @param number as in a contents list, 2.1; empty for the root
   * @param text what is asked for
   * @param test of a criterion: what the chart must show, or empty
   * @param ask of a criterion: what to fetch, or null
   * @param criterion its id, or null for a branch
   */
  public record Line(
      int depth, String number, String text, String test, String ask, String criterion) {}

  public static List<Line> lines(PolicyPack.Node root) {
    List<Line> lines = new ArrayList<>();
    add(lines, root, 0, "");
    return lines;
  }

  private static void add(List<Line> lines, PolicyPack.Node node, int depth, String number) {
    if (node.leaf()) {
      lines.add(new Line(depth, number, node.text(), test(node), node.ask(), node.id()));
      return;
    }
    lines.add(new Line(depth, number, branch(node), "", null, null));
    for (int i = 0; i < node.of().size(); i++) {
      String below = number.isEmpty() ? Integer.toString(i + 1) : number + "." + (i + 1);
      add(lines, node.of().get(i), depth + 1, below);
    }
  }

  static String branch(PolicyPack.Node node) {
    return switch (node.op()) {
      case "all" -> "All of these";
      case "any" -> "One of these";
      default -> "At least %d of these %d".formatted(node.n(), node.of().size());
    };
  }

  /** What the chart must show for a criterion. */
  static String test(PolicyPack.Node leaf) {
    if (leaf.narrative() != null) {
      return "For a person to judge; looked for: " + or(leaf.narrative().hints());
    }
    String parts =
        leaf.where().entrySet().stream()
            .sorted(ORDER)
            .map(part -> part.getKey() + " " + test(part.getValue()))
            .collect(Collectors.joining("; "));
    return KINDS.getOrDefault(leaf.fact(), leaf.fact()) + ": " + parts;
  }

  private static String test(PolicyPack.Test test) {
    List<String> words = new ArrayList<>();
    if (test.in() != null) {
      words.add(or(test.in()));
    }
    if (test.gte() != null) {
      words.add("at least " + test.gte().toPlainString());
    }
    if (test.lte() != null) {
      words.add("at most " + test.lte().toPlainString());
    }
    if (test.withinDays() != null) {
      words.add("at most %d days before the order".formatted(test.withinDays()));
    }
    return String.join(" and ", words);
  }

  private static String or(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
