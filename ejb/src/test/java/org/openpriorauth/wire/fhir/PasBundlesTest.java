package org.openpriorauth.wire.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The text that leaves: looked at as JSON, without the library that wrote it. */
class PasBundlesTest {
  private static final String VERSION_4 =
      "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  @Test
  void theEnvelopeIsACollectionWithTheClaimFirst() {
    PasRequest request = SampleRequests.mri();
    JsonNode bundle = json(PasBundles.request(request));
    assertThat(bundle.path("resourceType").asText()).isEqualTo("Bundle");
    assertThat(bundle.path("type").asText()).isEqualTo("collection");
    assertThat(bundle.path("timestamp").asText()).isEqualTo("2026-11-22T10:15:30.250Z");
    assertThat(bundle.at("/identifier/value").asText())
        .isEqualTo(request.transaction().bundle().value());
    JsonNode claim = bundle.at("/entry/0/resource");
    assertThat(claim.path("resourceType").asText()).isEqualTo("Claim");
    assertThat(claim.at("/identifier/0/system").asText()).isEqualTo("urn:trnorg:9123456789");
    assertThat(claim.path("use").asText()).isEqualTo("preauthorization");
    assertThat(claim.at("/insurance/0/focal").asBoolean()).isTrue();
    bundle
        .path("entry")
        .forEach(
            entry -> {
              assertThat(entry.has("request") || entry.has("search") || entry.has("response"))
                  .isFalse();
              assertThat(entry.path("fullUrl").asText()).matches(VERSION_4);
            });
  }

  @Test
  void everythingReferredToIsThereOnceAndNothingElse() {
    for (String text :
        List.of(
            PasBundles.request(SampleRequests.mixed()),
            PasBundles.inquiry(SampleRequests.inquiry("AUTH-1", List.of())),
            PasBundles.inquiry(
                new PasInquiry(
                    SampleRequests.transaction(),
                    SampleRequests.child(),
                    null,
                    null,
                    List.of())))) {
      JsonNode bundle = json(text);
      Map<String, JsonNode> byUrl = new HashMap<>();
      bundle
          .path("entry")
          .forEach(e -> assertThat(byUrl.put(e.path("fullUrl").asText(), e)).isNull());
      Set<String> reached = new HashSet<>();
      Deque<String> open = new ArrayDeque<>(List.of(bundle.at("/entry/0/fullUrl").asText()));
      while (!open.isEmpty()) {
        String url = open.poll();
        assertThat(byUrl).containsKey(url);
        if (reached.add(url)) {
          byUrl
              .get(url)
              .path("resource")
              .findValues("reference")
              .forEach(r -> open.add(r.asText()));
        }
      }
      assertThat(reached).isEqualTo(byUrl.keySet());
      assertThat(text).doesNotContain("\"contained\"");
    }
  }

  @Test
  void eachTextHasItsOwnNames() {
    PasRequest request = SampleRequests.mri();
    Set<String> first =
        new HashSet<>(json(PasBundles.request(request)).findValuesAsText("fullUrl"));
    Set<String> second =
        new HashSet<>(json(PasBundles.request(request)).findValuesAsText("fullUrl"));
    assertThat(first).hasSameSizeAs(second).doesNotContainAnyElementsOf(second);
  }

  @Test
  void itemsKeepTheirSequencesAndPointToTheirOrders() {
    JsonNode bundle = json(PasBundles.request(SampleRequests.mixed()));
    JsonNode items = bundle.at("/entry/0/resource/item");
    assertThat(items.findValuesAsText("sequence")).containsExactly("3", "7", "5");
    assertThat(items.at("/1/productOrService/coding/0/system").asText())
        .isEqualTo("http://hl7.org/fhir/sid/ndc");
    assertThat(items.at("/0/quantity/code").asText()).isEqualTo("VS");
    assertThat(items.at("/0/diagnosisSequence/0").asInt()).isEqualTo(1);
    items.forEach(
        item -> {
          assertThat(extension(item, "serviceItemRequestType")).contains("\"HS\"");
          assertThat(extension(item, "certificationType")).contains("\"I\"");
          assertThat(item.at("/category/coding/0/code").asText()).isEqualTo("1");
          assertThat(item.at("/locationCodeableConcept/coding/0/code").asText()).isEqualTo("11");
          assertThat(item.path("servicedDate").asText()).isEqualTo("2026-12-01");
        });
    assertThat(types(bundle)).contains("ServiceRequest", "MedicationRequest", "PractitionerRole");
    bundle
        .path("entry")
        .forEach(
            e -> {
              if (e.at("/resource/resourceType").asText().endsWith("Request")) {
                assertThat(e.at("/resource/intent").asText()).isEqualTo("order");
              }
            });
    JsonNode claim = bundle.at("/entry/0/resource");
    assertThat(claim.path("careTeam")).hasSize(2);
    claim
        .path("careTeam")
        .forEach(m -> assertThat(extension(m, "careTeamClaimScope")).contains("true"));
    assertThat(extension(claim, "levelOfServiceCode")).contains("\"03\"");
    assertThat(claim.at("/priority/coding/0/code").asText()).isEqualTo("stat");
  }

