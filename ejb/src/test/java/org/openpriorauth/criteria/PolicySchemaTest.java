package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpriorauth.wire.json.Json;

/** What the schema says of a pack's form is what the product takes. */
class PolicySchemaTest {
  private static final Path SHIPPED =
      Path.of("..", "server-config", "launcher", "src", "main", "resources", "policies");

  private static final String PACK =
      """
      {"id": "p", "version": "1", "title": "P", "payer_code": "X",
       "effective": {"from": "2026-01-01", "to": "2026-12-31"},
       "source": {"title": "T", "section": "1"},
       "applies_to": {"codes": ["1*"], "diagnoses": []}, "authorization": "required",
       "criteria": {"op": "at_least", "n": 1, "of": [
         {"id": "a", "text": "A", "ask": "An A.", "fact": "finding",
          "where": {"name": {"in": ["A"]}, "value": {"gte": 1.5, "lte": 2}, "date": {"within_days": 9}}},
         {"id": "b", "text": "B", "narrative": {"hints": ["unable to"]}},
         {"op": "any", "of": [{"id": "c", "text": "C", "fact": "drug", "where": {"name": {"in": ["C"]}}}]}]},
       "alternatives": ["Wait."],
       "tests": [{"name": "t", "today": "2026-06-30", "facts": [{"kind": "drug", "name": "C"}],
                  "expect": {"a": "not_found", "c": "met"}}]}
      """;

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(PolicySchema.class.getResourceAsStream("policy-pack.schema.json"));

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      List<Path> packs = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
      assertThat(packs).isNotEmpty();
      return packs.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedPackIsOfTheForm(Path pack) throws IOException {
    JsonNode json = Json.mapper().readTree(Files.readString(pack));

    assertThat(SCHEMA.validate(json)).isEmpty();
    assertThat(PolicyCheck.faults(Json.mapper().treeToValue(json, PolicyPack.class))).isEmpty();
  }

  @Test
  void aPackWithEverythingIsOfTheFormAndCanBeUsed() throws IOException {
    JsonNode json = Json.mapper().readTree(PACK);

    assertThat(SCHEMA.validate(json)).isEmpty();
    assertThat(PolicyCheck.faults(Json.mapper().treeToValue(json, PolicyPack.class))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"version\": \"1\", | ",
        "\"required\" | \"perhaps\"",
        "\"codes\": [\"1*\"] | \"codes\": []",
        "\"2026-01-01\" | \"January\"",
        "\"at_least\", \"n\": 1 | \"at_least\"",
        "\"n\": 1 | \"n\": 0",
        "\"op\": \"any\" | \"op\": \"some\"",
        "\"gte\": 1.5 | \"more_than\": 1.5",
        "\"fact\": \"drug\" | \"fact\": \"rumour\"",
        "\"hints\": [\"unable to\"] | \"hints\": []",
        "\"narrative\": | \"fact\": \"drug\", \"narrative\":",
        "\"id\": \"b\", | ",
        "\"expect\": {\"a\": \"not_found\" | \"expect\": {\"a\": \"perhaps\"",
      })
  void whatIsMalformedIsNot(String good, String bad) throws IOException {
    assertThat(PACK).contains(good);
    JsonNode json = Json.mapper().readTree(PACK.replace(good, bad == null ? "" : bad));
    Set<ValidationMessage> faults = SCHEMA.validate(json);

    assertThat(faults).isNotEmpty();
    assertThat(refused(json)).isTrue();
  }

  private static boolean refused(JsonNode json) {
    try {
      return !PolicyCheck.faults(Json.mapper().treeToValue(json, PolicyPack.class)).isEmpty();
    } catch (IOException e) {
      return true;
    }
  }
}
