package org.openpriorauth.kernel;

/**
 * Every error that a client may see, numbered once and for good: code, kind and title are part of
 * the interface ({@code ear/docs/errors.md} lists them; a test holds the page against this enum).
 */
public enum ErrorCode {
  MALFORMED(1001, Kind.MALFORMED, "The request could not be read"),
  UNKNOWN_FIELD(1002, Kind.MALFORMED, "The request has a field that is not known here"),
  INVALID(1003, Kind.RULE, "Some values are not acceptable"),
  TOO_LARGE(1004, Kind.TOO_LARGE, "The request is larger than allowed"),
  UNSUPPORTED_MEDIA(1005, Kind.MEDIA, "This kind of content is not taken here"),
  IDEMPOTENCY_REUSED(1006, Kind.RULE, "This Idempotency-Key was used for another request"),
  STALE(1007, Kind.CONFLICT, "Somebody changed this in the meantime"),
  NOT_THERE(1008, Kind.MISSING, "There is nothing here under that name"),
  METHOD_NOT_ALLOWED(1009, Kind.METHOD, "That cannot be done to this address"),
  INTERNAL(1010, Kind.INTERNAL, "Something went wrong on our side"),
  TRY_LATER(1011, Kind.BUSY, "The service cannot answer right now"),
  TOO_MANY_CALLS(1012, Kind.TOO_MANY, "Too many calls in a short time"),

  NOT_SIGNED_IN(1101, Kind.NOT_SIGNED_IN, "Sign in first"),
  WRONG_CREDENTIALS(1102, Kind.NOT_SIGNED_IN, "The name or the password is wrong"),
  ACCOUNT_RESTS(1103, Kind.TOO_MANY, "Too many wrong passwords; the account rests for a while"),
  SESSION_ENDED(1104, Kind.NOT_SIGNED_IN, "This session has ended; sign in again"),
  NOT_ALLOWED(1105, Kind.FORBIDDEN, "Your role does not include this"),
  NO_CLINIC(1106, Kind.FORBIDDEN, "You are not an active member of a clinic"),
  CODE_WANTED(1107, Kind.NOT_SIGNED_IN, "The code from your authenticator is wanted too"),
  WRONG_CODE(1108, Kind.NOT_SIGNED_IN, "The code is wrong, too old, or was used already"),
  FACTOR_MISSING(1109, Kind.FORBIDDEN, "Set up a second factor first"),
  SESSION_NOT_FOUND(1110, Kind.MISSING, "You have no such session"),
  FACTOR_NOT_BEGUN(1111, Kind.CONFLICT, "There is no authenticator waiting for its first code"),
  FACTOR_THERE(1112, Kind.CONFLICT, "A second factor is set up already"),
  FACTOR_NEEDED(1113, Kind.CONFLICT, "Your role needs a second factor"),
  MEMBER_NOT_FOUND(1114, Kind.MISSING, "There is no such member of this clinic"),
  ALREADY_MEMBER(1115, Kind.CONFLICT, "The owner of this address works in this clinic already"),
  LAST_ADMINISTRATOR(1116, Kind.CONFLICT, "A clinic keeps an administrator"),
  INVITATION_CLOSED(1117, Kind.MISSING, "This invitation is not open, or not any more"),
  ACCOUNT_THERE(1118, Kind.CONFLICT, "You have an account already; sign in to accept"),
  OTHER_ADDRESS(1119, Kind.CONFLICT, "This invitation went to another address than yours"),
  USERNAME_TAKEN(1120, Kind.CONFLICT, "This user name is somebody else's"),
  RESET_CLOSED(1121, Kind.MISSING, "This link was used, or is too old; ask for another"),
  MAIL_OFF(1122, Kind.CONFLICT, "No mail server is set up"),
  WORKS_ELSEWHERE(1123, Kind.CONFLICT, "This person works in other clinics too"),
  TRAINING_MISSING(
      1124, Kind.FORBIDDEN, "Your training in handling patient data is not noted, or over"),
  REGISTRATION_CLOSED(1125, Kind.FORBIDDEN, "Practices cannot register themselves here"),
  CLINIC_NOT_FOUND(1126, Kind.MISSING, "There is no such practice"),
  KEY_NOT_FOUND(1128, Kind.MISSING, "There is no such key, or it was ended"),
  KEY_NAME_TAKEN(1129, Kind.CONFLICT, "Another key of this clinic has this name"),
  ADMINISTRATOR_THERE(1127, Kind.CONFLICT, "The practice has an administrator, who can invite"),
  EMERGENCY_OPEN(1140, Kind.CONFLICT, "Emergency access is open already"),
  EMERGENCY_NOT_NEEDED(1141, Kind.CONFLICT, "You may read patient data without an emergency"),
  EMERGENCY_NOT_OPEN(1142, Kind.MISSING, "No emergency access is open in this session"),
  SIGN_ON_OFF(1150, Kind.MISSING, "Sign-on by a hospital is not set up here"),
  SIGN_ON_AWAY(1151, Kind.BUSY, "The hospital's sign-on cannot answer right now"),
  SIGN_ON_REFUSED(1152, Kind.NOT_SIGNED_IN, "The hospital's sign-on did not let you in"),
  SIGN_ON_NO_ROLE(1153, Kind.FORBIDDEN, "Your hospital gives you no role here"),
  SIGN_ON_FACTOR(1154, Kind.FORBIDDEN, "Your role needs a second factor at the hospital's sign-on"),
  SIGN_ON_ADDRESS(1155, Kind.CONFLICT, "Your e-mail address belongs to another account here"),
  PROVIDER_DECIDES(1156, Kind.CONFLICT, "The hospital's sign-on decides this"),
  LOGOUT_REFUSED(1157, Kind.MALFORMED, "This is no sign-out by the hospital's sign-on"),
  OUTSIDE_NETWORKS(1190, Kind.FORBIDDEN, "Your clinic does not let you in from here"),

