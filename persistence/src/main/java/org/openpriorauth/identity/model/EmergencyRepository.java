package org.openpriorauth.identity.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** Patient data opened in emergencies: what is open now, and what was. */
@ApplicationScoped
public class EmergencyRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public void add(ClinicId clinic, EmergencyAccess access) {
    em.persist(access);
    em.flush();
  }

  /** What is open in a session; at most one is. */
  public Optional<EmergencyAccess> open(ClinicId clinic, UUID session, Instant now) {
    return em.createQuery(
            "select e from EmergencyAccess e where e.clinicId = :clinic and e.sessionId = :session"
                + " and e.endedAt is null and e.endsAt > :now",
            EmergencyAccess.class)
        .setParameter("clinic", clinic.value())
        .setParameter("session", session)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  /** With its session; that nothing was open is no error. */
  public void endOf(ClinicId clinic, UUID session, Instant now) {
    open(clinic, session, now).ifPresent(e -> e.end(now));
  }

  public Optional<EmergencyAccess> find(ClinicId clinic, UUID id) {
    return Optional.ofNullable(em.find(EmergencyAccess.class, id))
        .filter(e -> e.clinic().equals(clinic));
  }
}
