package org.openpriorauth.clinic.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The clinic's own row. */
@ApplicationScoped
public class ClinicRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public Clinic get(ClinicId clinic) {
    Clinic found = em.find(Clinic.class, clinic.value());
    if (found == null) {
      throw Problem.of(ErrorCode.NO_CLINIC);
    }
    return found;
  }

  /**
   * Ids of clinics in order, beginning after the given one: for jobs that then work inside one
   * clinic at a time. A security-definer function shows ids and nothing else.
   */
  public List<ClinicId> idsAfter(UUID after, int limit) {
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        em.createNativeQuery("select id from clinic_ids(:after, :n) id", UUID.class)
            .setParameter("after", after)
            .setParameter("n", limit)
            .getResultList();
    return ids.stream().map(ClinicId::new).toList();
  }
}
