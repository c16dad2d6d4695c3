package org.openpriorauth.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.keys.model.SealedColumn;

/** A row in every table that holds a sealed value; most are rows only, with no story behind. */
@ApplicationScoped
public class SealedRows {
  @Inject Clinics clinics;
  @Inject Charts charts;
  @Inject Transactions transactions;
  @Inject FieldCipher cipher;

  /** A sealed value, where it is, and what it must say. */
  public record Kept(SealedColumn column, String where, UUID row, int number, String says) {
    String select() {
      return "select %s from %s where %s".formatted(column.column(), column.table(), where);
    }
  }

  /** One value in each sealed column, and three pages, for the caller's clinic. */
  public List<Kept> everywhere(Caller caller) {
    Map<String, UUID> ids = new HashMap<>(Map.of("clinic", caller.clinic().value()));
    ids.put("request", clinics.request(caller).id());
    ids.put("document", charts.documents(caller, ids.get("request"), 1).get(0));
    return transactions.in(
        caller.clinic(),
        em -> {
          Filling filling = new Filling(em, ids, new ArrayList<>());
          filling.chart();
          filling.model();
          filling.delivery();
          return filling.kept;
        });
  }

  /** What the value says now. */
  public String open(EntityManager em, Kept kept) {
    byte[] sealed = Transactions.rows(em, byte[].class, kept.select()).get(0);
    byte[] plain = cipher.open(kept.column().place(kept.number()), kept.row(), sealed);
    return new String(plain, StandardCharsets.UTF_8);
  }

  public byte[] sealed(Kept kept, String says) {
    byte[] plain = says.getBytes(StandardCharsets.UTF_8);
    return cipher.seal(kept.column().place(kept.number()), kept.row(), plain);
  }

  /** Inserts in which {@code {name}} stands for one of the ids, and {@code {sealed}} for bytes. */
  private final class Filling {
    private static final String MADE = "created_at, created_by, updated_at, updated_by";
    private static final String NOW = "now(), {clinic}, now(), {clinic}";

    private final EntityManager em;
    private final Map<String, UUID> ids;
    private final List<Kept> kept;

    Filling(EntityManager em, Map<String, UUID> ids, List<Kept> kept) {
      this.em = em;
      this.ids = ids;
      this.kept = kept;
    }

    void chart() {
      for (String parent : List.of("patient", "coverage")) {
        String sql = "select " + parent + "_id from prior_authorization where id = ?1";
        ids.put(parent, Transactions.rows(em, UUID.class, sql, ids.get("request")).get(0));
      }
      changed(SealedColumn.PATIENT, "patient");
      changed(SealedColumn.COVERAGE, "coverage");
      changed(SealedColumn.ORDER_WORDS, "request");
      changed(SealedColumn.DOCUMENT_NAME, "document");
      changed(SealedColumn.DOCUMENT_KEY, "document");
      own(
          SealedColumn.UPLOAD,
          "clinic_id, prior_authorization_id, byte_length, expires_at, " + MADE,
          "{clinic}, {request}, 9, now() + interval '1 day', " + NOW);
      own(
          SealedColumn.UPLOAD_PIECE_KEY,
          "clinic_id, upload_id, byte_offset, byte_size, content",
          "{clinic}, {document_upload}, 0, 1, '\\x00'");
      for (int page = 1; page <= 3; page++) {
        String values = "{clinic}, {document}, " + page + ", 'text', 0, {sealed}";
        String columns = "clinic_id, document_id, number, source, rotation, content";
        added(SealedColumn.PAGE, "document_id = {document}", "document", page, columns, values);
      }
      String one = "clinic_id, document_id, extracted_by, created_at, content";
      String two = "clinic_id, prior_authorization_id, complete, open_items, assessed_at, content";
      String read = "{clinic}, {document}, 'test', now(), {sealed}";
      String assessed = "{clinic}, {request}, false, 1, now(), {sealed}";
      added(SealedColumn.EXTRACTION, "document_id = {document}", "document", 0, one, read);
      String ofRequest = "prior_authorization_id = {request}";
      added(SealedColumn.ASSESSMENT, ofRequest, "request", 0, two, assessed);
      own(
          SealedColumn.VERIFICATION,
          "clinic_id, subject_id, part, verdict, made_at, made_by",
          "{clinic}, {document}, 'page:1', 'accepted', now(), {clinic}");
    }

    /** Of a language model. */
    void model() {
      String three = "clinic_id, prior_authorization_id, updated_at, content";
      String searched = "{clinic}, {request}, now(), {sealed}";
      added(
          SealedColumn.PASSAGE_SEARCH,
          "prior_authorization_id = {request}",
          "request",
          0,
          three,
          searched);
      // A clinic has one: it may be there from an earlier look.
      String columns =
          "id, clinic_id, adapter, monthly_tokens, input_price, output_price, version, " + MADE;
      em.createNativeQuery(
              named(
                  "insert into language_model (%s) values (gen_random_uuid(), {clinic}, 'none', 1, 0,"
                          .formatted(columns)
                      + " 0, 0, "
                      + NOW
                      + ") on conflict do nothing"))
          .executeUpdate();
      String there = named("select id from language_model where clinic_id = {clinic}");
      ids.put("language_model", Transactions.rows(em, UUID.class, there).get(0));
      changed(SealedColumn.MODEL_KEY, "language_model");
    }

