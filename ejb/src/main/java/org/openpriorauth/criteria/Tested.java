package org.openpriorauth.criteria;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openpriorauth.kernel.Evidence;

/**
 * A fact held against a leaf.
 *
 * @param about whether the thing is the one that the criterion asks for
 * @param failed the parts that say otherwise
 * @param open the first part that is not there or cannot be read as needed, or null
 * @param results of each part that could be tested
 */
record Tested(
    Facts.Fact fact,
    boolean about,
    Set<String> failed,
    String open,
    Map<String, Boolean> results,
    boolean doubtful,
    List<Evidence> evidence) {
  /** What a criterion is about: a fact that fails these is simply another thing. */
  static final Set<String> NAMES = Set.of("name", "type", "code", "procedure");

  static Tested of(PolicyPack.Node leaf, Facts.Fact fact, Facts facts) {
    boolean about = true;
    Set<String> failed = new LinkedHashSet<>();
    String open = null;
    boolean doubtful = false;
    Map<String, Boolean> results = new HashMap<>();
    List<Evidence> evidence = new ArrayList<>();
    for (Map.Entry<String, PolicyPack.Test> where : leaf.where().entrySet()) {
      Facts.Part part = fact.part(where.getKey()).orElse(null);
      Boolean passes = part == null ? null : LeafTest.passes(where.getValue(), part.value(), facts);
      boolean names = NAMES.contains(where.getKey());
      about &= !names || Boolean.TRUE.equals(passes);
      if (passes == null) {
        open = open == null ? where.getKey() : open;
      } else {
        results.put(where.getKey(), passes);
      }
      if (Boolean.FALSE.equals(passes) && !names) {
        failed.add(where.getKey());
      }
      if (part != null && part.evidence() != null) {
        evidence.add(part.evidence());
        doubtful |= part.doubtful();
      }
    }
    return new Tested(fact, about, failed, open, results, doubtful, evidence);
  }

  boolean met() {
    return failed.isEmpty() && open == null;
  }

  /** Named, and nothing said against it, but a part is wanting. */
  boolean undecided() {
    return failed.isEmpty() && open != null;
  }

  /** What says otherwise, in words. */
  String otherwise() {
    String part = failed.iterator().next();
    return part + " is " + fact.part(part).orElseThrow().value();
  }

  /** Whether the part passed its test; null if the leaf does not test it or it cannot tell. */
  Boolean says(String part) {
    return results.get(part);
  }

  /** The day that the fact is of, or null. */
  LocalDate day() {
    try {
      return fact.part("date").map(p -> LocalDate.parse(p.value())).orElse(null);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
