package org.openpriorauth.wire.fhir;

/** Names that the PAS 2.2.1 guide, its profiles and the systems they bind to use. */
final class Pas {
  private static final String GUIDE = "http://hl7.org/fhir/us/davinci-pas/";
  private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";
  private static final String X12 = "https://codesystem.x12.org/005010/";

  static final String TOPIC = GUIDE + "SubscriptionTopic/PASSubscriptionTopic";
  static final String TEMP_CODES = GUIDE + "CodeSystem/PASTempCodes";

  static final String ENTITIES = X12 + "98";
  static final String QUANTITIES = X12 + "673";
  static final String REPORT_TYPES = X12 + "755";
  static final String X12_RELATIONS = X12 + "1069";
  static final String CERTIFICATION_TYPES = X12 + "1322";
  static final String LEVELS_OF_SERVICE = X12 + "1338";
  static final String CATEGORIES = X12 + "1365";
  static final String REQUEST_TYPES = X12 + "1525";

  static final String ABSENT = TERMS + "data-absent-reason";
  static final String CLAIM_TYPES = TERMS + "claim-type";
  static final String COVERAGE_CLASSES = TERMS + "coverage-class";
  static final String IDENTIFIER_TYPES = TERMS + "v2-0203";
  static final String PRIORITIES = TERMS + "processpriority";
  static final String RELATIONS = TERMS + "subscriber-relationship";
  static final String PAYER_ID_TYPES =
      "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBIdentifierType";
  static final String DOCUMENT_CATEGORIES =
      "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";
  static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
  static final String LOINC = "http://loinc.org";
  static final String NPI = "http://hl7.org/fhir/sid/us-npi";
  static final String EIN = "http://terminology.hl7.org/NamingSystem/USEIN";
  static final String URIS = "urn:ietf:rfc:3986";
  static final String PLACES_OF_SERVICE =
      "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";

  static final String ADMINISTRATION_NUMBER = extension("administrationReferenceNumber");
  static final String AUTHORIZATION_NUMBER = extension("authorizationNumber");
  static final String AUTHORIZED_DETAIL = extension("itemAuthorizedDetail");
  static final String CARE_TEAM_SCOPE = extension("careTeamClaimScope");
  static final String CERTIFICATION_TYPE = extension("certificationType");
  static final String DOCUMENT_INFORMATION = extension("documentInformation");
  static final String ERROR_ELEMENT = extension("errorElement");
  static final String ERROR_FOLLOW_UP = extension("errorFollowupAction");
  static final String ERROR_PATH = extension("errorPath");
  static final String ISSUE_DATE = extension("itemPreAuthIssueDate");
  static final String LEVEL_OF_SERVICE = extension("levelOfServiceCode");
  static final String LINE_NUMBER = extension("serviceLineNumber");
  static final String PERIOD = extension("itemPreAuthPeriod");
  static final String REQUESTED_SERVICE = extension("requestedService");
  static final String REQUEST_TYPE = extension("serviceItemRequestType");
  static final String REVIEW_ACTION = extension("reviewAction");
  static final String REVIEW_ACTION_CODE = extension("reviewActionCode");
  static final String REVIEWER = extension("claimResponseReviewer");
  static final String TRANSMISSION = extension("TransmissionIdentifiers");

  private static final String BACKPORT =
      "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
  static final String FILTER = BACKPORT + "backport-filter-criteria";
  static final String PAYLOAD_CONTENT = BACKPORT + "backport-payload-content";

  private Pas() {}

  /** The canonical address of one of the guide's profiles, e.g. {@code claim}. */
  static String profile(String name) {
    return GUIDE + "StructureDefinition/profile-" + name;
  }

  private static String extension(String name) {
    return GUIDE + "StructureDefinition/extension-" + name;
  }
}
