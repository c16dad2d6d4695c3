package org.openpriorauth.audit.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The one order of all events. Places are given while transactions run, so a low one may appear
 * after a high one; this says from when on none can.
 */
@ApplicationScoped
public class AuditPlaces {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param place the last place that was given
   * @param younger a transaction's number, higher than that of the event that has the place
   */
  public record Boundary(long place, String younger) {}

  public Boundary boundary() {
    Object[] row =
        (Object[])
            em.createNativeQuery("select place, younger from audit_boundary()").getSingleResult();
    return new Boundary(((Number) row[0]).longValue(), (String) row[1]);
  }

  /** Whether nothing can appear any more at or below the boundary. */
  public boolean settled(Boundary boundary) {
    return (Boolean)
        em.createNativeQuery(
                "select pg_snapshot_xmin(pg_current_snapshot()) > cast(:younger as xid8)")
            .setParameter("younger", boundary.younger())
            .getSingleResult();
  }
}
