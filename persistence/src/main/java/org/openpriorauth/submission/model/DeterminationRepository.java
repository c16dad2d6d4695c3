package org.openpriorauth.submission.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** What payers decided. */
@ApplicationScoped
public class DeterminationRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param outcome the request's state that follows from it
   * @param source answer, notification or inquiry
   * @param applied whether the request's state allowed it; if not, a person must look
   * @param fingerprint of what it says, to know a repetition
   * @param content sealed: the payer's words and numbers
   */
  public record Row(
      UUID id,
      UUID request,
      UUID submission,
      String outcome,
      String source,
      boolean applied,
      byte[] fingerprint,
      byte[] content,
      Instant receivedAt) {}

  /**
   * @param action the payer's review action, X12 306
   */
  public record Item(
      int position,
      int sequence,
      String action,
      String outcome,
      BigDecimal units,
      LocalDate validFrom,
      LocalDate validTo) {}

  /**
   * Whether it repeats the last word that was followed, or the last that was not. What was said
   * earlier, and then otherwise, is news when it is said again.
   */
  public boolean repeats(ClinicId clinic, UUID submission, byte[] fingerprint) {
    return !em.createNativeQuery(
            "select 1 from (select distinct on (applied) fingerprint from determination"
                + " where clinic_id = :clinic and submission_id = :submission"
                + " order by applied, received_at desc, id desc) last"
                + " where fingerprint = :fingerprint")
        .setParameter("clinic", clinic.value())
        .setParameter("submission", submission)
        .setParameter("fingerprint", fingerprint)
        .getResultList()
        .isEmpty();
  }

  public void add(ClinicId clinic, Row row, List<Item> items) {
    em.createNativeQuery(
            "insert into determination (id, clinic_id, prior_authorization_id, submission_id,"
                + " outcome, source, applied, fingerprint, content, received_at) values (:id,"
                + " :clinic, :request, :submission, :outcome, :source, :applied, :fingerprint,"
                + " :content, :at)")
        .setParameter("id", row.id())
        .setParameter("clinic", clinic.value())
        .setParameter("request", row.request())
        .setParameter("submission", row.submission())
        .setParameter("outcome", row.outcome())
        .setParameter("source", row.source())
        .setParameter("applied", row.applied())
        .setParameter("fingerprint", row.fingerprint())
        .setParameter("content", row.content())
        .setParameter("at", row.receivedAt())
        .executeUpdate();
    items.forEach(item -> add(clinic, row.id(), item));
  }

  private void add(ClinicId clinic, UUID determination, Item item) {
    em.createNativeQuery(
            "insert into determination_item (clinic_id, determination_id, position, sequence,"
                + " action, outcome, units, valid_from, valid_to) values (:clinic, :determination,"
                + " :position, :sequence, :action, :outcome, cast(:units as numeric),"
                + " cast(:from as date), cast(:to as date))")
        .setParameter("clinic", clinic.value())
        .setParameter("determination", determination)
        .setParameter("position", item.position())
        .setParameter("sequence", item.sequence())
        .setParameter("action", item.action())
        .setParameter("outcome", item.outcome())
        .setParameter("units", item.units() == null ? null : item.units().toPlainString())
        .setParameter("from", item.validFrom() == null ? null : item.validFrom().toString())
        .setParameter("to", item.validTo() == null ? null : item.validTo().toString())
        .executeUpdate();
  }

  /** Newest first. */
  public List<Row> ofRequest(ClinicId clinic, UUID request) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select id, prior_authorization_id, submission_id, outcome, source, applied,"
                    + " fingerprint, content, received_at from determination"
                    + " where clinic_id = :clinic and prior_authorization_id = :request"
                    + " order by received_at desc, id desc")
            .setParameter("clinic", clinic.value())
            .setParameter("request", request)
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new Row(
                    (UUID) r[0],
                    (UUID) r[1],
                    (UUID) r[2],
                    (String) r[3],
                    (String) r[4],
                    (Boolean) r[5],
                    (byte[]) r[6],
                    (byte[]) r[7],
                    (Instant) r[8]))
        .toList();
  }

  /** Keeps what a payer sent, before it is understood. */
  public void keepMessage(ClinicId clinic, UUID id, UUID channel, byte[] sealed, Instant at) {
    em.createNativeQuery(
            "insert into payer_message (id, clinic_id, payer_channel_id, content, received_at)"
                + " values (:id, :clinic, :channel, :content, :at)")
        .setParameter("id", id)
        .setParameter("clinic", clinic.value())
        .setParameter("channel", channel)
        .setParameter("content", sealed)
        .setParameter("at", at)
        .executeUpdate();
  }

  /**
   * @param channel through which it came
   * @param content sealed
   */
  public record Message(UUID channel, byte[] content) {}

  public Optional<Message> message(ClinicId clinic, UUID id) {
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        em.createNativeQuery(
                "select payer_channel_id, content from payer_message"
                    + " where clinic_id = :clinic and id = :id")
            .setParameter("clinic", clinic.value())
            .setParameter("id", id)
            .getResultList();
    return found.stream().findFirst().map(r -> new Message((UUID) r[0], (byte[]) r[1]));
  }

  public void handled(ClinicId clinic, UUID message, String outcome, Instant at) {
    em.createNativeQuery(
            "update payer_message set handled_at = :at, outcome = :outcome"
                + " where clinic_id = :clinic and id = :id")
        .setParameter("at", at)
        .setParameter("outcome", outcome)
        .setParameter("clinic", clinic.value())
        .setParameter("id", message)
        .executeUpdate();
  }
}
