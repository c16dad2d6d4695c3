package org.openpriorauth.evaluation.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openpriorauth.criteria.ChartFacts;
import org.openpriorauth.criteria.Facts;
import org.openpriorauth.criteria.Matched;
import org.openpriorauth.criteria.Matcher;
import org.openpriorauth.criteria.PolicyPack;
import org.openpriorauth.extraction.ExtractionService.View;
import org.openpriorauth.wire.json.Json;

/**
 * A criterion that was held against what was read in one document.
 *
 * @param said the product's verdict
 * @param supported false for what is said to be met by something that is not on the page
 */
record Leaf(String criterion, String expected, String said, boolean supported) {
  boolean right() {
    return expected.equals(said);
  }

  /**
   * @throws IOException if a policy of the gold file is none
   */
  static List<Leaf> of(GoldFile gold, Outcome read) throws IOException {
    List<Leaf> leaves = new ArrayList<>();
    for (GoldFile.Expected expected : gold.criteria()) {
      PolicyPack pack = pack(expected);
      Facts facts = facts(gold, read.view(), expected.day(gold, pack));
      Matched.Criterion found =
          Matcher.match(pack, facts, Set.of()).criteria().stream()
              .filter(c -> c.id().equals(expected.criterion()))
              .findFirst()
              .orElseThrow(
                  () -> new IOException("The policy has no criterion " + expected.criterion()));
      String said = found.verdict().word();
      boolean supported = !said.equals("met") || supported(found, pack, read);
      leaves.add(new Leaf(expected.criterion(), expected.verdict(), said, supported));
    }
    return leaves;
  }

  private static PolicyPack pack(GoldFile.Expected expected) throws IOException {
    try {
      PolicyPack pack = Json.mapper().treeToValue(expected.policy(), PolicyPack.class);
      if (pack == null || !pack.faults().isEmpty()) {
        throw new IOException(
            "A policy of the gold file is wrong: " + (pack == null ? "none" : pack.faults()));
      }
      return pack;
    } catch (JsonProcessingException e) {
      throw new IOException("A policy of the gold file is none: " + e.getOriginalMessage(), e);
    }
  }

  /** Of the document alone, and of its patient, whom the clinic knows. */
  private static Facts facts(GoldFile gold, View view, LocalDate day) {
    List<Facts.Fact> facts = new ArrayList<>();
    if (view != null) {
      facts.addAll(new ChartFacts(0, 0).of(List.of(view)));
    }
    String born = gold.first("patient.birth_date");
    if (born != null) {
      LocalDate birth = LocalDate.parse(Normal.of("patient.birth_date", born));
      String age = Integer.toString(Period.between(birth, day).getYears());
      facts.add(new Facts.Fact("patient", Map.of("age", Facts.Part.known(age))));
    }
    return new Facts(day, day, facts);
  }

  /** What the clinic knows of the patient stands on no page. */
  private static boolean supported(Matched.Criterion found, PolicyPack pack, Outcome read) {
    boolean known =
        leaves(pack.criteria())
            .anyMatch(n -> n.id().equals(found.id()) && "patient".equals(n.fact()));
    return known || !found.evidence().isEmpty() && found.evidence().stream().allMatch(read::stands);
  }

  private static Stream<PolicyPack.Node> leaves(PolicyPack.Node node) {
    return node.of() == null ? Stream.of(node) : node.of().stream().flatMap(Leaf::leaves);
  }
}
