package org.openpriorauth.calibration.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** Fields that people looked at, and what was made of them. There is no text in either. */
@ApplicationScoped
public class CalibrationRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * A field that a person looked at.
   *
   * @param source text or ocr
   * @param score the rules'
   * @param confidence as it was told to the person, or null where it was not calibrated
   * @param verdict accepted, changed or rejected; null where it was not noted yet
   * @param right whether the person left the value as it was read
   * @param chance how likely a person was asked for it, 0 to 1; null where nobody asked
   */
  public record Looked(
      UUID field,
      UUID document,
      String name,
      String source,
      double score,
      Double confidence,
      String verdict,
      boolean right,
      Double chance) {}

  /**
   * @param content JSON
   */
  public record Made(String id, String content, Instant at) {}

  /** The latest word on a field counts; why it was looked at first stays. */
  public void note(ClinicId clinic, String extractedBy, Looked looked, Instant at) {
    em.createNativeQuery(
            "insert into looked_at_field (field_id, clinic_id, document_id, name, source, score,"
                + " confidence, extracted_by, verdict, correct, chance, looked_at) values (:field,"
                + " :clinic, :document, :name, :source, :score, cast(:confidence as numeric), :by,"
                + " :verdict, :right, cast(:chance as numeric), :at) on conflict (field_id)"
                + " do update set verdict = excluded.verdict, correct = excluded.correct,"
                + " looked_at = excluded.looked_at")
        .setParameter("field", looked.field())
        .setParameter("clinic", clinic.value())
        .setParameter("document", looked.document())
        .setParameter("name", looked.name())
        .setParameter("source", looked.source())
        .setParameter("score", looked.score())
        .setParameter("confidence", text(looked.confidence()))
        .setParameter("by", extractedBy)
        .setParameter("verdict", looked.verdict())
        .setParameter("chance", text(looked.chance()))
        .setParameter("right", looked.right())
        .setParameter("at", at)
        .executeUpdate();
  }

  private static String text(Double number) {
    return number == null ? null : number.toString();
  }

  private static Double number(Object numeric) {
    return numeric == null ? null : ((BigDecimal) numeric).doubleValue();
  }

  /**
   * What people were asked for, the latest first: a clinic's senders change. What they looked at
   * unasked is left out: nobody knows how likely that was.
   */
  public List<Looked> asked(ClinicId clinic, String extractedBy, int most) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select field_id, document_id, name, source, score, confidence, verdict, correct,"
                    + " chance from looked_at_field where clinic_id = :clinic"
                    + " and extracted_by = :by and chance is not null"
                    + " order by looked_at desc, field_id desc")
            .setParameter("clinic", clinic.value())
            .setParameter("by", extractedBy)
            .setMaxResults(most)
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new Looked(
                    (UUID) r[0],
                    (UUID) r[1],
                    (String) r[2],
                    (String) r[3],
                    ((BigDecimal) r[4]).doubleValue(),
                    number(r[5]),
                    (String) r[6],
                    (Boolean) r[7],
                    number(r[8])))
        .toList();
  }

  /** Another of the same day takes its place; values keep what they were told by either. */
  public void keep(ClinicId clinic, String extractedBy, Made made) {
    em.createNativeQuery(
            "insert into calibration (clinic_id, id, extracted_by, content, created_at)"
                + " values (:clinic, :id, :by, :content, :at) on conflict (clinic_id, id) do update"
                + " set extracted_by = excluded.extracted_by, content = excluded.content,"
                + " created_at = excluded.created_at")
        .setParameter("clinic", clinic.value())
        .setParameter("id", made.id())
        .setParameter("by", extractedBy)
        .setParameter("content", made.content())
        .setParameter("at", made.at())
        .executeUpdate();
  }

  public Optional<Made> latest(ClinicId clinic, String extractedBy) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select id, content, created_at from calibration where clinic_id = :clinic"
                    + " and extracted_by = :by order by created_at desc, id desc")
            .setParameter("clinic", clinic.value())
            .setParameter("by", extractedBy)
            .setMaxResults(1)
            .getResultList();
    return rows.stream()
        .map(r -> new Made((String) r[0], (String) r[1], (Instant) r[2]))
        .findFirst();
  }
}
