package org.openpriorauth.payer.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The electronic doors of a clinic's payers. */
@ApplicationScoped
public class PayerChannelRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public PayerChannel get(ClinicId clinic, UUID id) {
    return checked(clinic, em.find(PayerChannel.class, id));
  }

  public PayerChannel lock(ClinicId clinic, UUID id) {
    return checked(clinic, em.find(PayerChannel.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<PayerChannel> ofPayer(ClinicId clinic, UUID payer, String channel) {
    return em.createQuery(
            "select c from PayerChannel c where c.clinicId = :clinic and c.payerId = :payer"
                + " and c.channel = :channel and c.active = true",
            PayerChannel.class)
        .setParameter("clinic", clinic.value())
        .setParameter("payer", payer)
        .setParameter("channel", channel)
        .getResultStream()
        .findFirst();
  }

  public void add(PayerChannel channel) {
    em.persist(channel);
    em.flush();
  }

  /** Whose channel it is, before the caller has shown that it may ask. */
  public Optional<ClinicId> clinicOf(UUID channel) {
    Object clinic =
        em.createNativeQuery("select clinic_of_channel(:channel)", UUID.class)
            .setParameter("channel", channel)
            .getSingleResult();
    return Optional.ofNullable((UUID) clinic).map(ClinicId::new);
  }

  private static PayerChannel checked(ClinicId clinic, PayerChannel found) {
    return Optional.ofNullable(found)
        .filter(c -> c.clinic().equals(clinic))
        .orElseThrow(() -> Problem.of(ErrorCode.CHANNEL_NOT_FOUND));
  }
}
