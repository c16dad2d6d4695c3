package org.openpriorauth.criteria.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Days;

/** Policy packs: added, never changed. */
@ApplicationScoped
public class PolicyRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param content the pack's JSON
   */
  public record Row(
      UUID id,
      UUID payerId,
      String packId,
      String version,
      String title,
      LocalDate effectiveFrom,
      LocalDate effectiveTo,
      String content) {}

  private static final String COLUMNS =
      "select id, payer_id, pack_id, version, title, effective_from, effective_to,"
          + " cast(content as text) from policy_pack where clinic_id = :clinic";

  public void add(ClinicId clinic, Row row, Instant at, UUID actor) {
    em.createNativeQuery(
            "insert into policy_pack (id, clinic_id, payer_id, pack_id, version, title,"
                + " effective_from, effective_to, content, created_at, created_by) values (:id,"
                + " :clinic, :payer, :pack, :version, :title, :from, cast(:to as date),"
                + " cast(:content as jsonb), :at, :actor)")
        .setParameter("id", row.id())
        .setParameter("clinic", clinic.value())
        .setParameter("payer", row.payerId())
        .setParameter("pack", row.packId())
        .setParameter("version", row.version())
        .setParameter("title", row.title())
        .setParameter("from", row.effectiveFrom())
        .setParameter("to", row.effectiveTo() == null ? null : row.effectiveTo().toString())
        .setParameter("content", row.content())
        .setParameter("at", at)
        .setParameter("actor", actor)
        .executeUpdate();
  }

  public Optional<Row> find(ClinicId clinic, UUID payer, String packId, String version) {
    return rows(
            em.createNativeQuery(
                    COLUMNS + " and payer_id = :payer and pack_id = :pack and version = :version")
                .setParameter("clinic", clinic.value())
                .setParameter("payer", payer)
                .setParameter("pack", packId)
                .setParameter("version", version)
                .getResultList())
        .stream()
        .findFirst();
  }

  /** In force on a day, the newest first. */
  public List<Row> inForce(ClinicId clinic, UUID payer, LocalDate day) {
    return rows(
        em.createNativeQuery(
                COLUMNS
                    + " and payer_id = :payer and effective_from <= :day"
                    + " and (effective_to is null or effective_to >= :day)"
                    + " order by effective_from desc, created_at desc")
            .setParameter("clinic", clinic.value())
            .setParameter("payer", payer)
            .setParameter("day", day)
            .getResultList());
  }

  public List<Row> all(ClinicId clinic) {
    return rows(
        em.createNativeQuery(COLUMNS + " order by title, effective_from desc")
            .setParameter("clinic", clinic.value())
            .getResultList());
  }

  public Optional<Row> find(ClinicId clinic, UUID id) {
    return rows(
            em.createNativeQuery(COLUMNS + " and id = :id")
                .setParameter("clinic", clinic.value())
                .setParameter("id", id)
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Of one pack of a payer, the newest first. */
  public List<Row> versions(ClinicId clinic, UUID payer, String packId) {
    return rows(
        em.createNativeQuery(
                COLUMNS
                    + " and payer_id = :payer and pack_id = :pack"
                    + " order by effective_from desc, created_at desc")
            .setParameter("clinic", clinic.value())
            .setParameter("payer", payer)
            .setParameter("pack", packId)
            .getResultList());
  }

  /**
   * A request that was judged by a version of a pack.
   *
   * @param codes of its services, with spaces between; null for none
   * @param diagnoses as the codes
   */
  public record JudgedCase(
      UUID request,
      String paNumber,
      String state,
      String version,
      String codes,
      String diagnoses) {}

  /**
   * Requests in some states that these versions judged, the oldest first.
   *
   * @param versions not empty
   */
  public List<JudgedCase> judged(ClinicId clinic, List<UUID> versions, List<String> states) {
    List<?> found =
        em.createNativeQuery(
                "select r.id, r.pa_number, r.state, p.version,"
                    + " (select string_agg(i.code, ' ') from prior_authorization_item i"
                    + " where i.prior_authorization_id = r.id),"
                    + " (select string_agg(array_to_string(i.diagnosis_codes, ' '), ' ')"
                    + " from prior_authorization_item i where i.prior_authorization_id = r.id)"
                    + " from policy_pack p"
                    + " join assessment a on a.clinic_id = p.clinic_id and a.policy_pack_id = p.id"
                    + " join prior_authorization r on r.id = a.prior_authorization_id"
                    + " where p.clinic_id = :clinic and p.id in (:versions)"
                    + " and r.clinic_id = :clinic and r.deleted_at is null and r.state in (:states)"
                    + " order by r.created_at")
            .setParameter("clinic", clinic.value())
            .setParameter("versions", versions)
            .setParameter("states", states)
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new JudgedCase(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    (String) r[4],
                    (String) r[5]))
        .toList();
  }

  private static List<Row> rows(List<?> found) {
    return found.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new Row(
                    (UUID) r[0],
                    (UUID) r[1],
                    (String) r[2],
                    (String) r[3],
                    (String) r[4],
                    Days.of(r[5]),
                    Days.of(r[6]),
                    (String) r[7]))
        .toList();
  }
}
