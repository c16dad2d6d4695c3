package org.openpriorauth.criteria;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.wire.json.Json;

/**
 * What one version of a pack says otherwise than another. Criteria are the same by their id,
 * wherever in the tree they stand.
 *
 * @param added criteria of the later version only
 * @param removed criteria of the earlier version only
 * @param changed criteria of both that differ
 * @param head what else differs: title, dates, codes, diagnoses, authorization, alternatives
 */
public record PolicyDiff(
    List<Named> added, List<Named> removed, List<Changed> changed, List<Was> head) {
  public record Named(String id, String text) {}

  /**
   * @param text in the later version
   */
  public record Changed(String id, String text, List<Was> what) {}

  /**
   * @param part of a criterion: text, ask, test or place; of the head: its name
   * @param before in words; empty for nothing
   */
  public record Was(String part, String before, String after) {}

  public boolean none() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && head.isEmpty();
  }

  /** Of a pack's first version: all of it is new. */
  public static PolicyDiff first(PolicyPack pack) {
    return new PolicyDiff(only(Placed.all(pack), Map.of()), List.of(), List.of(), List.of());
  }

  public static PolicyDiff between(PolicyPack from, PolicyPack to) {
    Map<String, Placed> before = Placed.all(from);
    Map<String, Placed> after = Placed.all(to);
    List<Changed> changed = new ArrayList<>();
    for (Map.Entry<String, Placed> now : after.entrySet()) {
      Placed was = before.get(now.getKey());
      List<Was> what = was == null ? List.of() : changes(was, now.getValue(), before, after);
      if (!what.isEmpty()) {
        changed.add(new Changed(now.getKey(), now.getValue().leaf().text(), what));
      }
    }
    return new PolicyDiff(only(after, before), only(before, after), changed, head(from, to));
  }

  private static List<Named> only(Map<String, Placed> these, Map<String, Placed> those) {
    return these.entrySet().stream()
        .filter(e -> !those.containsKey(e.getKey()))
        .map(e -> new Named(e.getKey(), e.getValue().leaf().text()))
        .toList();
  }

  /**
   * Where a criterion stands.
   *
   * @param under the branches above it, in words
   * @param beside the other criteria of its branch
   */
  private record Placed(PolicyPack.Node leaf, String under, Set<String> beside) {
    static Map<String, Placed> all(PolicyPack pack) {
      Map<String, Placed> placed = new LinkedHashMap<>();
      add(placed, pack.criteria(), "", Set.of());
      return placed;
    }

    private static void add(
        Map<String, Placed> placed, PolicyPack.Node node, String under, Set<String> beside) {
      if (node.leaf()) {
        placed.put(node.id(), new Placed(node, under, beside));
        return;
      }
      String branch = (under.isEmpty() ? "" : under + " › ") + PolicyWords.branch(node);
      Set<String> leaves =
          node.of().stream()
              .filter(PolicyPack.Node::leaf)
              .map(PolicyPack.Node::id)
              .collect(Collectors.toSet());
      node.of().forEach(child -> add(placed, child, branch, leaves));
    }

    /** The criteria beside it that the other version has too; what came or went moved nothing. */
    Set<String> company(Map<String, Placed> other) {
      return beside.stream()
          .filter(id -> !id.equals(leaf.id()) && other.containsKey(id))
          .collect(Collectors.toSet());
    }

    /** All that is neither said to people nor a name: whatever a criterion is tested by. */
    ObjectNode test() {
      ObjectNode test = Json.mapper().valueToTree(leaf);
      test.remove(List.of("id", "text", "ask"));
      return test;
    }
  }

  private static List<Was> changes(
      Placed was, Placed now, Map<String, Placed> before, Map<String, Placed> after) {
    List<Was> what = new ArrayList<>();
    differ(what, "text", was.leaf().text(), now.leaf().text());
    differ(what, "ask", was.leaf().ask(), now.leaf().ask());
    if (!was.test().equals(now.test())) {
      what.add(new Was("test", PolicyWords.test(was.leaf()), PolicyWords.test(now.leaf())));
    }
    if (moved(was, now, before, after)) {
      what.add(new Was("place", place(was), place(now)));
    }
    return what;
  }

  /** Under other branches, or among none of those that it stood with. */
  private static boolean moved(
      Placed was, Placed now, Map<String, Placed> before, Map<String, Placed> after) {
    Set<String> with = was.company(after);
    return !was.under().equals(now.under())
        || (!with.isEmpty() && now.company(before).stream().noneMatch(with::contains));
  }

  private static String place(Placed placed) {
    String beside =
        placed.beside().stream()
            .filter(id -> !id.equals(placed.leaf().id()))
            .sorted()
            .collect(Collectors.joining(", "));
    return beside.isEmpty() ? placed.under() : placed.under() + ", with " + beside;
  }

  private static List<Was> head(PolicyPack from, PolicyPack to) {
    List<Was> head = new ArrayList<>();
    differ(head, "title", from.title(), to.title());
    differ(head, "authorization", from.authorization(), to.authorization());
    differ(head, "effective_from", from.effective().from(), to.effective().from());
    differ(head, "effective_to", from.effective().to(), to.effective().to());
    differ(head, "codes", from.appliesTo().codes(), to.appliesTo().codes());
    differ(head, "diagnoses", from.appliesTo().diagnoses(), to.appliesTo().diagnoses());
    differ(head, "source", source(from), source(to));
    differ(head, "alternatives", from.alternatives(), to.alternatives());
    return head;
  }

  private static List<String> source(PolicyPack pack) {
    return pack.source() == null
        ? List.of()
        : Stream.of(pack.source().title(), pack.source().section())
            .filter(Objects::nonNull)
            .toList();
  }

  private static void differ(List<Was> what, String part, Object before, Object after) {
    String then = words(before);
    String now = words(after);
    if (!then.equals(now)) {
      what.add(new Was(part, then, now));
    }
  }

  private static String words(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value == null ? "" : value.toString();
  }
}
