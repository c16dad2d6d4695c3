package org.openpriorauth.identity.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/**
 * People, memberships and sessions: the only repository that is asked before a clinic is known. The
 * tables hold no patient data.
 */
@ApplicationScoped
public class IdentityRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** One place where somebody works. */
  public record Membership(ClinicId clinic, String role) {}

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

  /** False if the name is somebody's already. */
  public boolean free(String username) {
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

  /** Active memberships, oldest first. Row-level security shows a person their own rows only. */
  public List<Membership> membershipsOf(UUID user) {
    em.createNativeQuery("select set_config('app.user', :user, true)")
        .setParameter("user", user.toString())
        .getSingleResult();
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select clinic_id, role from membership"
                    + " where user_id = :user and active order by created_at, id")
            .setParameter("user", user)
            .getResultList();
    return rows.stream()
        .map(row -> new Membership(new ClinicId((UUID) row[0]), (String) row[1]))
        .toList();
  }

  public Set<String> permissionsOf(String role) {
    @SuppressWarnings("unchecked")
    List<String> rows =
        em.createNativeQuery("select permission from role_permission where role = :role")
            .setParameter("role", role)
            .getResultList();
    return new TreeSet<>(rows);
  }

  /** All that the house knows, in their order. */
  public List<String> roles() {
    @SuppressWarnings("unchecked")
    List<String> roles =
        em.createNativeQuery("select distinct role from role_permission order by role")
            .getResultList();
    return roles;
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