    void delivery() {
      plain(
          "app_user",
          "username, email, full_name, password_hash, created_at, updated_at",
          "{app_user}, {app_user}, 'N', 'none', now(), now()");
      added(
          SealedColumn.SECOND_FACTOR,
          "user_id = {app_user}",
          "app_user",
          0,
          "user_id, secret, created_at",
          "{app_user}, {sealed}, now()");
      plain(
          "payer",
          "clinic_id, name, payer_code, standard_hours, expedited_hours, " + MADE,
          "{clinic}, 'Zz', {payer}, 1, 1, " + NOW);
      own(
          SealedColumn.CREDENTIALS,
          "clinic_id, payer_id, channel, base_url, " + MADE,
          "{clinic}, {payer}, 'fhir', 'https://p', " + NOW);
      changed(SealedColumn.SUBSCRIPTION_SECRET, "payer_channel");
      own(
          SealedColumn.PACKET_KEY,
          "clinic_id, prior_authorization_id, kind, assessed_at, sha256, byte_size, pages,"
              + " created_at",
          "{clinic}, {request}, 'initial', now(), '\\x00', 1, 1, now()");
      own(
          SealedColumn.MESSAGE_KEY,
          "clinic_id, prior_authorization_id, packet_id, payer_channel_id, state,"
              + " bundle_identifier, claim_identifier, "
              + MADE,
          "{clinic}, {request}, {packet}, {payer_channel}, 'decided', {payer}, {packet}, " + NOW);
      changed(SealedColumn.PROBLEM, "submission");
      answers();
    }

    private void answers() {
      added(
          SealedColumn.ATTEMPT,
          "submission_id = {submission}",
          "submission",
          2,
          "clinic_id, submission_id, number, action, started_at, detail",
          "{clinic}, {submission}, 2, 'submit', now(), {sealed}");
      own(
          SealedColumn.PAYER_MESSAGE,
          "clinic_id, payer_channel_id, received_at",
          "{clinic}, {payer_channel}, now()");
      own(
          SealedColumn.DETERMINATION,
          "clinic_id, prior_authorization_id, submission_id, outcome, source, applied,"
              + " fingerprint, received_at",
          "{clinic}, {request}, {submission}, 'approved', 'answer', true, '\\x00', now()");
      plain(
          "letter",
          "clinic_id, prior_authorization_id, kind, version, holds, " + MADE,
          "{clinic}, {request}, 'necessity', 1, true, " + NOW);
      own(
          SealedColumn.LETTER,
          "clinic_id, letter_id, number, saved_at, saved_by",
          "{clinic}, {letter}, 1, now(), {clinic}");
      own(SealedColumn.MAIL, "clinic_id, kind, created_at", "{clinic}, 'test', now()");
      own(
          SealedColumn.EMERGENCY_REASON,
          "clinic_id, user_id, session_id, opened_at, ends_at",
          "{clinic}, {app_user}, {app_user}, now(), now() + interval '1 hour'");
      own(
          SealedColumn.ALERT_NOTE,
          "clinic_id, rule, who, first_at, last_at, times, verdict, closed_at, closed_by, " + MADE,
          "{clinic}, 'refusals', 'x', now(), now(), 1, 'unclear', now(), {clinic}, " + NOW);
    }

    /** A row with an id of its own, under the table's name. */
    private void own(SealedColumn column, String columns, String values) {
      String table = column.table();
      ids.put(table, UUID.randomUUID());
      added(
          column,
          "id = {" + table + "}",
          table,
          0,
          "id, " + columns + ", " + column.column(),
          "{" + table + "}, " + values + ", {sealed}");
    }

    /** A row without a sealed value, which others refer to. */
    private void plain(String table, String columns, String values) {
      ids.put(table, UUID.randomUUID());
      String sql = "insert into %s (id, %s) values ({%s}, %s)";
      em.createNativeQuery(named(sql.formatted(table, columns, table, values))).executeUpdate();
    }

    private void added(
        SealedColumn column, String where, String row, int number, String columns, String values) {
      String insert = "insert into %s (%s) values (%s)".formatted(column.table(), columns, values);
      String numbered = number == 0 ? "" : " and number = " + number;
      keep(column, where + numbered, row, number, insert);
    }

    private void changed(SealedColumn column, String row) {
      String where = "id = {" + row + "}";
      String update = "update %s set %s = {sealed} where " + where;
      keep(column, where, row, 0, update.formatted(column.table(), column.column()));
    }

    private void keep(SealedColumn column, String where, String row, int number, String sql) {
      UUID id = ids.get(row);
      Kept value = new Kept(column, named(where), id, number, column + " of " + id);
      em.createNativeQuery(named(sql).replace("{sealed}", "?1"))
          .setParameter(1, sealed(value, value.says()))
          .executeUpdate();
      kept.add(value);
    }

    private String named(String sql) {
      String named = sql;
      for (Map.Entry<String, UUID> id : ids.entrySet()) {
        named = named.replace("{" + id.getKey() + "}", "'" + id.getValue() + "'");
      }
      return named;
    }
  }
}
