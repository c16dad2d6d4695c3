package org.openpriorauth.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;

/**
 * Container-managed transactions for the tests: each use is one of its own, for one clinic. No EJB:
 * with one in the WAR, WildFly sometimes refused the deployment (ELY01148).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Transactions {
  @PersistenceContext(unitName = "openpriorauth")
  EntityManager em;

  @Inject ClinicScope scope;

  public <T> T in(ClinicId clinic, Function<EntityManager, T> work) {
    scope.enter(clinic);
    return work.apply(em);
  }

  /** What a native query of one column finds. */
  public static <T> List<T> rows(EntityManager em, Class<T> type, String sql, Object... values) {
    Query query = em.createNativeQuery(sql, type);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    List<?> rows = query.getResultList();
    return rows.stream().<T>map(type::cast).toList();
  }
}
