package org.openpriorauth.identity.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Days;

/**
 * People, memberships and sessions: the only repository that is asked before a clinic is known. The
 * tables hold no patient data.
 */
@ApplicationScoped
public class IdentityRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * One place where somebody works.
   *
   * @param name the clinic's
   * @param zone the clinic's
   * @param trainedUntil the last day on which the training in handling patient data counts, or null
   * @param provided whether the hospital's sign-on gave it
   */
  public record Membership(
      ClinicId clinic,
      String name,
      String role,
      ZoneId zone,
      LocalDate trainedUntil,
      boolean provided) {
    public boolean trainedAt(Instant now) {
      return trainedUntil != null && !LocalDate.ofInstant(now, zone).isAfter(trainedUntil);
    }
  }

  /**
   * @param phi whether patient data lies behind it
   */
  public record Permission(String name, boolean phi) {}

  private static final String MEMBERSHIPS =
      "select m.clinic_id, c.name, m.role, c.time_zone, m.trained_until, m.provider is not distinct from 'gave' from membership m join clinic c on c.id = m.clinic_id"
          + " where m.user_id = :user and m.active";

  /** By username or e-mail. */
  public Optional<User> findForSignIn(String name) {
    return em.createQuery(
            "select u from User u where lower(u.username) = :name or lower(u.email) = :name",
            User.class)
        .setParameter("name", name.toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  public Optional<User> findByEmail(String email) {
    return em.createQuery("select u from User u where lower(u.email) = :email", User.class)
        .setParameter("email", email.toLowerCase(Locale.ROOT))
        .getResultStream()
        .findFirst();
  }

  /**
   * False if the name is somebody's already. Until the transaction ends nobody else takes a name or
   * an address: of two who want the same at once, the second sees the first.
   */
  public boolean free(String username) {
    em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('app_user'))")
        .getSingleResult();
    return em.createQuery("select u.id from User u where lower(u.username) = :name", UUID.class)
        .setParameter("name", username.toLowerCase(Locale.ROOT))
        .getResultList()
        .isEmpty();
  }

  public void add(User user) {
    em.persist(user);
    em.flush();
  }

  /** Locked, so that two wrong passwords at once count as two. */
  public Optional<User> lockUser(UUID id) {
    return Optional.ofNullable(em.find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<User> findUser(UUID id) {
    return Optional.ofNullable(em.find(User.class, id));
  }

  /**
   * Active memberships, the one that was worked in last first. Row-level security shows a person
   * their own rows only.
   */
  public List<Membership> membershipsOf(UUID user) {
    return memberships(
        user,
        em.createNativeQuery(
            MEMBERSHIPS
                + " order by (select max(s.created_at) from user_session s"
                + " where s.user_id = m.user_id and s.clinic_id = m.clinic_id) desc nulls last,"
                + " m.created_at, m.id"));
  }

  /** The active membership in one clinic. */
  public Optional<Membership> membership(UUID user, ClinicId clinic) {
    return memberships(
            user,
            em.createNativeQuery(MEMBERSHIPS + " and m.clinic_id = :clinic")
                .setParameter("clinic", clinic.value()))
        .stream()
        .findFirst();
  }

  private List<Membership> memberships(UUID user, Query query) {
    em.createNativeQuery("select set_config('app.user', :user, true)")
        .setParameter("user", user.toString())
        .getSingleResult();
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query.setParameter("user", user).getResultList();
    return rows.stream()
        .map(
            row ->
                new Membership(
                    new ClinicId((UUID) row[0]),
                    (String) row[1],
                    (String) row[2],
                    ZoneId.of((String) row[3]),
                    Days.of(row[4]),
                    (Boolean) row[5]))
        .toList();
  }

  public List<Permission> permissionsOf(String role) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select p.name, p.phi from role_permission r join permission p"
                    + " on p.name = r.permission where r.role = :role order by p.name")
            .setParameter("role", role)
            .getResultList();
    return rows.stream().map(row -> new Permission((String) row[0], (Boolean) row[1])).toList();
  }

  /** What an emergency opens: the names of permissions. */
  public List<String> openedByEmergency() {
    @SuppressWarnings("unchecked")
    List<String> names =
        em.createNativeQuery(
                "select name from permission where emergency order by name", String.class)
            .getResultList();
    return names;
  }

  /** Those that somebody can have in this clinic, in their order. */
  public List<String> roles(ClinicId clinic) {
    @SuppressWarnings("unchecked")
    List<String> roles =
        em.createNativeQuery(
                "select r.name from role r join clinic c on c.kind = r.tenant"
                    + " where c.id = :clinic order by r.name")
            .setParameter("clinic", clinic.value())
            .getResultList();
    return roles;
  }

  /** Whose this is at a provider. */
  public Optional<UUID> findByProvider(String issuer, String subject) {
    @SuppressWarnings("unchecked")
    List<UUID> users =
        em.createNativeQuery(
                "select user_id from hospital_identity where issuer = :issuer and subject = :subject",
                UUID.class)
            .setParameter("issuer", issuer)
            .setParameter("subject", subject)
            .getResultList();
    return users.stream().findFirst();
  }

  /** Whether a provider signs a person on. */
  public boolean signsOn(UUID user, String issuer) {
    return !em.createNativeQuery(
            "select 1 from hospital_identity where user_id = :user and issuer = :issuer")
        .setParameter("user", user)
        .setParameter("issuer", issuer)
        .getResultList()
        .isEmpty();
  }

  /** From now on this is the person at that provider; a second time only its use is noted. */
  public void link(UUID user, String issuer, String subject, Instant now) {
    em.createNativeQuery(
            "insert into hospital_identity (issuer, subject, user_id, created_at, last_used_at)"
                + " values (:issuer, :subject, :user, :now, :now)"
                + " on conflict (issuer, subject) do update set last_used_at = :now")
        .setParameter("issuer", issuer)
        .setParameter("subject", subject)
        .setParameter("user", user)
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * @param letters of the practice's request numbers, or {@code installation}
   */
  public Optional<ClinicId> clinicOf(String letters) {
    Object id =
        em.createNativeQuery("select clinic_of_letters(:letters)", UUID.class)
            .setParameter("letters", letters)
            .getSingleResult();
    return Optional.ofNullable((UUID) id).map(ClinicId::new);
  }

  public void add(PasswordReset reset) {
    em.persist(reset);
  }

  /** Locked: the link opens once. */
  public Optional<PasswordReset> lockReset(byte[] hash) {
    return Optional.ofNullable(em.find(PasswordReset.class, hash, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whether a link went out so lately that another one would only be noise. */
  public boolean resetAskedSince(UUID user, Instant since) {
    return !em.createQuery(
            "select r.userId from PasswordReset r where r.userId = :user and r.createdAt > :since",
            UUID.class)
        .setParameter("user", user)
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  public void add(UserSession session) {
    em.persist(session);
  }

  public void add(SessionSecret secret) {
    em.persist(secret);
  }

  public Optional<UserSession> findSession(UUID id) {
    return Optional.ofNullable(em.find(UserSession.class, id));
  }

  /** A person's sessions that have not ended, the latest used first. */
  public List<UserSession> liveSessionsOf(UUID user, Instant now) {
    return em.createQuery(
            "select s from UserSession s where s.userId = :user and s.revokedAt is null"
                + " and s.expiresAt > :now order by s.lastSeenAt desc, s.id",
            UserSession.class)
        .setParameter("user", user)
        .setParameter("now", now)
        .getResultList();
  }

  /** Those that came of one session at the hospital's sign-on, whoever's they are. */
  public List<UserSession> liveSessionsOf(String providerSession, Instant now) {
    return em.createQuery(
            "select s from UserSession s where s.providerSession = :there and s.revokedAt is null"
                + " and s.expiresAt > :now order by s.id",
            UserSession.class)
        .setParameter("there", providerSession)
        .setParameter("now", now)
        .getResultList();
  }

  /**
   * Keeps what the hospital's sign-on said is over. Whoever looks at this moment whether it is, to
   * open a session, is waited for: what is read after this transaction holds that session.
   *
   * @param session there, as it is kept; null for all of the person's
   * @param person as it is kept, or null if only the session was named
   */
  public void keepSignOut(String session, String person, Instant saidAt) {
    lock("pg_advisory_xact_lock", session, person);
    em.createNativeQuery(
            "insert into provider_sign_out (provider_session, provider_person, said_at)"
                + " values (cast(:session as text), cast(:person as text), :at)"
                + " on conflict (provider_session, provider_person)"
                + " do update set said_at = greatest(provider_sign_out.said_at, :at)")
        .setParameter("session", session)
        .setParameter("person", person)
        .setParameter("at", saidAt)
        .executeUpdate();
  }

  /**
   * Whether the hospital's sign-on said that this is over: the session by its name whenever, or
   * else what it vouched for until then. Until the transaction ends nobody else says so.
   *
   * @param session there, as it is kept, or null if it has no name
   * @param person as it is kept
   */
  public boolean signedOutThere(String session, String person, Instant vouchedAt) {
    lock("pg_advisory_xact_lock_shared", session, person);
    return !em.createNativeQuery(
            "select 1 from provider_sign_out where provider_session = cast(:session as text)"
                + " or provider_person = :person and said_at >= :vouched"
                + " and (provider_session is null or cast(:session as text) is null)")
        .setParameter("session", session)
        .setParameter("person", person)
        .setParameter("vouched", vouchedAt)
        .getResultList()
        .isEmpty();
  }

  private void lock(String how, String... names) {
    for (String name : names) {
      if (name != null) {
        em.createNativeQuery("select 1 from " + how + "(hashtextextended(:name, 0))")
            .setParameter("name", name)
            .getSingleResult();
      }
    }
  }

  public void deleteSignOutsBefore(Instant time) {
    em.createNativeQuery("delete from provider_sign_out where said_at < :time")
        .setParameter("time", time)
        .executeUpdate();
  }

  /** The row as it stands now, locked. */
  public UserSession refreshLocked(UUID id) {
    UserSession session = em.find(UserSession.class, id);
    em.refresh(session, LockModeType.PESSIMISTIC_WRITE);
    return session;
  }

  /** Locked: a session that is being ended is not prolonged beside it. */
  public Optional<UserSession> lockSession(UUID id) {
    return Optional.ofNullable(em.find(UserSession.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public Optional<SessionSecret> findSecret(byte[] hash) {
    return Optional.ofNullable(em.find(SessionSecret.class, hash));
  }

  /** Locked: of two refreshes with the same token only one wins, the other is a reuse. */
  public Optional<SessionSecret> lockSecret(byte[] hash) {
    return Optional.ofNullable(em.find(SessionSecret.class, hash, LockModeType.PESSIMISTIC_WRITE));
  }

  public void deleteResetsBefore(Instant time) {
    em.createQuery("delete from PasswordReset r where r.expiresAt < :time")
        .setParameter("time", time)
        .executeUpdate();
  }

  /** Deletes sessions that ended before the given time, with their secrets; answers how many. */
  public int deleteEndedBefore(Instant time, int atMost) {
    return em.createNativeQuery(
            "delete from user_session where id in (select id from user_session"
                + " where expires_at < :time order by expires_at limit :n for update skip locked)")
        .setParameter("time", time)
        .setParameter("n", atMost)
        .executeUpdate();
  }
}
