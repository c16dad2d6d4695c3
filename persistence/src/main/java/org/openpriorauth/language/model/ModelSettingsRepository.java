package org.openpriorauth.language.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.openpriorauth.kernel.ClinicId;

/** Which language models help clinics. */
@ApplicationScoped
public class ModelSettingsRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public Optional<ModelSettings> find(ClinicId clinic) {
    return em.createQuery(
            "select s from ModelSettings s where s.clinicId = :clinic", ModelSettings.class)
        .setParameter("clinic", clinic.value())
        .getResultStream()
        .findFirst();
  }

  public void add(ModelSettings settings) {
    em.persist(settings);
  }

  /** So that the version that a change makes is known. */
  public void flush(ClinicId clinic) {
    em.flush();
  }
}
