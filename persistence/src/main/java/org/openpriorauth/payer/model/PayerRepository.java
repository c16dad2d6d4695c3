package org.openpriorauth.payer.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** A clinic's payers. */
@ApplicationScoped
public class PayerRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public Payer get(ClinicId clinic, UUID id) {
    Payer found = em.find(Payer.class, id);
    if (found == null || !found.clinic().equals(clinic)) {
      throw Problem.of(ErrorCode.PAYER_NOT_FOUND);
    }
    return found;
  }

  public List<Payer> active(ClinicId clinic) {
    return em.createQuery(
            "select p from Payer p where p.clinicId = :clinic and p.active = true order by p.name",
            Payer.class)
        .setParameter("clinic", clinic.value())
        .getResultList();
  }

  /** Those that get new coverage first, by name. */
  public List<Payer> all(ClinicId clinic) {
    return em.createQuery(
            "select p from Payer p where p.clinicId = :clinic order by p.active desc, p.name, p.id",
            Payer.class)
        .setParameter("clinic", clinic.value())
        .getResultList();
  }

  public Payer lock(ClinicId clinic, UUID id) {
    Payer found = em.find(Payer.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null || !found.clinic().equals(clinic)) {
      throw Problem.of(ErrorCode.PAYER_NOT_FOUND);
    }
    return found;
  }

  public Optional<Payer> findByCode(ClinicId clinic, String payerCode) {
    return em.createQuery(
            "select p from Payer p where p.clinicId = :clinic and p.payerCode = :code", Payer.class)
        .setParameter("clinic", clinic.value())
        .setParameter("code", payerCode)
        .getResultStream()
        .findFirst();
  }

  public void add(Payer payer) {
    em.persist(payer);
    em.flush();
  }

  /** Writes what was changed, so that its version is known. */
  public void flush(ClinicId clinic) {
    em.flush();
  }

  /** Names for a page of rows, in one query. */
  public Map<UUID, String> names(ClinicId clinic, Set<UUID> ids) {
    return em.createQuery(
            "select p from Payer p where p.clinicId = :clinic and p.id in :ids", Payer.class)
        .setParameter("clinic", clinic.value())
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Payer::id, Payer::name));
  }
}