  @Test
  void aDocumentTravelsInsideWithItsKind() {
    JsonNode bundle = json(PasBundles.request(SampleRequests.mri()));
    JsonNode info = bundle.at("/entry/0/resource/supportingInfo/0");
    assertThat(extension(info, "documentInformation")).contains("\"PY\"");
    JsonNode document = null;
    for (JsonNode entry : bundle.path("entry")) {
      if (entry.path("fullUrl").equals(info.at("/valueReference/reference"))) {
        document = entry.path("resource");
      }
    }
    assertThat(document).isNotNull();
    JsonNode attachment = document.at("/content/0/attachment");
    assertThat(attachment.has("url")).isFalse();
    assertThat(Base64.getDecoder().decode(attachment.path("data").asText()))
        .isEqualTo(SampleRequests.PDF);
    assertThat(attachment.path("creation").asText()).isEqualTo("2026-11-20");
  }

  @Test
  void aSubscriberIsThereUnlessItIsThePatient() {
    JsonNode self = json(PasBundles.request(SampleRequests.mri()));
    assertThat(types(self).stream().filter("Patient"::equals)).hasSize(1);
    assertThat(self.toString()).contains("\"code\":\"18\"").doesNotContain("\"subscriber\":");
    JsonNode child =
        json(
            PasBundles.inquiry(
                new PasInquiry(
                    SampleRequests.transaction(), SampleRequests.child(), null, null, List.of())));
    assertThat(types(child).stream().filter("Patient"::equals)).hasSize(2);
    assertThat(child.toString()).contains("\"code\":\"19\"").contains("\"subscriber\":");
  }

  @Test
  void aClinicThatPerformsIsThereOnce() {
    PasRequest from = SampleRequests.mri();
    PasRequest own =
        new PasRequest(
            from.transaction(),
            from.parties(),
            from.orderedBy(),
            new PasRequest.Performer("The same", from.parties().clinic().npi()),
            from.priority(),
            List.of(),
            from.items(),
            List.of());
    JsonNode bundle = json(PasBundles.request(own));
    assertThat(types(bundle).stream().filter("Organization"::equals)).hasSize(2);
    assertThat(bundle.at("/entry/0/resource/careTeam")).hasSize(2);
    assertThat(bundle.at("/entry/0/resource/diagnosis")).as("an item's own joins").hasSize(1);
  }

  @Test
  void sequencesAreUnique() {
    PasRequest.Item item = SampleRequests.item(1, SampleRequests.cpt("72148"), 1, null);
    assertThatThrownBy(
            () -> SampleRequests.request(PasRequest.Priority.ROUTINE, List.of(item, item), false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SampleRequests.request(PasRequest.Priority.ROUTINE, List.of(), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLargeDocumentGoesThrough() {
    byte[] large = new byte[15 * 1024 * 1024];
    Arrays.fill(large, (byte) 'x');
    PasRequest from = SampleRequests.mri();
    PasRequest request =
        new PasRequest(
            from.transaction(),
            from.parties(),
            from.orderedBy(),
            null,
            from.priority(),
            from.diagnoses(),
            from.items(),
            List.of(SampleRequests.document(large)));
    String text = PasBundles.request(request);
    assertThat(text.length()).isBetween(20 * 1024 * 1024, 20 * 1024 * 1024 + 20_000);
  }

  @Test
  void anInquiryNamesItsNumberOnAnItem() {
    JsonNode claim =
        json(PasBundles.inquiry(SampleRequests.inquiry("AUTH-1", List.of())))
            .at("/entry/0/resource");
    assertThat(claim.path("identifier")).hasSize(1);
    assertThat(claim.has("extension") && extension(claim, "authorizationNumber").isEmpty())
        .isTrue();
    JsonNode item = claim.at("/item/0");
    assertThat(extension(item, "authorizationNumber")).contains("AUTH-1");
    assertThat(item.at("/productOrService/coding/0/code").asText()).isEqualTo("not-applicable");
    JsonNode open =
        json(PasBundles.inquiry(SampleRequests.inquiry(null, List.of()))).at("/entry/0/resource");
    assertThat(open.has("item")).isFalse();
    JsonNode service =
        json(
            PasBundles.inquiry(SampleRequests.inquiry(null, List.of(SampleRequests.cpt("72148")))));
    assertThat(service.at("/entry/0/resource/item/0/productOrService/coding/0/code").asText())
        .isEqualTo("72148");
  }

  private static String extension(JsonNode holder, String name) {
    StringBuilder found = new StringBuilder();
    holder
        .path("extension")
        .forEach(
            e -> {
              if (e.path("url").asText().endsWith("extension-" + name)) {
                found.append(e);
              }
            });
    return found.toString();
  }

  private static List<String> types(JsonNode bundle) {
    return bundle.path("entry").findValues("resource").stream()
        .map(r -> r.path("resourceType").asText())
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
