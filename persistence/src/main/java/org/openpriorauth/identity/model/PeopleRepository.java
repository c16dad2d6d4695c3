package org.openpriorauth.identity.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.kernel.ClinicId;

/** The people of a clinic by name, whether they still work there or not. */
@ApplicationScoped
public class PeopleRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** In one query. */
  public Map<UUID, String> names(ClinicId clinic, Set<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        em.createNativeQuery(
                "select u.id, u.full_name from app_user u join membership m on m.user_id = u.id"
                    + " where m.clinic_id = :clinic and u.id in (:ids)")
            .setParameter("clinic", clinic.value())
            .setParameter("ids", ids)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(r -> (UUID) r[0], r -> (String) r[1]));
  }
}
