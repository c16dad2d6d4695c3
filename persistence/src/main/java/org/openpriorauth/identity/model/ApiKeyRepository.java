package org.openpriorauth.identity.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** The keys of a clinic's other systems. */
@ApplicationScoped
public class ApiKeyRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** The clinic that a key belongs to, whether or not it still opens. */
  public Optional<ClinicId> clinicOf(byte[] hash) {
    Object clinic =
        em.createNativeQuery("select api_key_clinic(:hash)", UUID.class)
            .setParameter("hash", hash)
            .getSingleResult();
    return Optional.ofNullable((UUID) clinic).map(ClinicId::new);
  }

  public Optional<ApiKey> find(ClinicId clinic, byte[] hash) {
    return em.createQuery(
            "select k from ApiKey k where k.clinicId = :clinic and k.hash = :hash", ApiKey.class)
        .setParameter("clinic", clinic.value())
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  /** Past keys too, the latest first. */
  public List<ApiKey> all(ClinicId clinic) {
    return em.createQuery(
            "select k from ApiKey k where k.clinicId = :clinic order by k.createdAt desc, k.id",
            ApiKey.class)
        .setParameter("clinic", clinic.value())
        .getResultList();
  }

  public Optional<ApiKey> lock(ClinicId clinic, UUID id) {
    return Optional.ofNullable(em.find(ApiKey.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(k -> k.clinic().equals(clinic));
  }

  public boolean named(ClinicId clinic, String name) {
    return !em.createQuery(
            "select k.id from ApiKey k where k.clinicId = :clinic and k.revokedAt is null"
                + " and lower(k.name) = lower(:name)",
            UUID.class)
        .setParameter("clinic", clinic.value())
        .setParameter("name", name)
        .getResultList()
        .isEmpty();
  }

  public void add(ApiKey key) {
    em.persist(key);
    em.flush();
  }

  /** Beside the entity: noting the use of a key is no change of it. */
  public void used(ClinicId clinic, UUID id, Instant now) {
    em.createNativeQuery(
            "update api_key set last_used_at = :now where clinic_id = :clinic and id = :id")
        .setParameter("now", now)
        .setParameter("clinic", clinic.value())
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Permissions that a machine can have. */
  public List<String> scopes(ClinicId clinic) {
    @SuppressWarnings("unchecked")
    List<String> names =
        em.createNativeQuery("select name from permission where machine order by name")
            .getResultList();
    return names;
  }
}
