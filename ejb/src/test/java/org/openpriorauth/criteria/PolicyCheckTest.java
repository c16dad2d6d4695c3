package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.wire.json.Json;

/** A pack that cannot be used is refused with the place of the fault, whatever is wrong with it. */
class PolicyCheckTest {
  private static final String GOOD =
      """
      {"id": "p", "version": "1", "title": "T", "payer_code": "X", "effective": {"from": "2026-01-01"},
       "applies_to": {"codes": ["72148"]}, "authorization": "required",
       "criteria": {"op": "all", "of": [
         {"id": "age", "text": "Of age", "fact": "patient", "where": {"age": {"gte": 18}}}]},
       "tests": [{"name": "n", "today": "2026-01-01", "facts": [{"kind": "patient", "age": "20"}],
                  "expect": {"age": "met"}}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": \"1\"           | \"version\": \" \"         | /version",
        "[\"72148\"]                  | [null]                     | /applies_to/codes",
        "\"op\": \"all\"              | \"op\": \"some\"           | /criteria/op",
        "\"op\": \"all\"              | \"op\": \"at_least\"       | /criteria/n",
        "\"fact\": \"patient\"        | \"fact\": \"moon\"         | /criteria/of/0/fact",
        "{\"age\": {\"gte\": 18}}     | {\"age\": null}            | /criteria/of/0/where",
        "{\"gte\": 18}              | {\"gte\": 1e999999999}     | /criteria/of/0/where/age",
        "{\"age\": \"met\"}           | {\"age\": \"not_met\"}     | /tests/0/expect/age",
        "{\"age\": \"met\"}           | {\"aeg\": \"met\"}         | /tests/0/expect/aeg",
        "{\"age\": \"met\"}           | null                       | /tests/0",
        "{\"age\": \"met\"}           | {\"age\": null}            | /tests/0/expect/age",
        "\"age\": \"20\"              | \"age\": null              | /tests/0/facts/0/age",
        "\"today\": \"2026-01-01\"    | \"today\": null            | /tests/0",
      })
  void aFaultHasItsPlace(String good, String bad, String place) throws JsonProcessingException {
    assertThat(PolicyCheck.faults(read(GOOD))).isEmpty();
    assertThat(GOOD).contains(good);

    assertThat(PolicyCheck.faults(read(GOOD.replace(good, bad))))
        .extracting(Fault::pointer)
        .containsExactly(place);
  }

  private static PolicyPack read(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, PolicyPack.class);
  }
}
