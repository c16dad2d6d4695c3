package org.openpriorauth.keys.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/**
 * Sealed values as bytes, whatever table they lie in: a change of key neither knows nor touches
 * what is around them. Tables and columns come from {@link SealedColumn} alone. The clinic is null
 * for a column that belongs to none.
 */
@ApplicationScoped
public class SealedValueRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public record SealedValue(SealedRow row, byte[] bytes) {}

  /**
   * The last of the next rows, at most so many, whose values begin otherwise.
   *
   * @param head what values under the current key begin with
   */
  public Optional<SealedRow> lastOfNext(
      ClinicId clinic, SealedColumn column, byte[] head, SealedRow after, int most) {
    Query query =
        em.createNativeQuery(
            "select " + keys(column) + older(clinic, column) + " order by 1, 2 limit " + most);
    List<?> rows = bound(query, clinic, column, head, after).getResultList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(row((Object[]) rows.get(rows.size() - 1)));
  }

  /**
   * The values of that stretch that begin otherwise, locked. Rows that somebody else is changing
   * are left out: they may come with the current key, and the next walk finds them if not.
   */
  public List<SealedValue> lock(
      ClinicId clinic, SealedColumn column, byte[] head, SealedRow after, SealedRow last) {
    Query query =
        em.createNativeQuery(
            "select "
                + keys(column)
                + ", "
                + column.column()
                + older(clinic, column)
                + " and "
                + compared(column, "<=", "last")
                + " for no key update skip locked");
    bound(query, clinic, column, head, after);
    position(query, column, "last", last);
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query.getResultList();
    return rows.stream().map(r -> new SealedValue(row(r), (byte[]) r[2])).toList();
  }

  /** Changes the value if it is still what it was; the row's version and dates stay as they are. */
  public boolean replace(ClinicId clinic, SealedColumn column, SealedValue before, byte[] sealed) {
    Query query =
        em.createNativeQuery(
            "update %s set %s = :sealed where %s and %s = :before%s"
                .formatted(
                    column.table(),
                    column.column(),
                    compared(column, "=", "at"),
                    column.column(),
                    own(clinic)));
    position(query, column, "at", before.row());
    query.setParameter("sealed", sealed).setParameter("before", before.bytes());
    ofClinic(query, clinic);
    return query.executeUpdate() == 1;
  }

  /** The ids of the keys that the column's values are sealed with. */
  public List<String> keysInUse(ClinicId clinic, SealedColumn column) {
    String value = column.column();
    // 01, length of the id, id: anything else was not sealed by us.
    Query query =
        em.createNativeQuery(
            ("select distinct substring(%1$s from 3 for get_byte(substring(%1$s from 1 for 2), 1)) from %2$s"
                    + " where length(%1$s) > 2%3$s")
                .formatted(value, column.table(), own(clinic)));
    ofClinic(query, clinic);
    List<?> ids = query.getResultList();
    return ids.stream().map(id -> new String((byte[]) id, StandardCharsets.US_ASCII)).toList();
  }

  private static String keys(SealedColumn column) {
    return column.row() + ", " + (column.number() == null ? "0" : column.number());
  }

  private static String older(ClinicId clinic, SealedColumn column) {
    return " from %s where %s and substring(%s from 1 for :length) <> :head%s"
        .formatted(column.table(), compared(column, ">", "after"), column.column(), own(clinic));
  }

  private static String own(ClinicId clinic) {
    return clinic == null ? "" : " and clinic_id = :clinic";
  }

  private static String compared(SealedColumn column, String sign, String name) {
    return column.number() == null
        ? "%s %s :%s".formatted(column.row(), sign, name)
        : "(%s, %s) %s (:%4$s, :%4$sNumber)".formatted(column.row(), column.number(), sign, name);
  }

  private static Query bound(
      Query query, ClinicId clinic, SealedColumn column, byte[] head, SealedRow after) {
    position(query, column, "after", after);
    ofClinic(query, clinic);
    return query.setParameter("length", head.length).setParameter("head", head);
  }

  private static void position(Query query, SealedColumn column, String name, SealedRow at) {
    query.setParameter(name, at.id());
    if (column.number() != null) {
      query.setParameter(name + "Number", at.number());
    }
  }

  private static void ofClinic(Query query, ClinicId clinic) {
    if (clinic != null) {
      query.setParameter("clinic", clinic.value());
    }
  }

  private static SealedRow row(Object[] columns) {
    return new SealedRow((UUID) columns[0], ((Number) columns[1]).intValue());
  }
}
