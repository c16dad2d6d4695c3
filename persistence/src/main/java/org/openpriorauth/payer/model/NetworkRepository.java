package org.openpriorauth.payer.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Days;

/** Which of a clinic's providers are in which payer's network. */
@ApplicationScoped
public class NetworkRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param status in_network or out_of_network
   * @param from the first day of it, or null for always
   * @param to the last day of it, or null for until further notice
   */
  public record Standing(UUID provider, UUID payer, String status, LocalDate from, LocalDate to) {
    public boolean on(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  /** All that the clinic knows, in one query. */
  public List<Standing> all(ClinicId clinic) {
    List<?> rows =
        em.createNativeQuery(
                "select provider_id, payer_id, status, valid_from, valid_to from provider_network"
                    + " where clinic_id = :clinic order by provider_id, payer_id")
            .setParameter("clinic", clinic.value())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new Standing((UUID) r[0], (UUID) r[1], (String) r[2], Days.of(r[3]), Days.of(r[4])))
        .toList();
  }

  public void put(ClinicId clinic, Standing standing, UUID actor, Instant now) {
    em.createNativeQuery(
            "insert into provider_network (clinic_id, provider_id, payer_id, status, valid_from,"
                + " valid_to, updated_at, updated_by) values (:clinic, :provider, :payer, :status,"
                + " cast(:from as date), cast(:to as date), :now, :actor)"
                + " on conflict (clinic_id, provider_id, payer_id) do update set status = :status,"
                + " valid_from = cast(:from as date), valid_to = cast(:to as date),"
                + " updated_at = :now, updated_by = :actor")
        .setParameter("clinic", clinic.value())
        .setParameter("provider", standing.provider())
        .setParameter("payer", standing.payer())
        .setParameter("status", standing.status())
        .setParameter("from", standing.from() == null ? null : standing.from().toString())
        .setParameter("to", standing.to() == null ? null : standing.to().toString())
        .setParameter("now", now)
        .setParameter("actor", actor)
        .executeUpdate();
  }

  /** Nothing is known any more. */
  public void remove(ClinicId clinic, UUID provider, UUID payer) {
    em.createNativeQuery(
            "delete from provider_network where clinic_id = :clinic and provider_id = :provider"
                + " and payer_id = :payer")
        .setParameter("clinic", clinic.value())
        .setParameter("provider", provider)
        .setParameter("payer", payer)
        .executeUpdate();
  }
}
