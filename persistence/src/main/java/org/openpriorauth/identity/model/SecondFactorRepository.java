package org.openpriorauth.identity.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Authenticators and recovery codes. Like people, they belong to no clinic. */
@ApplicationScoped
public class SecondFactorRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public Optional<SecondFactor> find(UUID user) {
    return Optional.ofNullable(em.find(SecondFactor.class, user));
  }

  /** Locked: of two sign-ins with the same code only one wins. */
  public Optional<SecondFactor> lock(UUID user) {
    return Optional.ofNullable(em.find(SecondFactor.class, user, LockModeType.PESSIMISTIC_WRITE));
  }

  public boolean confirmed(UUID user) {
    return find(user).filter(SecondFactor::confirmed).isPresent();
  }

  public void add(SecondFactor factor) {
    em.persist(factor);
  }

  public void remove(SecondFactor factor) {
    em.remove(factor);
  }

  /** In place of whatever codes there were. */
  public void replaceCodes(UUID user, Collection<byte[]> hashes) {
    removeCodes(user);
    for (byte[] hash : hashes) {
      em.createNativeQuery("insert into recovery_code (user_id, hash) values (:user, :hash)")
          .setParameter("user", user)
          .setParameter("hash", hash)
          .executeUpdate();
    }
  }

  public void removeCodes(UUID user) {
    em.createNativeQuery("delete from recovery_code where user_id = :user")
        .setParameter("user", user)
        .executeUpdate();
  }

  /** False if there is no such code or it was spent before. */
  public boolean spendCode(UUID user, byte[] hash, Instant now) {
    return em.createNativeQuery(
                "update recovery_code set spent_at = :now"
                    + " where user_id = :user and hash = :hash and spent_at is null")
            .setParameter("now", now)
            .setParameter("user", user)
            .setParameter("hash", hash)
            .executeUpdate()
        == 1;
  }

  public int codesLeft(UUID user) {
    return ((Number)
            em.createNativeQuery(
                    "select count(*) from recovery_code where user_id = :user and spent_at is null")
                .setParameter("user", user)
                .getSingleResult())
        .intValue();
  }
}
