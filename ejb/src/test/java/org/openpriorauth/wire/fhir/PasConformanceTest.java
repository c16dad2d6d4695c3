package org.openpriorauth.wire.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What we send, held against the profiles of the guides: {@code mvn -Pconformance
 * -Dfhir.packages=DIR}. The guides are HL7's and not part of this project.
 *
 * <p>No message is suppressed. What cannot be checked is {@link AbsentTerminology} and the
 * stand-ins of {@link GuidePackages}; where the guide's profiles contradict their own extensions we
 * send neither (an authorization number is on the item, not on the Claim; there is no level of
 * service on an item). A warning does not fail the test.
 */
@Tag("conformance")
class PasConformanceTest {
  private static FhirValidator validator;

  @BeforeAll
  static void load() throws IOException {
    String folder = System.getProperty("fhir.packages", "");
    if (folder.isEmpty()) {
      System.err.println(
          "NOT CHECKED: what we send against the FHIR guides. Give their folder with"
              + " -Dfhir.packages=DIR.");
    }
    Assumptions.assumeFalse(folder.isEmpty(), "no -Dfhir.packages=DIR");
    validator = GuidePackages.validator(Path.of(folder));
  }

  @Test
  void requests() {
    for (PasRequest request :
        List.of(
            SampleRequests.mri(),
            SampleRequests.therapy(16),
            SampleRequests.infusion(),
            SampleRequests.mixed())) {
      conforms(PasBundles.request(request), "pas-request-bundle");
    }
  }

  @Test
  void inquiries() {
    for (PasInquiry inquiry :
        List.of(
            SampleRequests.inquiry("AUTH-1", List.of()),
            SampleRequests.inquiry(null, List.of(SampleRequests.cpt("72148"))),
            new PasInquiry(
                SampleRequests.transaction(), SampleRequests.child(), null, "P-1", List.of()))) {
      conforms(PasBundles.inquiry(inquiry), "pas-inquiry-request-bundle");
    }
  }

  @Test
  void subscriptions() {
    conforms(
        PasSubscriptions.create(SampleRequests.subscription("https://clinic.example/hook")),
        "subscription");
  }

  @Test
  void whatDoesNotConformIsFound() {
    String sound = PasBundles.request(SampleRequests.mri());
    for (String spoilt :
        List.of(
            sound.replace("1245319599", "1245319590"),
            sound.replace("\"collection\"", "\"batch\""),
            sound.replace("extension-certificationType", "extension-itemTraceNumber"),
            sound.replace("\"focal\":true", "\"focal\":false"))) {
      assertThat(errors(spoilt, "pas-request-bundle")).isNotEmpty();
    }
  }

  private static void conforms(String json, String profile) {
    assertThat(errors(json, profile)).isEmpty();
  }

  private static List<String> errors(String json, String profile) {
    ValidationOptions options = new ValidationOptions().addProfile(Pas.profile(profile));
    return validator.validateWithResult(json, options).getMessages().stream()
        .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(PasConformanceTest::words)
        .toList();
  }

  private static String words(SingleValidationMessage message) {
    return message.getLocationString() + ": " + message.getMessage();
  }
}
