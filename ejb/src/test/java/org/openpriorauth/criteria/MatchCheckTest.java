package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.wire.json.Json;

class MatchCheckTest {
  private static final String FACTS = "\"facts\": [{\"kind\": \"drug\", \"name\": \"naproxen\"}]";

  private static List<String> faults(String json) throws JsonProcessingException {
    return MatchCheck.faults(Json.mapper().readValue("{" + json + "}", MatchService.Question.class))
        .stream()
        .map(fault -> fault.pointer() + " " + fault.code())
        .toList();
  }

  @Test
  void everyFaultIsSaidAtOnce() throws JsonProcessingException {
    assertThat(
            faults(
                """
                "policy": {"id": "p", "criteria": {"op": "all", "of": []}}, "policy_id": " ",
                "diagnosis_codes": [null],
                "document_ids": ["00000000-0000-0000-0000-000000000001",
                                 "00000000-0000-0000-0000-000000000001"],
                "facts": [{"kind": "rumour"}, {"kind": "drug", "name": ""}, null,
                          {"kind": "drug", "Name of it": "x"}]
                """))
        .contains(
            "/policy/version missing",
            "/policy/criteria/of missing",
            "/policy_id both",
            "/policy_id size",
            "/diagnosis_codes/0 size",
            "/document_ids twice",
            "/facts/0/kind unknown",
            "/facts/1/name size",
            "/facts/2/kind unknown",
            "/facts/3 name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"policy_id\": \"p\" | /facts missing",
        "\"code\": \"72148\", FACTS | /policy missing",
        "\"version\": \"1\", FACTS | /policy missing",
        "\"policy_id\": \"p\", FACTS | ",
        "\"payer_id\": \"00000000-0000-0000-0000-000000000001\", \"code\": \"72148\", FACTS | ",
      })
  void aQuestionNeedsAPolicyAndSomethingToHoldAgainstIt(String json, String first)
      throws JsonProcessingException {
    assertThat(faults(json.replace("FACTS", FACTS)).stream().findFirst().orElse(null))
        .isEqualTo(first);
  }

  @Test
  void whatIsTooMuchIsRefusedUnlooked() {
    Map<String, String> fact = Map.of("kind", "drug", "name", "x");
    List<Map<String, String>> many = IntStream.range(0, 501).mapToObj(i -> fact).toList();
    Map<String, String> wide = new HashMap<>(fact);
    IntStream.range(0, 20).forEach(i -> wide.put("part" + "x".repeat(i), "x"));

    assertThat(GivenFacts.faults(many, "/facts"))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(tuple("/facts", "too_many"));
    assertThat(
            GivenFacts.faults(List.of(wide, Map.of("kind", "drug", "name", "x".repeat(1001))), ""))
        .extracting(Fault::code)
        .containsExactly("too_many", "size");
  }

  @Test
  void aStatedCourseLastsAsItDoesInAChart() {
    Map<String, String> course =
        Map.of("kind", "therapy", "name", "PT", "start", "2026-01-01", "end", "2026-02-12");

    assertThat(GivenFacts.of(List.of(course)).get(0).part("weeks").orElseThrow().value())
        .startsWith("6");
  }
}
