package org.openpriorauth.keys.model;

/**
 * Every column whose values the application seals: where a change of key has to go. A test holds
 * this list against the migrations and against the code that seals.
 */
public enum SealedColumn {
  SECOND_FACTOR("second_factor", "secret", "user_id", null),
  PATIENT("patient", "identity"),
  COVERAGE("coverage", "identity"),
  ORDER_WORDS("prior_authorization", "words"),
  DOCUMENT_NAME("clinical_document", "file_name"),
  DOCUMENT_KEY("clinical_document", "content_key"),
  UPLOAD("document_upload", "metadata"),
  UPLOAD_PIECE_KEY("document_upload_piece", "content_key"),
  PAGE("document_page", "content", "document_id", "number"),
  EXTRACTION("document_extraction", "content", "document_id", null),
  VERIFICATION("verification", "content"),
  ASSESSMENT("assessment", "content", "prior_authorization_id", null),
  CREDENTIALS("payer_channel", "credentials"),
  SUBSCRIPTION_SECRET("payer_channel", "subscription_secret"),
  PACKET_KEY("packet", "content_key"),
  MESSAGE_KEY("submission", "message_key"),
  PROBLEM("submission", "problem"),
  ATTEMPT("submission_attempt", "detail", "submission_id", "number"),
  PAYER_MESSAGE("payer_message", "content"),
  DETERMINATION("determination", "content"),
  LETTER("letter_version", "content"),
  MAIL("outgoing_mail", "content"),
  EMERGENCY_REASON("emergency_access", "reason"),
  ALERT_NOTE("security_alert", "note"),
  MODEL_KEY("language_model", "api_key"),
  PASSAGE_SEARCH("passage_search", "content", "prior_authorization_id", null);

  private static final String CONTENT_KEY = "clinical_document.content_key";

  private final String table;
  private final String column;
  private final String row;
  private final String number;

  SealedColumn(String table, String column) {
    this(table, column, "id", null);
  }

  SealedColumn(String table, String column, String row, String number) {
    this.table = table;
    this.column = column;
    this.row = row;
    this.number = number;
  }

  public String table() {
    return table;
  }

  public String column() {
    return column;
  }

  /** False for what belongs to people, who may work in several clinics. */
  public boolean ofAClinic() {
    return this != SECOND_FACTOR;
  }

  /**
   * The place that a value was sealed for. Numbered rows say their number; the keys of all long
   * contents share one place, wherever they are kept.
   */
  public String place(int rowNumber) {
    return switch (this) {
      case DOCUMENT_KEY, UPLOAD_PIECE_KEY, PACKET_KEY, MESSAGE_KEY -> CONTENT_KEY;
      default -> table + "." + column + (number == null ? "" : "/" + rowNumber);
    };
  }

  /** The column that identifies a row; see {@link SealedRow#id}. */
  String row() {
    return row;
  }

  /** The column that numbers rows, or null. */
  String number() {
    return number;
  }
}
