package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.criteria.PolicyPack.Node;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.wire.fhir.Questionnaires;
import org.openpriorauth.wire.fhir.Questionnaires.Wrong;
import org.openpriorauth.wire.json.Json;

/** A payer's own Questionnaire becomes a draft, and nothing that it says is lost without a word. */
class QuestionnaireDraftTest {
  private static final String FORM =
      """
      {"resourceType": "Questionnaire", "url": "https://payer.example/fhir/Questionnaire/Home-O2",
       "version": "3.1", "name": "HomeOxygen", "title": "Home oxygen", "status": "draft",
       "effectivePeriod": {"start": "2026-02-01T00:00:00Z"}, "colour": "blue",
       "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/cqf-library",
                      "valueCanonical": "https://payer.example/Library/o2"}],
       "item": [
         {"linkId": "1", "type": "group", "text": "Saturation", "item": [
           {"linkId": "1.1", "type": "boolean", "text": "Is the resting saturation 88% or less?",
            "required": true, "prefix": "A",
            "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression",
                           "valueExpression": {"language": "text/cql", "expression": "O2.\\"Low\\""}}]},
           {"linkId": "1.2", "type": "display", "text": "Attach the oximetry report."},
           {"linkId": "1.3", "type": "choice", "text": "Which disease?", "answerOption": [
             {"valueCoding": {"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "J44.9"}},
             {"valueCoding": {"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "J84.10"}}]}]},
         {"linkId": "2", "type": "choice", "text": "How is it delivered?", "answerOption": [
           {"valueString": "nasal cannula"}, {"valueCoding": {"code": "mask", "display": "face mask"}}],
          "enableWhen": [{"question": "1.1", "operator": "=", "answerBoolean": true}],
          "item": [{"linkId": "2.1", "type": "decimal", "text": "Flow in litres a minute"},
                   {"linkId": "2.2", "type": "display", "text": "See the order."}]},
         {"linkId": "3", "type": "group", "text": "Sign here",
          "item": [{"linkId": "3.1", "type": "display", "text": "By the physician."}]}]}
      """;

  @Test
  void groupsBecomeBranchesAndQuestionsCriteriaInWords() {
    PolicyPack pack = draft(FORM).pack();
    Node root = pack.criteria();
    Node first = root.of().get(0).of().get(0);

    assertThat(pack.id()).isEqualTo("home-o2");
    assertThat(pack.version()).isEqualTo("3.1");
    assertThat(pack.title()).isEqualTo("Home oxygen");
    assertThat(pack.payerCode()).isEqualTo("GBHP");
    assertThat(pack.effective().from()).hasToString("2026-02-01");
    assertThat(pack.source().title()).contains("https://payer.example/fhir/Questionnaire/Home-O2");
    assertThat(root.op()).isEqualTo("all");
    assertThat(root.of()).hasSize(3);
    assertThat(first.id()).isEqualTo("1.1");
    assertThat(first.ask()).isEqualTo("Attach the oximetry report.");
    assertThat(first.narrative().hints()).containsExactly("Is the resting saturation 88% or less?");
    assertThat(root.of().get(1).ask()).isEqualTo("See the order.");
    assertThat(root.of().get(1).narrative().hints()).containsExactly("nasal cannula", "face mask");
    assertThat(root.of().get(2).id()).isEqualTo("2.1");
  }

  @Test
  void aChoiceAmongDiagnosesIsADiagnosis() {
    Node disease = draft(FORM).pack().criteria().of().get(0).of().get(1);

    assertThat(disease.fact()).isEqualTo("diagnosis");
    assertThat(disease.where().get("code").in()).containsExactly("J44.9", "J84.10");
    assertThat(disease.narrative()).isNull();
    assertThat(
            draft(
                    FORM.replace("\"J84.10\"", "\"J84.10\", \"system\": \"urn:other\"")
                        .replace(
                            "{\"system\": \"http://hl7.org/fhir/sid/icd-10-cm\", \"code\": \"J84",
                            "{\"code\": \"J84"))
                .pack()
                .criteria()
                .of()
                .get(0)
                .of()
                .get(1)
                .fact())
        .isNull();
  }

  @Test
  void whatIsNotRunOrNotKeptIsSaid() {
    PolicyDraft draft = draft(FORM);

    assertThat(draft.notes())
        .map(note -> note.linkId() + " " + note.code())
        .containsExactlyInAnyOrder(
            "null status",
            "null unknown",
            "null extension",
            "null operator",
            "1 operator",
            "1 heading",
            "1.1 required",
            "1.1 expression",
            "1.1 left_out",
            "1.3 optional",
            "1.3 diagnosis",
            "2 optional",
            "2 enable_when",
            "2 answer",
            "2 options",
            "2.1 optional",
            "2.1 beside",
            "2.1 answer",
            "3 empty",
            "3.1 words");
    assertThat(draft.notes())
        .map(PolicyDraft.Note::detail)
        .contains(
            "sdc-questionnaire-initialExpression in text/cql is not run here.",
            "The payer asks it only where “1.1” = true; here it always counts.",
            "Its answers: nasal cannula, face mask.",
            "FHIR R4 has no such element, or not so: colour.",
            "Not taken over: prefix.",
            "Extensions that are not looked at: cqf-library.");
    assertThat(draft.open()).isEmpty();
  }

  @Test
  void whatTheFormDoesNotSayIsLeftToAPerson() {
    String bare =
        """
        {"resourceType": "Questionnaire", "status": "active",
         "item": [{"linkId": "1", "type": "boolean", "text": "Q"}]}""";
    PolicyDraft draft = QuestionnaireDraft.of(Questionnaires.read(bare).form(), null, List.of());

    assertThat(draft.open())
        .map(Fault::pointer)
        .containsExactly(
            "/id", "/version", "/title", "/payer_code", "/effective/from", "/applies_to/codes");
    assertThat(draft.json()).contains("\"Q\"");
  }