  PATIENT_NOT_FOUND(1201, Kind.MISSING, "There is no such patient in this clinic"),
  MRN_TAKEN(1202, Kind.CONFLICT, "Another patient of this clinic has this record number"),
  COVERAGE_NOT_FOUND(1203, Kind.MISSING, "There is no such coverage"),
  PAYER_NOT_FOUND(1204, Kind.MISSING, "There is no such payer in this clinic"),
  COVERAGE_EXPIRED(1205, Kind.RULE, "The coverage is not in force"),

  DOCUMENT_NOT_FOUND(1501, Kind.MISSING, "There is no such document in this clinic"),
  DOCUMENT_EMPTY(1502, Kind.RULE, "The file is empty"),
  DOCUMENT_KIND(1503, Kind.MEDIA, "This kind of file cannot be read"),
  DOCUMENT_TOO_LARGE(1504, Kind.TOO_LARGE, "The file is larger than allowed"),
  PAGE_NOT_FOUND(1505, Kind.MISSING, "The document has no such page"),
  UPLOAD_MALFORMED(1506, Kind.MALFORMED, "The upload could not be read"),
  READER_UNAVAILABLE(1507, Kind.BUSY, "The document reader cannot answer right now"),
  FIELD_NOT_FOUND(1508, Kind.MISSING, "The document has no such field"),
  DOCUMENT_UNREADABLE(1509, Kind.RULE, "The document could not be read"),
  DOCUMENT_ENCRYPTED(1510, Kind.RULE, "The file is protected by a password"),
  DOCUMENT_DAMAGED(1511, Kind.RULE, "The file is damaged or cut off"),
  DOCUMENT_TOO_LONG(1512, Kind.RULE, "The document has too many pages"),
  DOCUMENT_PAGE_TOO_BIG(1513, Kind.RULE, "A page of the document is too big"),
  DOCUMENT_TOO_HEAVY(1514, Kind.RULE, "The document takes too much memory"),
  DOCUMENT_TOO_SLOW(1515, Kind.RULE, "Reading the document took too long"),
  DOCUMENT_READER_FAILED(1516, Kind.RULE, "The document reader failed"),
  DOCUMENT_KEPT_AWAY(1517, Kind.RULE, "The document is kept away from the reader"),
  DOCUMENT_CONTENT_GONE(1518, Kind.STATE, "The stored file could not be opened"),
  DOCUMENT_STORE_AWAY(1519, Kind.BUSY, "The document store cannot answer right now"),
  UPLOAD_NOT_FOUND(1520, Kind.MISSING, "You have no such upload"),
  UPLOAD_ELSEWHERE(1521, Kind.CONFLICT, "The upload stands at another byte"),
  UPLOAD_EXPIRED(1522, Kind.GONE, "The upload took too long and was given up"),
  UPLOADS_OPEN(1523, Kind.TOO_MANY, "Too many uploads are unfinished"),
  UPLOAD_PROTOCOL(
      1524, Kind.PRECONDITION, "This version of the upload protocol is not spoken here"),
  DOCUMENT_INFECTED(1530, Kind.RULE, "The file carries a virus"),
  SCANNER_AWAY(1531, Kind.BUSY, "The virus scanner cannot answer right now"),

