package org.openpriorauth.submission.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** Submissions with their attempts. */
@ApplicationScoped
public class SubmissionRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * One call to the payer.
   *
   * @param action submit or inquire
   * @param outcome accepted, pending, refused, not_sent or unknown; null while it runs, and for
   *     good if the server died in it
   * @param httpStatus null if there was no answer
   * @param detail sealed: the payer's words may name a patient
   */
  public record Attempt(
      int number,
      String action,
      Instant startedAt,
      Instant endedAt,
      String outcome,
      Integer httpStatus,
      byte[] detail) {}

  public Submission get(ClinicId clinic, UUID id) {
    return checked(clinic, em.find(Submission.class, id));
  }

  public Submission lock(ClinicId clinic, UUID id) {
    return checked(clinic, em.find(Submission.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public void add(Submission submission) {
    em.persist(submission);
    em.flush();
  }

  /** Newest first. */
  public List<Submission> ofRequest(ClinicId clinic, UUID request) {
    return em.createQuery(
            "select s from Submission s where s.clinicId = :clinic and s.request = :request"
                + " order by s.createdAt desc",
            Submission.class)
        .setParameter("clinic", clinic.value())
        .setParameter("request", request)
        .getResultList();
  }

  public Optional<Submission> findByClaim(ClinicId clinic, UUID claimIdentifier) {
    return em.createQuery(
            "select s from Submission s where s.clinicId = :clinic and s.claimIdentifier = :claim",
            Submission.class)
        .setParameter("clinic", clinic.value())
        .setParameter("claim", claimIdentifier)
        .getResultStream()
        .findFirst();
  }

  /** Opens the next attempt and answers its number. */
  public int begin(ClinicId clinic, UUID submission, String action, Instant at) {
    return ((Number)
            em.createNativeQuery(
                    "insert into submission_attempt"
                        + " (clinic_id, submission_id, number, action, started_at)"
                        + " select :clinic, :submission, coalesce(max(number), 0) + 1, :action, :at"
                        + " from submission_attempt where submission_id = :submission"
                        + " returning number")
                .setParameter("clinic", clinic.value())
                .setParameter("submission", submission)
                .setParameter("action", action)
                .setParameter("at", at)
                .getSingleResult())
        .intValue();
  }

  public void end(ClinicId clinic, UUID submission, Attempt attempt) {
    em.createNativeQuery(
            "update submission_attempt set ended_at = :at, outcome = :outcome,"
                + " http_status = cast(:status as integer), detail = :detail"
                + " where clinic_id = :clinic and submission_id = :submission and number = :number")
        .setParameter("at", attempt.endedAt())
        .setParameter("outcome", attempt.outcome())
        .setParameter(
            "status", attempt.httpStatus() == null ? null : attempt.httpStatus().toString())
        .setParameter("detail", attempt.detail())
        .setParameter("clinic", clinic.value())
        .setParameter("submission", submission)
        .setParameter("number", attempt.number())
        .executeUpdate();
  }

  public List<Attempt> attempts(ClinicId clinic, UUID submission) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select number, action, started_at, ended_at, outcome, http_status, detail"
                    + " from submission_attempt where clinic_id = :clinic"
                    + " and submission_id = :submission order by number")
            .setParameter("clinic", clinic.value())
            .setParameter("submission", submission)
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new Attempt(
                    ((Number) r[0]).intValue(),
                    (String) r[1],
                    (Instant) r[2],
                    (Instant) r[3],
                    (String) r[4],
                    r[5] == null ? null : ((Number) r[5]).intValue(),
                    (byte[]) r[6]))
        .toList();
  }

  /**
   * Takes what waits for the payer's word since a while, and dates it, in one statement: two jobs
   * at once take different ones.
   */
  public List<UUID> takeWaiting(ClinicId clinic, Instant since, Instant now, int most) {
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        em.createNativeQuery(
                "update submission set inquired_at = :now where id in (select id from submission"
                    + " where clinic_id = :clinic and state = 'confirmed'"
                    + " and coalesce(inquired_at, answered_at) <= :since"
                    + " order by coalesce(inquired_at, answered_at) limit :most"
                    + " for update skip locked) returning id",
                UUID.class)
            .setParameter("now", now)
            .setParameter("clinic", clinic.value())
            .setParameter("since", since)
            .setParameter("most", most)
            .getResultList();
    return ids;
  }

  private static Submission checked(ClinicId clinic, Submission found) {
    return Optional.ofNullable(found)
        .filter(s -> s.clinic().equals(clinic))
        .orElseThrow(() -> Problem.of(ErrorCode.SUBMISSION_NOT_FOUND));
  }
}
