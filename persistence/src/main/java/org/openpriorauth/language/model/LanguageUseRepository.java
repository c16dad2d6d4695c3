package org.openpriorauth.language.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.openpriorauth.kernel.ClinicId;

/** What language models were asked for, counted by day. */
@ApplicationScoped
public class LanguageUseRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param purpose what it helped with
   * @param prompt the words it was asked with, and their version
   * @param calls how often it was asked
   * @param answered how often an answer could be used
   * @param dropped what it said and the pages do not
   * @param cost in dollars, by the prices of the day
   */
  public record Use(
      LocalDate day,
      String purpose,
      String model,
      String prompt,
      long calls,
      long answered,
      long inputTokens,
      long outputTokens,
      long dropped,
      BigDecimal cost) {}

  public void add(ClinicId clinic, Use use) {
    em.createNativeQuery(
            "insert into language_use (clinic_id, day, purpose, model, prompt, calls, answered,"
                + " input_tokens, output_tokens, dropped, cost) values (:clinic, :day, :purpose,"
                + " :model, :prompt, :calls, :answered, :in, :out, :dropped, :cost)"
                + " on conflict (clinic_id, day, purpose, model, prompt) do update set"
                + " calls = language_use.calls + excluded.calls,"
                + " answered = language_use.answered + excluded.answered,"
                + " input_tokens = language_use.input_tokens + excluded.input_tokens,"
                + " output_tokens = language_use.output_tokens + excluded.output_tokens,"
                + " dropped = language_use.dropped + excluded.dropped,"
                + " cost = language_use.cost + excluded.cost")
        .setParameter("clinic", clinic.value())
        .setParameter("day", use.day())
        .setParameter("purpose", use.purpose())
        .setParameter("model", use.model())
        .setParameter("prompt", use.prompt())
        .setParameter("calls", use.calls())
        .setParameter("answered", use.answered())
        .setParameter("in", use.inputTokens())
        .setParameter("out", use.outputTokens())
        .setParameter("dropped", use.dropped())
        .setParameter("cost", use.cost())
        .executeUpdate();
  }

  /** The latest day first. */
  public List<Use> between(ClinicId clinic, LocalDate first, LocalDate last) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select cast(day as text), purpose, model, prompt, calls, answered, input_tokens,"
                    + " output_tokens, dropped, cost from language_use where clinic_id = :clinic"
                    + " and day between :first and :last order by 1 desc, 2, 3, 4")
            .setParameter("clinic", clinic.value())
            .setParameter("first", first)
            .setParameter("last", last)
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new Use(
                    LocalDate.parse((String) r[0]),
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    ((Number) r[4]).longValue(),
                    ((Number) r[5]).longValue(),
                    ((Number) r[6]).longValue(),
                    ((Number) r[7]).longValue(),
                    ((Number) r[8]).longValue(),
                    (BigDecimal) r[9]))
        .toList();
  }

  /** Read and written together. */
  public long tokens(ClinicId clinic, LocalDate first, LocalDate last) {
    return ((Number)
            em.createNativeQuery(
                    "select coalesce(sum(input_tokens + output_tokens), 0) from language_use"
                        + " where clinic_id = :clinic and day between :first and :last")
                .setParameter("clinic", clinic.value())
                .setParameter("first", first)
                .setParameter("last", last)
                .getSingleResult())
        .longValue();
  }
}
