package org.openpriorauth.clinic.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The practitioners and organizations that a clinic works with. */
@ApplicationScoped
public class ProviderRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public Provider get(ClinicId clinic, UUID id) {
    return Optional.ofNullable(em.find(Provider.class, id))
        .filter(p -> p.clinic().equals(clinic))
        .orElseThrow(() -> Problem.of(ErrorCode.PROVIDER_NOT_FOUND));
  }

  public Optional<Provider> findByNpi(ClinicId clinic, String npi) {
    return em.createQuery(
            "select p from Provider p where p.clinicId = :clinic and p.npi = :npi", Provider.class)
        .setParameter("clinic", clinic.value())
        .setParameter("npi", npi)
        .getResultStream()
        .findFirst();
  }

  public List<Provider> active(ClinicId clinic) {
    return em.createQuery(
            "select p from Provider p where p.clinicId = :clinic and p.active = true"
                + " order by p.name, p.givenName",
            Provider.class)
        .setParameter("clinic", clinic.value())
        .getResultList();
  }

  /** Those who get new requests first, by name. */
  public List<Provider> all(ClinicId clinic) {
    return em.createQuery(
            "select p from Provider p where p.clinicId = :clinic"
                + " order by p.active desc, p.name, p.givenName, p.id",
            Provider.class)
        .setParameter("clinic", clinic.value())
        .getResultList();
  }

  public Provider lock(ClinicId clinic, UUID id) {
    return Optional.ofNullable(em.find(Provider.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(p -> p.clinic().equals(clinic))
        .orElseThrow(() -> Problem.of(ErrorCode.PROVIDER_NOT_FOUND));
  }

  /** Writes what was changed, so that its version is known. */
  public void flush(ClinicId clinic) {
    em.flush();
  }

  public void add(Provider provider) {
    em.persist(provider);
    em.flush();
  }
}
