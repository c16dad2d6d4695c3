package org.openpriorauth.identity.model;

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
import org.openpriorauth.kernel.Ids;

/** Who works in a clinic, and as what. */
@ApplicationScoped
public class MemberRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param active false for who may no longer sign in here
   * @param secondFactor whether one is set up
   * @param lastSeenAt in this clinic, or null
   * @param trainedUntil the last day on which the training in handling patient data counts, or null
   * @param provider {@code gave} or {@code took} where the hospital's sign-on decided, else null
   */
  public record Member(
      UUID user,
      String username,
      String fullName,
      String email,
      String role,
      boolean active,
      boolean secondFactor,
      Instant lastSeenAt,
      LocalDate trainedUntil,
      String provider) {
    /** Whether the hospital's sign-on says that the person works here, and as what. */
    public boolean provided() {
      return "gave".equals(provider);
    }
  }

  private static final String MEMBERS =
      "select u.id, u.username, u.full_name, u.email, m.role, m.active,"
          + " f.confirmed_at is not null, (select max(s.last_seen_at) from user_session s"
          + " where s.user_id = u.id and s.clinic_id = m.clinic_id), m.trained_until, m.provider"
          + " from membership m join app_user u on u.id = m.user_id"
          + " left join second_factor f on f.user_id = u.id where m.clinic_id = :clinic";

  /** Those who may sign in first, by name. */
  public List<Member> list(ClinicId clinic) {
    return rows(
        em.createNativeQuery(MEMBERS + " order by m.active desc, lower(u.full_name), u.id")
            .setParameter("clinic", clinic.value())
            .getResultList());
  }

  public Optional<Member> find(ClinicId clinic, UUID user) {
    return rows(
            em.createNativeQuery(MEMBERS + " and u.id = :user")
                .setParameter("clinic", clinic.value())
                .setParameter("user", user)
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Locks the clinic's members of a role; answers who they are. Of two who leave, one is last. */
  public List<UUID> lockActive(ClinicId clinic, String role) {
    @SuppressWarnings("unchecked")
    List<UUID> users =
        em.createNativeQuery(
                "select user_id from membership where clinic_id = :clinic and role = :role"
                    + " and active order by user_id for update",
                UUID.class)
            .setParameter("clinic", clinic.value())
            .setParameter("role", role)
            .getResultList();
    return users;
  }

  /** Adds somebody, or brings somebody back, in a role. */
  public void join(ClinicId clinic, UUID user, String role, Instant now) {
    em.createNativeQuery(
            "insert into membership as m (id, clinic_id, user_id, role, created_at)"
                + " values (:id, :clinic, :user, :role, :now)"
                + " on conflict (clinic_id, user_id) do update set role = :role, active = true,"
                + " provider = nullif(m.provider, 'took')")
        .setParameter("id", Ids.next())
        .setParameter("clinic", clinic.value())
        .setParameter("user", user)
        .setParameter("role", role)
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * Adds somebody whom the hospital's sign-on sends, or changes the role of whom it sent before.
   * What the clinic gave by itself stays as it is, and who was sent away by it stays away.
   */
  public void give(ClinicId clinic, UUID user, String role, Instant now) {
    em.createNativeQuery(
            "insert into membership as m (id, clinic_id, user_id, role, provider, created_at)"
                + " values (:id, :clinic, :user, :role, 'gave', :now)"
                + " on conflict (clinic_id, user_id) do update set role = :role,"
                + " active = m.active or m.provider = 'took', provider = 'gave'"
                + " where m.provider is not null")
        .setParameter("id", Ids.next())
        .setParameter("clinic", clinic.value())
        .setParameter("user", user)
        .setParameter("role", role)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** The hospital's sign-on sends the person here no longer. */
  public void take(ClinicId clinic, UUID user) {
    em.createNativeQuery(
            "update membership set active = false, provider = 'took'"
                + " where clinic_id = :clinic and user_id = :user and provider = 'gave' and active")
        .setParameter("clinic", clinic.value())
        .setParameter("user", user)
        .executeUpdate();
  }

  public void change(ClinicId clinic, UUID user, String role, boolean active) {
    em.createNativeQuery(
            "update membership set role = :role, active = :active,"
                + " provider = nullif(provider, 'took')"
                + " where clinic_id = :clinic and user_id = :user")
        .setParameter("clinic", clinic.value())
        .setParameter("user", user)
        .setParameter("role", role)
        .setParameter("active", active)
        .executeUpdate();
  }

  /**
   * @param until null for none
   */
  public void train(ClinicId clinic, UUID user, LocalDate until) {
    em.createNativeQuery(
            "update membership set trained_until = cast(:until as date)"
                + " where clinic_id = :clinic and user_id = :user")
        .setParameter("clinic", clinic.value())
        .setParameter("user", user)
        .setParameter("until", until == null ? null : until.toString())
        .executeUpdate();
  }

  /** Ends the person's sessions in this clinic; answers how many. */
  public int endSessions(ClinicId clinic, UUID user, String why, Instant now) {
    em.createNativeQuery(
            "update emergency_access set ended_at = :now where user_id = :user"
                + " and clinic_id = :clinic and ended_at is null and ends_at > :now")
        .setParameter("clinic", clinic.value())
        .setParameter("user", user)
        .setParameter("now", now)
        .executeUpdate();
    return em.createNativeQuery(
            "update user_session set revoked_at = :now, revoked_why = :why where user_id = :user"
                + " and clinic_id = :clinic and revoked_at is null and expires_at > :now")
        .setParameter("clinic", clinic.value())
        .setParameter("user", user)
        .setParameter("why", why)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** The person's sessions in this clinic that have not ended, the latest used first. */
  public List<UserSession> sessions(ClinicId clinic, UUID user, Instant now) {
    return em.createQuery(
            "select s from UserSession s where s.clinicId = :clinic and s.userId = :user"
                + " and s.revokedAt is null and s.expiresAt > :now order by s.lastSeenAt desc, s.id",
            UserSession.class)
        .setParameter("clinic", clinic.value())
        .setParameter("user", user)
        .setParameter("now", now)
        .getResultList();
  }

  private static List<Member> rows(List<?> found) {
    return found.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new Member(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    (String) r[4],
                    (Boolean) r[5],
                    (Boolean) r[6],
                    (Instant) r[7],
                    Days.of(r[8]),
                    (String) r[9]))
        .toList();
  }
}
