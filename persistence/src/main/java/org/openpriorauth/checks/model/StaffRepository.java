package org.openpriorauth.checks.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Days;

/** The people who can sign in to a clinic, as the checks look at them. */
@ApplicationScoped
public class StaffRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param joinedAt of this clinic
   * @param lastSeenAt in this clinic, or null for never
   * @param trainedUntil the last day on which the training in handling patient data counts, or null
   * @param copiedPassword whether another account, of whatever clinic, has the same stored
   *     password: each is salted, so it was copied and never chosen
   */
  public record Account(
      String fullName,
      String role,
      boolean secondFactor,
      Instant joinedAt,
      Instant lastSeenAt,
      LocalDate trainedUntil,
      boolean copiedPassword) {}

  /** Those whose membership and account are in force, by name. */
  public List<Account> active(ClinicId clinic) {
    List<?> rows =
        em.createNativeQuery(
                "select u.full_name, m.role, f.confirmed_at is not null"
                    + " or exists (select from user_session s where s.user_id = u.id"
                    + " and s.clinic_id = m.clinic_id and s.factor_shown), m.created_at,"
                    + " (select max(s.last_seen_at) from user_session s"
                    + " where s.user_id = u.id and s.clinic_id = m.clinic_id), m.trained_until,"
                    + " exists (select from app_user o"
                    + " where o.password_hash = u.password_hash and o.id <> u.id)"
                    + " from membership m join app_user u on u.id = m.user_id"
                    + " left join second_factor f on f.user_id = u.id"
                    + " where m.clinic_id = :clinic and m.active and u.active"
                    + " order by lower(u.full_name), u.id")
            .setParameter("clinic", clinic.value())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new Account(
                    (String) r[0],
                    (String) r[1],
                    (Boolean) r[2],
                    (Instant) r[3],
                    (Instant) r[4],
                    Days.of(r[5]),
                    (Boolean) r[6]))
        .toList();
  }

  /** Where the clinic's security officers get their mail. */
  public List<String> officers(ClinicId clinic) {
    return addresses(clinic, Set.of("security_officer"));
  }

  /** The same of who keeps the installation: a practice has nobody like that. */
  public List<String> keepers(ClinicId clinic) {
    return addresses(clinic, Set.of("platform_admin", "operator"));
  }

  private List<String> addresses(ClinicId clinic, Set<String> roles) {
    @SuppressWarnings("unchecked")
    List<String> addresses =
        em.createNativeQuery(
                "select u.email from membership m join app_user u on u.id = m.user_id"
                    + " where m.clinic_id = :clinic and m.role in (:roles)"
                    + " and m.active and u.active order by u.email",
                String.class)
            .setParameter("clinic", clinic.value())
            .setParameter("roles", roles)
            .getResultList();
    return addresses;
  }

  /** The addresses of the clinic's payers and of its language model, each once. */
  public List<String> addresses(ClinicId clinic) {
    @SuppressWarnings("unchecked")
    List<String> addresses =
        em.createNativeQuery(
                "select base_url from payer_channel where clinic_id = :clinic and active"
                    + " union select base_url from language_model"
                    + " where clinic_id = :clinic and adapter <> 'none' order by base_url",
                String.class)
            .setParameter("clinic", clinic.value())
            .getResultList();
    return addresses;
  }
}
