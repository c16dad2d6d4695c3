package org.openpriorauth.simulator.wire;

/** Names that the Da Vinci PAS 2.2.1 guide, its profiles and the systems they bind to use. */
public final class Pas {
  public static final String GUIDE = "http://hl7.org/fhir/us/davinci-pas/";
  private static final String DEFINITIONS = GUIDE + "StructureDefinition/";

  public static final String TOPIC = GUIDE + "SubscriptionTopic/PASSubscriptionTopic";
  public static final String TEMP_CODES = GUIDE + "CodeSystem/PASTempCodes";

  // Systems.
  public static final String REVIEW_ACTIONS = "https://codesystem.x12.org/005010/306";
  public static final String REVIEW_REASONS = "https://codesystem.x12.org/external/886";
  public static final String REJECT_REASONS = "https://codesystem.x12.org/005010/901";
  public static final String FOLLOW_UPS = "https://codesystem.x12.org/005010/889";
  public static final String REPORT_TYPES = "https://codesystem.x12.org/005010/755";
  public static final String TRANSMISSIONS = "https://codesystem.x12.org/005010/756";
  public static final String X12_RELATIONS = "https://codesystem.x12.org/005010/1069";
  public static final String ADJUDICATION = "http://terminology.hl7.org/CodeSystem/adjudication";
  public static final String CLAIM_TYPES = "http://terminology.hl7.org/CodeSystem/claim-type";
  public static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
  public static final String IDENTIFIER_TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";
  public static final String NPI = "http://hl7.org/fhir/sid/us-npi";
  public static final String LOINC = "http://loinc.org";

  // Extensions.
  public static final String REQUEST_TYPE = extension("serviceItemRequestType");
  public static final String CERTIFICATION_TYPE = extension("certificationType");
  public static final String REQUESTED_SERVICE = extension("requestedService");
  public static final String TRACE_NUMBER = extension("itemTraceNumber");
  public static final String AUTHORIZATION_NUMBER = extension("authorizationNumber");
  public static final String ADMINISTRATION_NUMBER = extension("administrationReferenceNumber");
  public static final String REVIEW_ACTION = extension("reviewAction");
  public static final String REVIEW_ACTION_CODE = extension("reviewActionCode");
  public static final String ISSUE_DATE = extension("itemPreAuthIssueDate");
  public static final String PERIOD = extension("itemPreAuthPeriod");
  public static final String REQUESTED_DATE = extension("itemRequestedServiceDate");
  public static final String AUTHORIZED_DETAIL = extension("itemAuthorizedDetail");
  public static final String ITEM_CATEGORY = extension("itemCategory");
  public static final String REVIEWER = extension("claimResponseReviewer");
  public static final String ERROR_ELEMENT = extension("errorElement");
  public static final String ERROR_PATH = extension("errorPath");
  public static final String ERROR_FOLLOW_UP = extension("errorFollowupAction");
  public static final String CARE_TEAM_SCOPE = extension("careTeamClaimScope");
  public static final String DOCUMENT_INFORMATION = extension("documentInformation");
  public static final String LINE_NUMBER = extension("serviceLineNumber");
  public static final String TRANSMISSION = extension("TransmissionIdentifiers");
  public static final String INFO_CANCELLED = DEFINITIONS + "modifierextension-infoCancelled";

  // The subscriptions backport guide.
  public static final String BACKPORT =
      "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
  public static final String FILTER = BACKPORT + "backport-filter-criteria";
  public static final String PAYLOAD_CONTENT = BACKPORT + "backport-payload-content";

  private Pas() {}

  /** The canonical address of one of the guide's profiles, e.g. {@code claimresponse}. */
  public static String profile(String name) {
    return DEFINITIONS + "profile-" + name;
  }

  private static String extension(String name) {
    return DEFINITIONS + "extension-" + name;
  }
}
