package org.openpriorauth.keys.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The wrapped keys. They serve all clinics, and no row says anything about one. */
@ApplicationScoped
public class KeyRingRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param kind {@link #DATA} or {@link #INDEX}
   * @param wrappedBy provider and master key
   * @param currentFrom when it seals from, or null for one that only opens
   * @param retiredAt when no value was sealed with it any more, or null
   */
  public record WrappedKey(
      String id,
      String kind,
      byte[] wrapped,
      String wrappedBy,
      Instant createdAt,
      Instant currentFrom,
      Instant retiredAt) {
    public static final String DATA = "data";
    public static final String INDEX = "index";

    public boolean data() {
      return kind.equals(DATA);
    }
  }

  /**
   * All keys, the oldest first. Works in the caller's transaction or without one, and writes
   * nothing of the caller's: it may run while a value is being sealed.
   */
  public List<WrappedKey> all() {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select id, kind, wrapped, wrapped_by, created_at, current_from, retired_at"
                    + " from key_ring order by created_at, id")
            .setFlushMode(FlushModeType.COMMIT)
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new WrappedKey(
                    (String) r[0],
                    (String) r[1],
                    (byte[]) r[2],
                    (String) r[3],
                    (Instant) r[4],
                    (Instant) r[5],
                    (Instant) r[6]))
        .toList();
  }

  /** Whether the database holds anything sealed, with whatever key. */
  public boolean anythingSealed() {
    return (Boolean)
        em.createNativeQuery("select anything_sealed()")
            .setFlushMode(FlushModeType.COMMIT)
            .getSingleResult();
  }

  /** One change of the ring at a time, on all nodes; the turn ends with the transaction. */
  public void takeTurn() {
    em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('key_ring'))")
        .getResultList();
  }

  /** Keeps what is there: of two nodes that begin a ring, one has the index key. */
  public void add(WrappedKey key) {
    em.createNativeQuery(
            "insert into key_ring (id, kind, wrapped, wrapped_by, created_at, current_from)"
                + " values (:id, :kind, :wrapped, :by, :created, cast(:from as timestamptz))"
                + " on conflict do nothing")
        .setParameter("id", key.id())
        .setParameter("kind", key.kind())
        .setParameter("wrapped", key.wrapped())
        .setParameter("by", key.wrappedBy())
        .setParameter("created", key.createdAt())
        .setParameter("from", key.currentFrom())
        .executeUpdate();
  }

  /** The same key in another wrapping, unless somebody else was quicker. */
  public void rewrap(WrappedKey before, byte[] wrapped, String wrappedBy) {
    em.createNativeQuery(
            "update key_ring set wrapped = :wrapped, wrapped_by = :by"
                + " where kind = :kind and id = :id and wrapped = :before")
        .setParameter("wrapped", wrapped)
        .setParameter("by", wrappedBy)
        .setParameter("kind", before.kind())
        .setParameter("id", before.id())
        .setParameter("before", before.wrapped())
        .executeUpdate();
  }

  /** Notes that no value is sealed with them any more. */
  public void retire(Collection<String> unused, Instant at) {
    for (String id : unused) {
      em.createNativeQuery(
              "update key_ring set retired_at = :at"
                  + " where kind = 'data' and id = :id and retired_at is null")
          .setParameter("at", at)
          .setParameter("id", id)
          .executeUpdate();
    }
  }
}
