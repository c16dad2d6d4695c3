package org.openpriorauth.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A sound PAS request bundle about an invented patient, written by hand and easy to spoil. */
final class SampleRequest {
  static final ObjectMapper MAPPER = new ObjectMapper();
  static final String ORGANIZATION_NPI = "1245319599";
  private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";
  private static final String X12 = "https://codesystem.x12.org/005010/";

  private final String claimUrl = uuid();
  private final String organization = uuid();
  private final String insurer = uuid();
  private final String coverage = uuid();
  private final String patient = uuid();
  private final String document = uuid();
  private final String role = uuid();
  private final String practitioner = uuid();
  private final List<ObjectNode> items = new ArrayList<>();
  private final List<ObjectNode> orders = new ArrayList<>();
  private String bundleIdentifier = UUID.randomUUID().toString();
  private String claimIdentifier = "TRN-" + UUID.randomUUID();
  private String member = "M100200300";
  private String priority = "normal";
  private String diagnosis = "M54.50";
  private boolean documented = true;
  private boolean byRole;
  private String sender = "";

  static SampleRequest of(String code, int units) {
    return new SampleRequest().item(code, units);
  }

  static SampleRequest empty() {
    return new SampleRequest();
  }

  SampleRequest bundleIdentifier(String value) {
    bundleIdentifier = value;
    return this;
  }

  SampleRequest claimIdentifier(String value) {
    claimIdentifier = value;
    return this;
  }

  SampleRequest member(String value) {
    member = value;
    return this;
  }

  SampleRequest priority(String value) {
    priority = value;
    return this;
  }

  SampleRequest diagnosis(String value) {
    diagnosis = value;
    return this;
  }

  SampleRequest withoutDocument() {
    documented = false;
    return this;
  }

  /** The interchange id of the sending system (ISA06). */
  SampleRequest sender(String value) {
    sender = value;
    return this;
  }

  /** A role of a practitioner asks in place of the organisation. */
  SampleRequest askedByRole() {
    byRole = true;
    return this;
  }

  String claimIdentifier() {
    return claimIdentifier;
  }

  String bundleIdentifier() {
    return bundleIdentifier;
  }

  SampleRequest item(String code, int units) {
    String url = uuid();
    int sequence = items.size() + 1;
    ObjectNode order = resource("ServiceRequest", url);
    order.put("status", "active").put("intent", "order");
    order.set("code", concept("http://www.ama-assn.org/go/cpt", code));
    order.set("subject", reference(patient));
    orders.add(entry(url, order));
    ObjectNode item = MAPPER.createObjectNode();
    ArrayNode extensions = item.putArray("extension");
    extensions.add(coded("extension-serviceItemRequestType", X12 + "1525", "HS"));
    extensions.add(coded("extension-certificationType", X12 + "1322", "I"));
    extensions
        .addObject()
        .put("url", PAS + "extension-itemTraceNumber")
        .putObject("valueIdentifier")
        .put("system", "urn:sample:trace")
        .put("value", claimIdentifier + "-" + sequence);
    extensions
        .addObject()
        .put("url", PAS + "extension-requestedService")
        .set("valueReference", reference(url));
    item.put("sequence", sequence);
    item.putArray("diagnosisSequence").add(1);
    item.set("category", concept(X12 + "1365", "1"));
    item.set("productOrService", concept("http://www.ama-assn.org/go/cpt", code));
    item.put("servicedDate", "2026-12-01");
    item.set(
        "locationCodeableConcept",
        concept(
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
            "11"));
    item.putObject("quantity").put("value", units).put("unit", "UN");
    items.add(item);
    return this;
  }