  /** As a browser sends what was pasted. */
  @Test
  void linesMayEndInTwoCharacters() {
    assertThat(draft(FORM.replace("\n", "\r\n"))).isEqualTo(draft(FORM));
  }

  @Test
  void aPackageMayHoldOne() {
    String bundle =
        """
        {"resourceType": "Bundle", "type": "collection", "entry": [
          {"resource": %s}, {"resource": {"resourceType": "Library", "status": "active",
           "type": {"coding": [{"code": "logic-library"}]}}}]}""";
    String parameters =
        """
        {"resourceType": "Parameters", "parameter": [{"name": "PackageBundle", "resource": %s}]}""";
    PolicyDraft draft = draft(parameters.formatted(bundle.formatted(FORM)));

    assertThat(draft.pack()).isEqualTo(draft(FORM).pack());
    assertThat(draft.notes())
        .map(PolicyDraft.Note::detail)
        .contains("With it came Library (1): not looked at, and logic in it is not run.");
    String two = bundle.formatted(FORM + "}, {\"resource\": " + FORM);
    assertThat(Questionnaires.read(two).faults()).map(Wrong::code).containsExactly("several");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"linkId\": \"1.2\"      | \"linkId\": \"1.1\"   | /item/0/item/1 | link_id_twice",
        "\"linkId\": \"1.2\",     | \"prefix\": \"x\",    | /item/0/item/1 | link_id_missing",
        "\"type\": \"decimal\"    | \"type\": \"poem\"    | /item/1/item/0 | type",
        "Flow in litres           | Flow\\u202E in        | /item/1/item/0 | unseen",
        "Flow in litres           | Flow\\u0000 in        | /item/1/item/0 | unseen",
        "\"title\": \"Home        | \"title\": \"\\u0007  | /title         | unseen",
        "\"resourceType\": \"Questionnaire\" | \"resourceType\": \"Patient\" | `` | no_questionnaire",
        "\"resourceType\": \"Questionnaire\" | \"resourceType\": \"Poem\" | `` | not_fhir",
        "\"3.1\", \"name\"        | 1e400000000, \"name\" | `` | not_fhir",
      })
  void whatIsWrongIsSaidWithItsPlace(String good, String bad, String place, String code) {
    assertThat(FORM).contains(good);
    List<Wrong> wrong = Questionnaires.read(FORM.replace(good, bad)).faults();

    assertThat(wrong).map(w -> w.pointer() + " " + w.code()).contains(place + " " + code);
  }

  @Test
  void tooMuchIsRefusedAtOnce() {
    String one = "{\"linkId\": \"%d\", \"type\": \"%s\", \"text\": \"Q\"},";
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 201; i++) {
      many.append(one.formatted(i, "boolean"));
    }
    assertThat(codes(form(many.toString()))).containsExactly("too_many");
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 1_001; i++) {
      words.append(one.formatted(i, "display"));
    }
    assertThat(codes(form(words.toString()))).containsExactly("too_many");
    String deep = "{\"linkId\": \"%d\", \"type\": \"group\", \"item\": [";
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      nested.append(deep.formatted(i));
    }
    nested.append(one.formatted(99, "boolean")).setLength(nested.length() - 1);
    assertThat(codes(form(nested + "]}".repeat(9) + ","))).contains("too_deep");
    assertThat(codes(form(one.formatted(1, "text").replace("Q", "Q".repeat(4_001)))))
        .containsExactly("too_long");
    assertThat(codes("[".repeat(90_000))).containsExactly("not_fhir");
    assertThat(codes("{\"item\":".repeat(90_000))).containsExactly("not_fhir");
  }

  /** A stranger may write what he likes into our extension. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json",
        "null",
        "{\"op\": \"all\", \"of\": []}",
        "{\"id\": \"a\", \"text\": \"A\", \"fact\": \"moon\", \"where\": {\"a\": {\"gte\": 1}}}",
        "{\"id\": \"a\", \"text\": \"A\", \"fact\": \"finding\", \"where\": {\"a\": {\"gte\": 1e999999999}}}",
        "{\"id\": \"a\", \"text\": \"A\", \"shout\": true}",
      })
  void whatIsNoTestOfOursIsReadInWords(String own) throws JsonProcessingException {
    String extended =
        form(
            """
            {"linkId": "q", "type": "boolean", "text": "Q", "extension": [
              {"url": "https://openpriorauth.org/fhir/StructureDefinition/policy-criterion",
               "valueString": %s}]},"""
                .formatted(Json.mapper().writeValueAsString(own)));
    PolicyDraft draft =
        QuestionnaireDraft.of(Questionnaires.read(extended).form(), "X", List.of("1"));

    assertThat(draft.pack().criteria().narrative()).isNotNull();
    assertThat(draft.notes()).map(PolicyDraft.Note::code).contains("own");
    assertThat(Json.text(draft)).contains("\"q\"");
  }

  private static String form(String items) {
    return "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"item\": ["
        + items.substring(0, items.length() - 1)
        + "]}";
  }

  private static List<String> codes(String json) {
    return Questionnaires.read(json).faults().stream().map(Wrong::code).distinct().toList();
  }

  private static PolicyDraft draft(String json) {
    Questionnaires.Reading reading = Questionnaires.read(json);
    assertThat(reading.faults()).isEmpty();
    return QuestionnaireDraft.of(reading.form(), "GBHP", List.of("E1390"));
  }
}
