package org.openpriorauth.story;

/** The tables whose rows belong to a clinic, by the wall in the database. */
final class TenantTables {
  static final String[] ALL =
      """
      patient
      patient_name_token
      payer
      coverage
      prior_authorization
      prior_authorization_item
      prior_authorization_sequence
      clinical_document
      document_page
      document_upload
      document_upload_piece
      document_extraction
      verification
      policy_pack
      assessment
      timeline_event
      provider
      provider_network
      api_key
      payer_channel
      packet
      letter
      letter_version
      submission
      submission_attempt
      payer_message
      determination
      determination_item
      invitation
      outgoing_mail
      audit_seal
      check_result
      clinic_network
      looked_at_field
      read_value
      calibration
      emergency_access
      security_alert
      language_model
      language_use
      language_prompt
      passage_search
      idempotency_key
      """
          .split("\\s+");

  private TenantTables() {}
}
