package org.openpriorauth.calibration.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.openpriorauth.kernel.ClinicId;

/** The values that were read, and counts of what people found of them. There is no text in it. */
@ApplicationScoped
public class ReadValueRepository {
  /**
   * Everything in one pass, whatever the number of fields and months: what a value is of, in which
   * twentieth its claim lies, and what people said. A value that was asked for with chance p stands
   * for 1 / p values.
   */
  private static final String COUNTS =
      """
      select grouping(kind, name, source, month) as of, kind, name, source, month, band,
        count(*), count(field_id),
        count(*) filter (where verdict = 'accepted'), count(*) filter (where verdict = 'changed'),
        count(*) filter (where verdict = 'rejected'),
        count(*) filter (where unseen), count(*) filter (where unseen and field_id is null),
        count(*) filter (where drawn or unseen and chance is not null),
        count(*) filter (where unseen and chance is not null),
        count(*) filter (where unseen and chance is not null and correct),
        count(chance), coalesce(sum(1 / chance), 0), coalesce(sum(1 / chance / chance), 0),
        coalesce(sum(1 / chance) filter (where correct), 0), coalesce(sum(confidence / chance), 0)
      from (
        select split_part(r.name, '.', 1) as kind, r.name, r.source, r.unseen, r.drawn,
          to_char(r.read_at at time zone :zone, 'YYYY-MM') as month, r.confidence,
          cast(least(19, floor(r.confidence * 20)) as int) as band,
          l.field_id, l.verdict, l.correct, l.chance
        from read_value r
        left join looked_at_field l on l.field_id = r.field_id and l.clinic_id = r.clinic_id
        where r.clinic_id = :clinic and r.read_at >= :start and r.read_at < :stop) v
      group by grouping sets
        ((band), (kind, band), (kind, name, band), (source, band), (month, band))
      order by 1, 2, 3, 4, 5, 6""";

  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * A value that was read.
   *
   * @param source text or ocr
   * @param confidence null where it is not calibrated
   * @param unseen certain enough to be used with nobody asked to look
   * @param drawn of those, chosen by chance to be checked
   */
  public record Value(
      UUID field, String name, String source, Double confidence, boolean unseen, boolean drawn) {}

  /** What counts are of. */
  public enum Of {
    ALL,
    KIND,
    FIELD,
    SOURCE,
    MONTH
  }

  /**
   * Counts of values whose claims lie in the same twentieth.
   *
   * @param band 0 to 19; null: not calibrated
   */
  public record Counted(
      Of of, String name, Integer band, Looks looks, Unseen unseen, Weighted weighted) {}

  /**
   * @param read values
   * @param looked of these, at how many a person looked
   */
  public record Looks(long read, long looked, long accepted, long changed, long rejected) {}

  /**
   * @param values that were certain enough to be used with nobody asked to look
   * @param leftUnseen of these, at how many nobody looked
   * @param drawn of these, chosen by chance to be checked
   * @param checked of the drawn, looked at
   * @param right of the checked, left as they were read
   */
  public record Unseen(long values, long leftUnseen, long drawn, long checked, long right) {}

  /**
   * Values that a person was asked for, each counted as often as it stands for others.
   *
   * @param n how many they are
   * @param weight the sum of their weights, {@code squares} of the weights' squares
   * @param right the weight of those that were left as they were read
   * @param claimed the sum of their confidences by weight
   */
  public record Weighted(long n, double weight, double squares, double right, double claimed) {}

  /** In place of what an earlier reading of the document found. */
  public void replace(ClinicId clinic, UUID document, List<Value> values, Instant at) {
    em.createNativeQuery(
            "delete from read_value where clinic_id = :clinic and document_id = :document")
        .setParameter("clinic", clinic.value())
        .setParameter("document", document)
        .executeUpdate();
    em.createNativeQuery(
            "insert into read_value (field_id, clinic_id, document_id, name, source, confidence,"
                + " unseen, drawn, read_at) select field, :clinic, :document, name, source,"
                + " cast(confidence as numeric), unseen, drawn, :at from unnest("
                + "cast(:fields as uuid[]), cast(:names as text[]), cast(:sources as text[]),"
                + " cast(:confidences as text[]), cast(:unseen as boolean[]),"
                + " cast(:drawn as boolean[]))"
                + " as v(field, name, source, confidence, unseen, drawn)")
        .setParameter("clinic", clinic.value())
        .setParameter("document", document)
        .setParameter("at", at)
        .setParameter("fields", column(values, Value::field, UUID[]::new))
        .setParameter("names", column(values, Value::name, String[]::new))
        .setParameter("sources", column(values, Value::source, String[]::new))
        .setParameter(
            "confidences",
            column(
                values,
                v -> v.confidence() == null ? null : v.confidence().toString(),
                String[]::new))
        .setParameter("unseen", column(values, Value::unseen, Boolean[]::new))
        .setParameter("drawn", column(values, Value::drawn, Boolean[]::new))
        .executeUpdate();
  }

  private static <T> T[] column(List<Value> values, Function<Value, T> of, IntFunction<T[]> array) {
    return values.stream().map(of).toArray(array);
  }

  /**
   * What was read in a time, and what people found of it since.
   *
   * @param zone whose months are meant
   */
  public List<Counted> counts(ClinicId clinic, Instant from, Instant until, ZoneId zone) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(COUNTS)
            .setParameter("clinic", clinic.value())
            .setParameter("zone", zone.getId())
            .setParameter("start", from)
            .setParameter("stop", until)
            .getResultList();
    return rows.stream().map(ReadValueRepository::counted).toList();
  }

  /** The bits of {@code grouping} are set for what a row is not by. */
  private static Counted counted(Object[] r) {
    Of of =
        switch (((Number) r[0]).intValue()) {
          case 0b0111 -> Of.KIND;
          case 0b0011 -> Of.FIELD;
          case 0b1101 -> Of.SOURCE;
          case 0b1110 -> Of.MONTH;
          default -> Of.ALL;
        };
    String name =
        switch (of) {
          case ALL -> null;
          case KIND -> (String) r[1];
          case FIELD -> (String) r[2];
          case SOURCE -> (String) r[3];
          case MONTH -> (String) r[4];
        };
    return new Counted(
        of,
        name,
        (Integer) r[5],
        new Looks(many(r[6]), many(r[7]), many(r[8]), many(r[9]), many(r[10])),
        new Unseen(many(r[11]), many(r[12]), many(r[13]), many(r[14]), many(r[15])),
        new Weighted(many(r[16]), sum(r[17]), sum(r[18]), sum(r[19]), sum(r[20])));
  }

  private static long many(Object count) {
    return ((Number) count).longValue();
  }

  private static double sum(Object numeric) {
    return ((BigDecimal) numeric).doubleValue();
  }
}
