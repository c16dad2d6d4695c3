package org.openpriorauth.checks.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.openpriorauth.kernel.ClinicId;

/**
 * What the nightly runs found. A null clinic means the checks of the installation; then the
 * transaction has entered its part.
 */
@ApplicationScoped
public class CheckResultRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param status pass, warn or fail
   */
  public record Stored(String name, String status, String found, Instant at) {}

  public void add(ClinicId clinic, Stored result) {
    em.createNativeQuery(
            "insert into check_result (clinic_id, run_at, name, status, found)"
                + " values (cast(:clinic as uuid), :at, :name, :status, :found)")
        .setParameter("clinic", clinic == null ? null : clinic.toString())
        .setParameter("at", result.at())
        .setParameter("name", result.name())
        .setParameter("status", result.status())
        .setParameter("found", result.found())
        .executeUpdate();
  }

  /** The results of the latest runs, the newest run first. */
  public List<Stored> latest(ClinicId clinic, int runs) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        of(
                clinic,
                "select name, status, found, run_at from check_result r where %1$s and run_at in"
                    + " (select distinct run_at from check_result where %1$s"
                    + " order by run_at desc limit :runs) order by run_at desc, name")
            .setParameter("runs", runs)
            .getResultList();
    return rows.stream()
        .map(r -> new Stored((String) r[0], (String) r[1], (String) r[2], (Instant) r[3]))
        .toList();
  }

  /** Forgets the runs before a time; answers how many results went. */
  public int forget(ClinicId clinic, Instant before) {
    return of(clinic, "delete from check_result where %1$s and run_at < :before")
        .setParameter("before", before)
        .executeUpdate();
  }

  private Query of(ClinicId clinic, String sql) {
    Query query =
        em.createNativeQuery(
            sql.formatted(clinic == null ? "clinic_id is null" : "clinic_id = :clinic"));
    return clinic == null ? query : query.setParameter("clinic", clinic.value());
  }
}
