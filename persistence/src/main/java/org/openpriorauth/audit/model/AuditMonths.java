package org.openpriorauth.audit.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** The months of the audit trail, which hold the events of all clinics and go whole. */
@ApplicationScoped
public class AuditMonths {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * Drops the months whose events are removed by their chains' own word; the database looks at that
   * itself.
   *
   * @return their first days
   */
  @SuppressWarnings("unchecked")
  public List<LocalDate> dropRemoved() {
    List<String> months =
        em.createNativeQuery("select cast(m as text) from drop_removed_audit() m").getResultList();
    return months.stream().map(LocalDate::parse).toList();
  }
}
