package org.openpriorauth.checks.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.openpriorauth.kernel.Schema;

/** The database about itself and about whom it serves. */
@ApplicationScoped
public class DatabaseFacts {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param migrated whether it holds the newest migration that this release knows
   * @param aboveTheWall whether our role could step over row-level security
   * @param encrypted whether the line to it is
   * @param local whether it is on this machine
   */
  public record Database(
      String version, boolean migrated, boolean aboveTheWall, boolean encrypted, boolean local) {}

  public Database describe() {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select current_setting('server_version'),"
                        + " exists (select from openpriorauth.schema_history"
                        + " where version = :newest and success),"
                        + " (select rolsuper or rolbypassrls from pg_roles"
                        + " where rolname = current_user),"
                        + " coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()),"
                        + " false),"
                        + " coalesce(host(inet_client_addr()) = host(inet_server_addr()), true)")
                .setParameter("newest", Schema.NEWEST)
                .getSingleResult();
    return new Database(
        (String) row[0], (Boolean) row[1], (Boolean) row[2], (Boolean) row[3], (Boolean) row[4]);
  }

  /** What its clock says at this very moment. */
  public Instant time() {
    return (Instant)
        em.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }
}
