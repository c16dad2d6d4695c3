package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpriorauth.criteria.PolicyDiff.Changed;
import org.openpriorauth.criteria.PolicyDiff.Named;
import org.openpriorauth.criteria.PolicyDiff.Was;
import org.openpriorauth.wire.json.Json;

class PolicyDiffTest {
  private static final String TREE =
      """
      {"op": "all", "of": [%s, %s, {"op": "any", "of": [%s, %s]}, {"op": "any", "of": [%s, %s]}]}
      """
          .formatted(leaf("a"), leaf("b"), leaf("c"), leaf("d"), leaf("e"), leaf("f"));

  @Test
  void theSameSaysNothing() throws JsonProcessingException {
    assertThat(PolicyDiff.between(pack(TREE), pack(TREE)).none()).isTrue();
  }

  @Test
  void whatCameAndWentIsNamedAndMovesNothing() throws JsonProcessingException {
    String later = TREE.replace(leaf("c") + ", ", leaf("new") + ", ");

    PolicyDiff diff = PolicyDiff.between(pack(TREE), pack(later));

    assertThat(diff.added()).containsExactly(new Named("new", "Text of new"));
    assertThat(diff.removed()).containsExactly(new Named("c", "Text of c"));
    assertThat(diff.changed()).isEmpty();
  }

  @Test
  void aChangeSaysWhatWasAndWhatIs() throws JsonProcessingException {
    String later =
        TREE.replace(
            leaf("a"),
            "{\"id\": \"a\", \"text\": \"Another text\", \"fact\": \"finding\","
                + " \"where\": {\"value\": {\"gte\": 7}}}");

    List<Changed> changed = PolicyDiff.between(pack(TREE), pack(later)).changed();

    assertThat(changed).hasSize(1);
    assertThat(changed.get(0).text()).isEqualTo("Another text");
    assertThat(changed.get(0).what())
        .containsExactly(
            new Was("text", "Text of a", "Another text"),
            new Was("ask", "Fetch a", ""),
            new Was("test", "A finding: value at least 6", "A finding: value at least 7"));
  }

  @Test
  void aBranchThatAsksForMoreMovesAllThatIsInIt() throws JsonProcessingException {
    String later =
        TREE.replace(
            "{\"op\": \"any\", \"of\": [" + leaf("c"),
            "{\"op\": \"at_least\", \"n\": 2, \"of\": [" + leaf("c"));

    List<Changed> changed = PolicyDiff.between(pack(TREE), pack(later)).changed();

    assertThat(changed).extracting(Changed::id).containsExactly("c", "d");
    assertThat(changed.get(0).what())
        .containsExactly(
            new Was(
                "place",
                "All of these › One of these, with d",
                "All of these › At least 2 of these 2, with d"));
  }

  /** Both branches read alike; the company tells that the two were exchanged. */
  @Test
  void whoStandsAmongOthersHasMoved() throws JsonProcessingException {
    String later =
        TREE.replace(leaf("c"), "?").replace(leaf("e"), leaf("c")).replace("?", leaf("e"));

    assertThat(PolicyDiff.between(pack(TREE), pack(later)).changed())
        .extracting(Changed::id)
        .containsExactly("e", "d", "c", "f");
  }

  @Test
  void anotherOrderIsNoChange() throws JsonProcessingException {
    String later =
        TREE.replace(leaf("a"), "?").replace(leaf("b"), leaf("a")).replace("?", leaf("b"));

    assertThat(PolicyDiff.between(pack(TREE), pack(later)).none()).isTrue();
  }

  @Test
  void datesAndScopeAreOfTheHead() throws JsonProcessingException {
    PolicyPack earlier = pack(TREE);
    PolicyPack later =
        read(
            Json.text(earlier)
                .replace(
                    "\"from\":\"2026-01-01\",\"to\":null",
                    "\"from\":\"2027-01-01\",\"to\":\"2027-12-31\"")
                .replace("[\"72148\"]", "[\"72148\",\"72149\"]"));

    assertThat(PolicyDiff.between(earlier, later).head())
        .containsExactly(
            new Was("effective_from", "2026-01-01", "2027-01-01"),
            new Was("effective_to", "", "2027-12-31"),
            new Was("codes", "72148", "72148, 72149"));
  }

  private static String leaf(String id) {
    return """
        {"id": "%s", "text": "Text of %s", "ask": "Fetch %s", "fact": "finding", "where": {"value": {"gte": 6}}}"""
        .formatted(id, id, id);
  }

  private static PolicyPack pack(String tree) throws JsonProcessingException {
    return read(
        """
        {"id": "p", "version": "1", "title": "T", "payer_code": "X", "effective": {"from": "2026-01-01"},
         "applies_to": {"codes": ["72148"]}, "authorization": "required", "criteria": %s}
        """
            .formatted(tree));
  }

  private static PolicyPack read(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, PolicyPack.class);
  }
}
