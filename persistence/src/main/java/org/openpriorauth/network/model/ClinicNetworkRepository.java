package org.openpriorauth.network.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.openpriorauth.kernel.ClinicId;

/** From where clinics may be used. */
@ApplicationScoped
public class ClinicNetworkRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** In the order in which they are written. */
  public List<Network> of(ClinicId clinic) {
    return em
        .createQuery(
            "select n from ClinicNetwork n where n.clinicId = :clinic order by n.network",
            ClinicNetwork.class)
        .setParameter("clinic", clinic.value())
        .getResultList()
        .stream()
        .map(ClinicNetwork::network)
        .toList();
  }

  /** These, and none of those that were. */
  public void replace(ClinicId clinic, List<ClinicNetwork> networks) {
    em.createQuery("delete from ClinicNetwork n where n.clinicId = :clinic")
        .setParameter("clinic", clinic.value())
        .executeUpdate();
    networks.forEach(em::persist);
    em.flush();
  }
}
