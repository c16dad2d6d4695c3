package org.openpriorauth.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openpriorauth.criteria.PolicyPack.Node;

/** Packs of any shape that the schema allows, the same for the same seed. */
final class RandomPacks {
  private static final List<String> WORDS =
      List.of(
          "A",
          "naïve “quotes”",
          "two  spaces ",
          "line\nbreak",
          "a tab\there",
          "\"json\": {\\n}",
          "<b>bold</b>",
          "疼痛",
          "😀 joy",
          "\u200Bhidden",
          "ctrl\u0001",
          "G43.*",
          "#{el} ${el}");

  private final Random chance;
  private int leaves;

  private RandomPacks(int seed) {
    chance = new Random(seed);
  }

  static PolicyPack pack(int seed) {
    RandomPacks packs = new RandomPacks(seed);
    return packs.pack(packs.chance.nextBoolean() ? LocalDate.of(2027, 3, 31) : null);
  }

  static PolicyPack ended() {
    return new RandomPacks(7).pack(LocalDate.of(2026, 10, 31));
  }

  private PolicyPack pack(LocalDate to) {
    return new PolicyPack(
        word() + chance.nextInt(99),
        "2026-" + word(),
        word(),
        word(),
        new PolicyPack.Period(LocalDate.of(2026, 1, 1 + chance.nextInt(28)), to),
        chance.nextInt(3) == 0 ? null : new PolicyPack.Source(word(), some(word())),
        new PolicyPack.AppliesTo(List.of("72148", word()), some(List.of("M54.*"))),
        chance.nextBoolean() ? "required" : "not_required",
        node(1),
        some(List.of(word(), word())),
        some(tests()));
  }

  private List<PolicyPack.Example> tests() {
    return List.of(
        new PolicyPack.Example(
            word(),
            LocalDate.of(2026, 6, 30),
            List.of(Map.of("kind", "drug", "name", word())),
            Map.of()));
  }

  private Node node(int depth) {
    if (depth == 8 || chance.nextInt(depth) > 1 || leaves > 40) {
      return leaf();
    }
    List<Node> of = new ArrayList<>();
    int many = 1 + chance.nextInt(4);
    for (int i = 0; i < many; i++) {
      of.add(chance.nextBoolean() ? node(depth + 1) : leaf());
    }
    String op = List.of("all", "any", "at_least").get(chance.nextInt(3));
    Integer n = op.equals("at_least") ? Integer.valueOf(1 + chance.nextInt(many)) : null;
    return new Node(op, n, of, null, null, null, null, null, null);
  }

  private Node leaf() {
    leaves++;
    // Also names that collide with those of groups and of words to read.
    String id = List.of("c", "group-1.", "c-help").get(chance.nextInt(3)) + leaves;
    if (chance.nextInt(4) == 0 && leaves < 20) {
      PolicyPack.Narrative words = new PolicyPack.Narrative(List.of("unable to", word()));
      return new Node(null, null, null, id, word(), some(word()), null, null, words);
    }
    Map<String, PolicyPack.Test> where = new LinkedHashMap<>();
    where.put("name", new PolicyPack.Test(List.of(word(), word()), null, null, null));
    where.put(
        "value",
        new PolicyPack.Test(
            null, some(new BigDecimal("1.50")), some(BigDecimal.valueOf(-3)), some(90)));
    return new Node(null, null, null, id, word(), some(word()), "finding", where, null);
  }

  private String word() {
    return WORDS.get(chance.nextInt(WORDS.size()));
  }

  private <T> T some(T value) {
    return chance.nextInt(3) == 0 ? null : value;
  }
}
