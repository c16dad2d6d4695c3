package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationResult;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpriorauth.wire.fhir.Questionnaires;
import org.openpriorauth.wire.json.Json;

/** A pack that is handed out as a Questionnaire comes back as it was. */
class QuestionnaireRoundTripTest {
  private static final FhirContext R4 = FhirContext.forR4Cached();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Set<ResultSeverityEnum> BAD =
      EnumSet.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL);
  private static final String URL = "urn:uuid:0193b000-0000-3000-8000-00000000abcd";

  static Stream<PolicyPack> packs() {
    return Stream.concat(
        ExamplePacks.all().stream(), IntStream.range(0, 80).mapToObj(RandomPacks::pack));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void whatWasHandedOutComesBack(PolicyPack pack) {
    PolicyDraft back = back(written(pack));

    assertThat(back.pack()).isEqualTo(pack);
    assertThat(back.notes()).isEmpty();
    assertThat(back.open()).isEqualTo(PolicyCheck.faults(pack));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void aStrictParserTakesIt(PolicyPack pack) {
    Questionnaire read =
        (Questionnaire)
            R4.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(written(pack));

    assertThat(read.getUrl()).isEqualTo(URL);
    assertThat(read.getName()).matches("[A-Z][A-Za-z0-9_]{0,254}");
    assertThat(read.getItem()).hasSize(1);
  }

  /** The base resource with its rules: unique linkIds, nothing below a display, and more. */
  @Test
  void itIsAValidQuestionnaire() {
    ValidationSupportChain chain =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(R4),
            new CommonCodeSystemsTerminologyService(R4),
            new InMemoryTerminologyServerValidationSupport(R4));
    FhirInstanceValidator instances = new FhirInstanceValidator(chain);
    instances.setAnyExtensionsAllowed(true);
    FhirValidator validator = R4.newValidator().registerValidatorModule(instances);

    for (PolicyPack pack : packs().limit(30).toList()) {
      ValidationResult result = validator.validateWithResult(written(pack));
      assertThat(result.getMessages())
          .as(pack.id())
          .filteredOn(m -> BAD.contains(m.getSeverity()))
          .isEmpty();
    }
    String broken =
        written(ExamplePacks.all().get(0)).replace("\"type\":\"group\"", "\"type\":\"display\"");
    assertThat(validator.validateWithResult(broken).isSuccessful()).isFalse();
  }

  @Test
  void eachCriterionIsAQuestionWithItsHelp() {
    String json = written(ExamplePacks.find("example-knee-replacement").orElseThrow());
    Questionnaire form = (Questionnaire) R4.newJsonParser().parseResource(json);
    Questionnaire.QuestionnaireItemComponent root = form.getItemFirstRep();
    Questionnaire.QuestionnaireItemComponent first = root.getItemFirstRep();
    Questionnaire.QuestionnaireItemComponent two = root.getItem().get(3);

    assertThat(root.getText()).isEqualTo("All of these");
    assertThat(first.getLinkId()).isEqualTo("diagnosis");
    assertThat(first.getType()).isEqualTo(Questionnaire.QuestionnaireItemType.BOOLEAN);
    assertThat(first.getItemFirstRep().getText()).startsWith("The surgeon's note");
    assertThat(two.getText()).isEqualTo("At least 2 of these 4");
    assertThat(two.getItem()).hasSize(4);
    assertThat(form.getEffectivePeriod().getStartElement().getValueAsString())
        .isEqualTo("2026-01-01");
  }

  /** The test stays hidden in the extension; what people read is what they may change. */
  @Test
  void whatSomebodyChangedInTheFormCounts() {
    PolicyPack pack = ExamplePacks.find("example-cpap").orElseThrow();
    String changed =
        written(pack)
            .replace("\"linkId\":\"visit\"", "\"linkId\":\"sleep-visit\"")
            .replace("\"text\":\"A sleep study within twelve months\"", "\"text\":\"A study\"")
            .replace("\"text\":\"A note with the diagnosis G47.33.\"", "\"text\":\"A note.\"")
            .replace("\"version\":\"2026-11\"", "\"version\":\"2027-01\"")
            .replace("\"start\":\"2026-01-01\"", "\"start\":\"2027-01-01\"");
    PolicyDraft back = back(changed);
    List<PolicyPack.Node> criteria = back.pack().criteria().of();
    List<PolicyPack.Node> before = pack.criteria().of();

    assertThat(back.pack().version()).isEqualTo("2027-01");
    assertThat(back.pack().effective().from()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(criteria.get(0).ask()).isEqualTo("A note.");
    assertThat(criteria.get(1).id()).isEqualTo("sleep-visit");
    assertThat(criteria.get(2).text()).isEqualTo("A study");
    assertThat(criteria).map(PolicyPack.Node::where).isEqualTo(map(before));
  }

  private static List<Map<String, PolicyPack.Test>> map(List<PolicyPack.Node> nodes) {
    return nodes.stream().map(PolicyPack.Node::where).toList();
  }

  @Test
  void theNextPayerAndItsServicesMayBeNamed() {
    String json = written(ExamplePacks.find("example-cpap").orElseThrow());
    PolicyDraft draft =
        QuestionnaireDraft.of(Questionnaires.read(json).form(), "GBHP", List.of("E0601"));

    assertThat(draft.pack().payerCode()).isEqualTo("GBHP");
    assertThat(draft.pack().appliesTo().codes()).containsExactly("E0601");
    assertThat(draft.open()).isEmpty();
  }

  @Test
  void rulesThatEndedAreRetired() {
    PolicyPack ended = RandomPacks.ended();
    Questionnaire form = (Questionnaire) R4.newJsonParser().parseResource(written(ended));

    assertThat(form.getStatus().toCode()).isEqualTo("retired");
    assertThat(back(written(ended)).pack()).isEqualTo(ended);
  }

  private static String written(PolicyPack pack) {
    return Questionnaires.write(PackQuestionnaire.of(pack, URL, TODAY));
  }

  private static PolicyDraft back(String json) {
    Questionnaires.Reading reading = Questionnaires.read(json);
    assertThat(reading.faults()).isEmpty();
    PolicyDraft draft = QuestionnaireDraft.of(reading.form(), null, List.of());
    assertThat(Json.text(draft)).isNotEmpty();
    return draft;
  }
}
