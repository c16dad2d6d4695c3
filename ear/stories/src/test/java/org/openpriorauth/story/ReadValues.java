package org.openpriorauth.story;

import java.util.UUID;
import org.openpriorauth.story.Api.Answer;

/**
 * Values that were read in earlier weeks, as if documents had brought them and people had looked.
 */
final class ReadValues {
  private static final String SETTINGS = "/api/v1/clinics/current";

  private ReadValues() {}

  static void forget() {
    Rows.change("delete from looked_at_field");
    Rows.change("delete from read_value");
  }

  /** Doubtful doses of scans, all asked for. */
  static void doubtful(UUID clinic, int many, int wrong) {
    come(clinic, "drug.dose", "ocr", 0.52, many, 0);
    looked(clinic, "drug.dose", 1, many, wrong);
  }

  /** Names that are used unseen; of these chance chose some, which people looked at. */
  static void certain(UUID clinic, int many, int chosen, int wrong) {
    come(clinic, "patient.name", "text", 0.97, many, chosen);
    looked(clinic, "patient.name", chosen / (double) many, chosen, wrong);
  }

  private static void come(
      UUID clinic, String name, String source, double confidence, int many, int chosen) {
    Rows.change(
        "insert into read_value (field_id, clinic_id, document_id, name, source, confidence,"
            + " unseen, drawn, read_at) select gen_random_uuid(), ?, gen_random_uuid(), ?, ?, ?,"
            + " ? >= 0.95, i <= ?, now() from generate_series(1, ?) i",
        clinic,
        name,
        source,
        confidence,
        confidence,
        chosen,
        many);
  }

  private static void looked(UUID clinic, String name, double chance, int many, int wrong) {
    Rows.change(
        "insert into looked_at_field (field_id, clinic_id, document_id, name, source, score,"
            + " confidence, extracted_by, verdict, correct, chance, looked_at) select field_id,"
            + " clinic_id, document_id, name, source, 0.9, confidence, 'rules/1.0',"
            + " case when n > ? then 'accepted' else 'rejected' end, n > ?, ?, now() from"
            + " (select *, row_number() over (order by drawn desc, field_id) n from read_value"
            + " where clinic_id = ? and name = ?) v where n <= ?",
        wrong,
        wrong,
        chance,
        clinic,
        name,
        many);
  }

  /** What the practice asks for. */
  static Answer trust(String body) {
    Api ada = Api.as("ada");
    String seen = ada.get(SETTINGS).raw().headers().firstValue("ETag").orElseThrow();
    return ada.put(SETTINGS + "/reading", body, "If-Match", seen);
  }
}