  ObjectNode bundle() {
    ObjectNode bundle = MAPPER.createObjectNode().put("resourceType", "Bundle");
    bundle.putObject("identifier").put("system", "urn:sample:out").put("value", bundleIdentifier);
    bundle.put("type", "collection").put("timestamp", "2026-11-22T10:00:00Z");
    ArrayNode entries = bundle.putArray("entry");
    entries.add(entry(claimUrl, claim()));
    entries.add(entry(organization, organization(organization, "us-npi", ORGANIZATION_NPI)));
    entries.add(entry(insurer, organization(insurer, "payer-id", "PAYER-77")));
    entries.add(entry(coverage, coverage()));
    entries.add(entry(patient, patient()));
    orders.forEach(entries::add);
    if (byRole) {
      entries.add(entry(role, role()));
      entries.add(entry(practitioner, practitioner()));
    }
    if (documented) {
      entries.add(entry(document, document()));
    }
    return bundle;
  }

  String text() {
    return bundle().toString();
  }

  /** The same parties and items, asking what became of it. */
  ObjectNode inquiry(String trace) {
    documented = false;
    ObjectNode bundle = bundle();
    ObjectNode claim = (ObjectNode) bundle.at("/entry/0/resource");
    claim.remove(List.of("supportingInfo", "item"));
    ((ObjectNode) claim.at("/identifier/0")).put("value", trace);
    ArrayNode entries = (ArrayNode) bundle.path("entry");
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).at("/resource/resourceType").asText().equals("ServiceRequest")) {
        entries.remove(i);
      }
    }
    return bundle;
  }

  /** The next version of a request, with the prior Claim in its bundle. */
  ObjectNode updating(SampleRequest prior) {
    ObjectNode bundle = bundle();
    String priorUrl = uuid();
    ObjectNode old = claim();
    ((ObjectNode) old.at("/identifier/0")).put("value", prior.claimIdentifier);
    ((ArrayNode) bundle.path("entry")).add(entry(priorUrl, old.put("id", priorUrl.substring(9))));
    ObjectNode claim = (ObjectNode) bundle.at("/entry/0/resource");
    ObjectNode related = claim.putArray("related").addObject();
    related.set("claim", reference(priorUrl));
    related.set(
        "relationship",
        concept("http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship", "prior"));
    return bundle;
  }

  private ObjectNode claim() {
    ObjectNode claim = resource("Claim", claimUrl);
    claim
        .putArray("identifier")
        .addObject()
        .put("system", "urn:trnorg:9012345678")
        .put("value", claimIdentifier);
    claim.put("status", "active");
    claim.set("type", concept("http://terminology.hl7.org/CodeSystem/claim-type", "professional"));
    claim.put("use", "preauthorization");
    claim.set("patient", reference(patient));
    claim.put("created", "2026-11-22");
    claim.set("insurer", reference(insurer));
    claim.set("provider", reference(byRole ? role : organization));
    if (!sender.isEmpty()) {
      claim.putArray("extension").add(transmission());
    }
    claim.set(
        "priority", concept("http://terminology.hl7.org/CodeSystem/processpriority", priority));
    ObjectNode found = claim.putArray("diagnosis").addObject().put("sequence", 1);
    found.set("diagnosisCodeableConcept", concept("http://hl7.org/fhir/sid/icd-10-cm", diagnosis));
    if (documented) {
      claim.putArray("supportingInfo").add(supportingInfo());
    }
    ObjectNode insurance = claim.putArray("insurance").addObject();
    insurance.put("sequence", 1).put("focal", true).set("coverage", reference(coverage));
    ArrayNode all = claim.putArray("item");
    items.forEach(item -> all.add(item.deepCopy()));
    return claim;
  }

  private ObjectNode supportingInfo() {
    ObjectNode info = MAPPER.createObjectNode();
    ObjectNode extension = info.putArray("extension").addObject();
    extension
        .putArray("extension")
        .addObject()
        .put("url", "reportTypeCode")
        .set("valueCodeableConcept", concept(X12 + "755", "PY"));
    extension.put("url", PAS + "extension-documentInformation");
    info.put("sequence", 1);
    info.set(
        "category",
        concept(
            "http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes", "additionalInformation"));
    info.set("valueReference", reference(document));
    return info;
  }

  private ObjectNode organization(String url, String kind, String number) {
    ObjectNode organization = resource("Organization", url);
    String system = kind.equals("us-npi") ? "http://hl7.org/fhir/sid/us-npi" : "urn:sample:payer";
    organization.putArray("identifier").addObject().put("system", system).put("value", number);
    return organization.put("active", true).put("name", "Sample " + kind);
  }

  private ObjectNode role() {
    ObjectNode resource = resource("PractitionerRole", role);
    resource.set("practitioner", reference(practitioner));
    resource.set("organization", reference(organization));
    resource.putArray("telecom").addObject().put("system", "phone").put("value", "555-0101");
    return resource;
  }

  private ObjectNode practitioner() {
    ObjectNode person = resource("Practitioner", practitioner);
    person
        .putArray("identifier")
        .addObject()
        .put("system", "http://hl7.org/fhir/sid/us-npi")
        .put("value", "1234567893");
    person.putArray("name").addObject().put("family", "Sampledoctor");
    return person;
  }

  private ObjectNode transmission() {
    ObjectNode extension = MAPPER.createObjectNode();
    ArrayNode parts = extension.putArray("extension");
    for (String name :
        List.of(
            "applicationSenderCode",
            "applicationReceiverCode",
            "interchangeSenderID",
            "interchangeReceiverID")) {
      String value = name.equals("interchangeSenderID") ? sender : "R-" + name.length();
      parts.addObject().put("url", name).put("valueString", value);
    }
    return extension.put("url", PAS + "extension-TransmissionIdentifiers");
  }

  private ObjectNode coverage() {
    ObjectNode cover = resource("Coverage", coverage);
    ObjectNode identifier = cover.putArray("identifier").addObject();
    identifier.set("type", concept("http://terminology.hl7.org/CodeSystem/v2-0203", "MB"));
    identifier.put("system", "urn:sample:member").put("value", member);
    cover.put("status", "active");
    cover.set("beneficiary", reference(patient));
    cover.set("relationship", concept(X12 + "1069", "18"));
    cover.putArray("payor").add(reference(insurer));
    return cover;
  }

  private ObjectNode patient() {
    ObjectNode person = resource("Patient", patient);
    person
        .putArray("identifier")
        .addObject()
        .put("system", "urn:sample:record")
        .put("value", "R-1");
    person.putArray("name").addObject().put("family", "Testperson").putArray("given").add("Ada");
    return person.put("gender", "female").put("birthDate", "1970-01-31");
  }

  private ObjectNode document() {
    ObjectNode note = resource("DocumentReference", document).put("status", "current");
    note.set("type", concept("http://loinc.org", "11506-3"));
    note.putArray("category").add(concept("urn:sample:category", "clinical-note"));
    note.set("subject", reference(patient));
    note.putArray("content")
        .addObject()
        .putObject("attachment")
        .put("contentType", "text/plain")
        .put("data", "bm90ZSBvbmU=");
    return note;
  }

  private ObjectNode resource(String type, String url) {
    return MAPPER
        .createObjectNode()
        .put("resourceType", type)
        .put("id", url.substring("urn:uuid:".length()));
  }

  private static ObjectNode entry(String url, JsonNode resource) {
    ObjectNode entry = MAPPER.createObjectNode().put("fullUrl", url);
    entry.set("resource", resource);
    return entry;
  }

  private static ObjectNode reference(String url) {
    return MAPPER.createObjectNode().put("reference", url);
  }

  private static ObjectNode concept(String system, String code) {
    ObjectNode concept = MAPPER.createObjectNode();
    concept.putArray("coding").addObject().put("system", system).put("code", code);
    return concept;
  }

  private static ObjectNode coded(String name, String system, String code) {
    ObjectNode extension = MAPPER.createObjectNode().put("url", PAS + name);
    extension.set("valueCodeableConcept", concept(system, code));
    return extension;
  }

  private static String uuid() {
    return "urn:uuid:" + UUID.randomUUID();
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
