package org.openpriorauth.audit.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.kernel.ClinicId;

/**
 * The chains of seals, and the events in the order that they fix. A null clinic means the chain of
 * the installation: what belongs to no clinic, such as a refused sign-in.
 */
@ApplicationScoped
public class SealRepository {
  private static final String EVENTS =
      "select position, cast(id as text), to_char(at at time zone 'UTC',"
          + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), cast(clinic_id as text), cast(actor as text),"
          + " action, subject, cast(subject_id as text), outcome, door, request_id, address, agent,"
          + " cast(detail as text) from audit_event where %s and position > :after"
          + " and position <= :upTo order by position";

  private static final String SEALS =
      "select number, after, up_to, events, root, previous, hash, keyed, sealed_at"
          + " from audit_seal where %s";

  private static final String FIRST_SINCE =
      "select min(position) from audit_event where %s and at >= :at";

  private static final String REMOVAL =
      "select detail ->> 'seal', detail ->> 'up_to', detail ->> 'hash',"
          + " detail ->> 'before', detail ->> 'keyed' from audit_event where %s"
          + " and action = 'audit.remove' and outcome = 'done' and position <= :upTo"
          + " order by position desc";

  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** A seal as it is stored. */
  public record Stored(
      long number,
      long after,
      long upTo,
      long events,
      String root,
      String previous,
      String hash,
      byte[] keyed,
      Instant sealedAt) {}

  /**
   * An event's values as text, in the order of a line's fields.
   *
   * @param values null where the event has none
   */
  public record Event(long position, List<String> values) {}

  /**
   * A chain's own word that events were removed, as its event has it; nothing of it is checked.
   *
   * @param seal the number of the last link whose events went
   * @param upTo the place of the last event that went
   * @param hash that link's
   * @param before the day on which nothing younger was removed
   * @param keyed under the key of the seals
   */
  public record Removal(String seal, String upTo, String hash, String before, String keyed) {}

  /** Until the transaction ends, nobody else adds to the chain. */
  public void lock(ClinicId clinic) {
    em.createNativeQuery(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(:chain, 7))) locked")
        .setParameter("chain", "audit_seal/" + clinic)
        .getSingleResult();
  }

  public Optional<Stored> last(ClinicId clinic) {
    return seals(of(clinic, SEALS + " order by number desc limit 1")).stream().findFirst();
  }

  /** The links with these numbers that are there, in order. */
  public List<Stored> between(ClinicId clinic, long first, long last) {
    return seals(
        of(clinic, SEALS + " and number between :first and :last order by number")
            .setParameter("first", first)
            .setParameter("last", last));
  }

  /** The newest link below a place: no event that it or one before it fixes is at or above. */
  public Optional<Stored> lastBelow(ClinicId clinic, long place) {
    return seals(
            of(clinic, SEALS + " and up_to < :place order by number desc limit 1")
                .setParameter("place", place))
        .stream()
        .findFirst();
  }

  /** The lowest place of an event of that moment or later. */
  public Optional<Long> firstSince(ClinicId clinic, Instant at) {
    Object place = of(clinic, FIRST_SINCE).setParameter("at", at).getSingleResult();
    return Optional.ofNullable((Number) place).map(Number::longValue);
  }

  /** The newest removal at or below a place. */
  public Optional<Removal> removal(ClinicId clinic, long upTo) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        of(clinic, REMOVAL).setParameter("upTo", upTo).setMaxResults(1).getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new Removal(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4]));
  }

  private static List<Stored> seals(Query query) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query.getResultList();
    return rows.stream().map(SealRepository::seal).toList();
  }

  private static Stored seal(Object[] r) {
    return new Stored(
        ((Number) r[0]).longValue(),
        ((Number) r[1]).longValue(),
        ((Number) r[2]).longValue(),
        ((Number) r[3]).longValue(),
        (String) r[4],
        (String) r[5],
        (String) r[6],
        (byte[]) r[7],
        (Instant) r[8]);
  }

  /** Events in the order of their places. */
  public List<Event> events(ClinicId clinic, long after, long upTo, int most) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        of(clinic, EVENTS)
            .setParameter("after", after)
            .setParameter("upTo", upTo)
            .setMaxResults(most)
            .getResultList();
    return rows.stream().map(SealRepository::event).toList();
  }

  private static Event event(Object[] row) {
    String[] values = new String[row.length - 1];
    for (int i = 1; i < row.length; i++) {
      values[i - 1] = (String) row[i];
    }
    return new Event(((Number) row[0]).longValue(), java.util.Arrays.asList(values));
  }

  public void add(ClinicId clinic, Stored seal) {
    em.createNativeQuery(
            "insert into audit_seal (clinic_id, number, after, up_to, events, root, previous, hash,"
                + " keyed, sealed_at) values (cast(:clinic as uuid), :number, :after, :upTo,"
                + " :events, :root, :previous, :hash, :keyed, :at)")
        .setParameter("clinic", clinic == null ? null : clinic.toString())
        .setParameter("number", seal.number())
        .setParameter("after", seal.after())
        .setParameter("upTo", seal.upTo())
        .setParameter("events", seal.events())
        .setParameter("root", seal.root())
        .setParameter("previous", seal.previous())
        .setParameter("hash", seal.hash())
        .setParameter("keyed", seal.keyed())
        .setParameter("at", seal.sealedAt())
        .executeUpdate();
  }

  private Query of(ClinicId clinic, String sql) {
    if (clinic == null) {
      return em.createNativeQuery(sql.formatted("clinic_id is null"));
    }
    return em.createNativeQuery(sql.formatted("clinic_id = :clinic"))
        .setParameter("clinic", clinic.value());
  }
}
