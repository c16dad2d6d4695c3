package org.openpriorauth.clinic.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The clinic's own row. */
@ApplicationScoped
public class ClinicRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * A practice as the installation's administrators know it.
   *
   * @param people who may sign in there
   * @param administrators how many of them run it
   * @param invited administrators who have not answered yet
   */
  public record Practice(
      UUID id,
      String name,
      String npi,
      Instant createdAt,
      long people,
      long administrators,
      long invited) {}

  public Clinic get(ClinicId clinic) {
    Clinic found = em.find(Clinic.class, clinic.value());
    if (found == null) {
      throw Problem.of(ErrorCode.NO_CLINIC);
    }
    return found;
  }

  /** Locked: of two who change it at once, the second sees what the first did. */
  public Clinic lock(ClinicId clinic) {
    Clinic found = em.find(Clinic.class, clinic.value(), LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw Problem.of(ErrorCode.NO_CLINIC);
    }
    return found;
  }

  /** A new practice; the transaction is its own already. */
  public void add(ClinicId id, Clinic clinic) {
    em.persist(clinic);
    em.flush();
  }

  /** Writes what was changed, so that its version is known. */
  public void flush(ClinicId clinic) {
    em.flush();
  }

  /**
   * The first of the wanted letters that no practice has yet; until the transaction ends nobody
   * else is given any.
   */
  public Optional<String> freePrefix(ClinicId newcomer, List<String> wanted) {
    Object free =
        em.createNativeQuery("select free_pa_prefix(cast(:wanted as text[]))", String.class)
            .setParameter("wanted", "{\"" + String.join("\",\"", wanted) + "\"}")
            .getSingleResult();
    return Optional.ofNullable((String) free);
  }

  /**
   * The practices of the installation in order of their age, for its administrators: row-level
   * security lets nobody else see one.
   */
  public List<Practice> practices(ClinicId platform, UUID after, int limit) {
    return practices(platform, null, after, limit);
  }

  /** One of them. */
  public Optional<Practice> practice(ClinicId platform, UUID id) {
    return practices(platform, id, new UUID(0, 0), 1).stream().findFirst();
  }

  private List<Practice> practices(ClinicId platform, UUID one, UUID after, int limit) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select id, name, npi, created_at, people, administrators, invited"
                    + " from practices(cast(:one as uuid), :after, :n)"
                    + " where :platform = current_clinic()")
            .setParameter("one", one == null ? null : one.toString())
            .setParameter("after", after)
            .setParameter("n", limit)
            .setParameter("platform", platform.value())
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new Practice(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    (Instant) r[3],
                    (Long) r[4],
                    (Long) r[5],
                    (Long) r[6]))
        .toList();
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