  POLICY_TAKEN(1601, Kind.CONFLICT, "This version of the policy pack is there with other content"),
  NOT_ASSESSED(1602, Kind.MISSING, "The request has not been matched with the payer's rules yet"),
  CRITERION_NOT_FOUND(1603, Kind.MISSING, "The payer's rules have no such criterion"),
  POLICY_NOT_FOUND(1604, Kind.MISSING, "There is no such policy pack in this clinic"),

  PROVIDER_NOT_FOUND(1206, Kind.MISSING, "There is no such provider in this clinic"),
  PAYER_TAKEN(1208, Kind.CONFLICT, "Another payer of this clinic has this payer id"),
  NPI_TAKEN(1207, Kind.CONFLICT, "Another provider of this clinic has this NPI"),

  PACKET_NOT_READY(1701, Kind.CONFLICT, "The packet has not been made yet"),
  CHANNEL_NOT_FOUND(1702, Kind.MISSING, "No channel to this payer is set up"),
  SUBMISSION_NOT_FOUND(1703, Kind.MISSING, "There is no such submission in this clinic"),
  NOT_DETERMINED(1704, Kind.MISSING, "The payer has not decided anything yet"),
  PAYER_NOT_REACHED(1705, Kind.STATE, "The payer could not be reached"),
  PAYER_BUSY(1706, Kind.STATE, "The payer asks to come back later"),
  PAYER_SILENT(1707, Kind.STATE, "The payer gave no answer"),
  PAYER_FAILED(1708, Kind.STATE, "The payer failed while it had the request"),
  ANSWER_UNREADABLE(1709, Kind.STATE, "The payer's answer could not be read"),
  PAYER_REFUSED(1710, Kind.STATE, "The payer refused the request"),
  SENDING_GIVEN_UP(1711, Kind.STATE, "The request was not sent, and is not tried again"),
  DUPLICATE_REFUSED(1712, Kind.STATE, "The payer turned a second delivery away"),
  INQUIRY_UNANSWERED(1713, Kind.STATE, "The payer does not say what became of the request"),
  LETTER_NOT_FOUND(1720, Kind.MISSING, "There is no such letter of this request"),
  LETTER_OPEN(1721, Kind.CONFLICT, "The letter has sentences that a person must put right"),
  LETTER_REFUSED(1722, Kind.RULE, "The letter says what its evidence does not"),
  UNKNOWN_TO_PAYER(1714, Kind.STATE, "The payer does not find the request"),

  ALERT_NOT_FOUND(1810, Kind.MISSING, "There is no such alert in this clinic"),
  ALERT_CLOSED(1811, Kind.CONFLICT, "This alert is closed already"),
  ALERT_OWN(1812, Kind.FORBIDDEN, "Somebody else closes an alert that is about you"),
  CHECK_FAILED(1801, Kind.STATE, "A nightly check failed"),
  CHECK_SILENT(1802, Kind.STATE, "A check did not answer, or failed itself"),

  PROMPT_NOT_FOUND(1820, Kind.MISSING, "There is no such prompt"),

  JOB_UNKNOWN(1401, Kind.MISSING, "There is no such job"),
  EXECUTION_NOT_FOUND(1403, Kind.MISSING, "There is no such execution"),
  CODES_REFUSED(1410, Kind.STATE, "The file of codes was not loaded"),

  PA_NOT_FOUND(1301, Kind.MISSING, "There is no such prior authorization in this clinic"),
  PA_ILLEGAL_MOVE(1302, Kind.CONFLICT, "That is not possible in the request's present state"),
  EXTERNAL_ID_TAKEN(1303, Kind.CONFLICT, "This external_id is already in use");

  /** What an error means for the caller; the doors turn kinds into their own statuses. */
  public enum Kind {
    MALFORMED,
    NOT_SIGNED_IN,
    FORBIDDEN,
    MISSING,
    METHOD,
    CONFLICT,
    /** It was there, and will not be again. */
    GONE,
    /** The request rests on something that does not hold here. */
    PRECONDITION,
    TOO_LARGE,
    MEDIA,
    RULE,
    TOO_MANY,
    INTERNAL,
    BUSY,
    /** No answer to a request: it stands as {@code problem} in what a door shows. */
    STATE
  }

  private final int number;
  private final Kind kind;
  private final String title;

  ErrorCode(int number, Kind kind, String title) {
    this.number = number;
    this.kind = kind;
    this.title = title;
  }

  /** As printed, stable and greppable, e.g. {@code OPA-1301}. */
  public String code() {
    return "OPA-" + number;
  }

  public Kind kind() {
    return kind;
  }

  public String title() {
    return title;
  }
}
