package org.openpriorauth.language.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** Clinics' own words for prompts; each version stays. */
@ApplicationScoped
public class PromptRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param words null where the clinic went back to the product's
   */
  public record Row(int version, String words) {}

  /** The latest. */
  public Optional<Row> find(ClinicId clinic, String purpose) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select version, words from language_prompt where clinic_id = :clinic"
                    + " and purpose = :purpose order by version desc limit 1")
            .setParameter("clinic", clinic.value())
            .setParameter("purpose", purpose)
            .getResultList();
    return rows.stream().findFirst().map(r -> new Row(((Number) r[0]).intValue(), (String) r[1]));
  }

  public void add(ClinicId clinic, String purpose, Row row, UUID actor, Instant at) {
    em.createNativeQuery(
            "insert into language_prompt (clinic_id, purpose, version, words, created_at,"
                + " created_by) values (:clinic, :purpose, :version, :words, :at, :actor)")
        .setParameter("clinic", clinic.value())
        .setParameter("purpose", purpose)
        .setParameter("version", row.version())
        .setParameter("words", row.words())
        .setParameter("at", at)
        .setParameter("actor", actor)
        .executeUpdate();
  }
}
