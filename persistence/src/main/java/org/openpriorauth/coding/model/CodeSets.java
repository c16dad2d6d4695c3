package org.openpriorauth.coding.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openpriorauth.kernel.Days;

/** The editions of code sets and their codes, which are the same for every clinic. */
@ApplicationScoped
public class CodeSets {
  private static final String EDITION =
      "select id, system, name, effective_from, effective_to, sample, licensed, codes, sha256,"
          + " loaded_at from code_edition where replaced_at is null";

  private static final String COLUMNS =
      "select code, billable, short_description, description, effective_from, effective_to from ";

  private static final String CODE = COLUMNS + "medical_code where edition_id = :edition";

  /**
   * The words first, and only then the edition: before PostgreSQL has looked at a table that was
   * just filled, it would take the edition for the smaller set and walk through all of it.
   */
  private static final String SAYING =
      "with said as materialized (select * from medical_code where"
          + " to_tsvector('english', description) @@ to_tsquery('english', :words)) "
          + COLUMNS
          + "said where edition_id = :edition"
          + " order by billable desc, length(description), code limit :most";

  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** All that are in use, the newest of each system first. */
  public List<CodeEdition> editions() {
    return editions(
        em.createNativeQuery(EDITION + " order by system, effective_from desc").getResultList());
  }

  /** The one for a day: the youngest that had begun, unless its time was over. */
  public Optional<CodeEdition> on(CodeSystem system, LocalDate day) {
    return begun(system, day).filter(e -> e.to() == null || !day.isAfter(e.to()));
  }

  /** The youngest that had begun by a day. */
  public Optional<CodeEdition> begun(CodeSystem system, LocalDate day) {
    return editions(
            em.createNativeQuery(
                    EDITION
                        + " and system = :system and effective_from <= :day"
                        + " order by effective_from desc limit 1")
                .setParameter("system", system.word())
                .setParameter("day", day)
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Those of the codes that the edition has. */
  public Map<String, MedicalCode> find(CodeEdition edition, Collection<String> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    return codes(
            em.createNativeQuery(CODE + " and code in (:codes)")
                .setParameter("edition", edition.id())
                .setParameter("codes", codes)
                .getResultList())
        .stream()
        .collect(Collectors.toMap(MedicalCode::code, Function.identity()));
  }

  /**
   * In the order of the codes.
   *
   * @param beginning capitals, digits and points
   */
  public List<MedicalCode> beginning(CodeEdition edition, String beginning, int most) {
    return codes(
        em.createNativeQuery(
                CODE + " and code >= :first and code < :behind order by code limit :most")
            .setParameter("edition", edition.id())
            .setParameter("first", beginning)
            // Behind every letter and digit.
            .setParameter("behind", beginning + "~")
            .setParameter("most", most)
            .getResultList());
  }

  /**
   * Whose description has all the words, or words that begin so: what can be billed first, then the
   * shorter description, which says the same with less besides.
   *
   * @param words letters and digits only
   */
  public List<MedicalCode> saying(CodeEdition edition, List<String> words, int most) {
    return codes(
        em.createNativeQuery(SAYING)
            .setParameter("edition", edition.id())
            .setParameter("words", String.join(":* & ", words) + ":*")
            .setParameter("most", most)
            .getResultList());
  }

  /**
   * Until the transaction ends, nobody else loads.
   *
   * @return false if somebody does
   */
  public boolean hold() {
    return (Boolean)
        em.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('load-codes'))")
            .getSingleResult();
  }

  /** Takes out what had the same first day; answers whether there was one. */
  public boolean replace(CodeSystem system, LocalDate from, Instant at) {
    List<?> former =
        em.createNativeQuery(
                "update code_edition set replaced_at = :at where system = :system"
                    + " and effective_from = :from and replaced_at is null returning id")
            .setParameter("at", at)
            .setParameter("system", system.word())
            .setParameter("from", from)
            .getResultList();
    former.forEach(
        id ->
            em.createNativeQuery("delete from medical_code where edition_id = :edition")
                .setParameter("edition", id)
                .executeUpdate());
    return !former.isEmpty();
  }

  public void add(CodeEdition edition) {
    em.createNativeQuery(
            "insert into code_edition (id, system, name, effective_from, effective_to, sample,"
                + " licensed, codes, sha256, loaded_at) values (:id, :system, :name, :from,"
                + " cast(:to as date), :sample, :licensed, :codes, :sha256, :at)")
        .setParameter("id", edition.id())
        .setParameter("system", edition.system().word())
        .setParameter("name", edition.name())
        .setParameter("from", edition.from())
        .setParameter("to", edition.to() == null ? null : edition.to().toString())
        .setParameter("sample", edition.sample())
        .setParameter("licensed", edition.licensed())
        .setParameter("codes", edition.codes())
        .setParameter("sha256", edition.sha256())
        .setParameter("at", edition.loadedAt())
        .executeUpdate();
  }

  /**
   * One statement for many.
   *
   * @param json an array of {@link MedicalCode}
   * @return how many there are
   */
  public int add(UUID edition, String json) {
    return em.createNativeQuery(
            "insert into medical_code (edition_id, code, billable, short_description, description,"
                + " effective_from, effective_to) select :edition, c.code, c.billable,"
                + " c.short_description, c.description, c.\"from\", c.\"to\""
                + " from json_to_recordset(cast(:codes as json)) as c (code text, billable boolean,"
                + " short_description text, description text, \"from\" date, \"to\" date)")
        .setParameter("edition", edition)
        .setParameter("codes", json)
        .executeUpdate();
  }

  private static List<CodeEdition> editions(List<?> found) {
    return found.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new CodeEdition(
                    (UUID) r[0],
                    CodeSystem.of((String) r[1]).orElseThrow(),
                    (String) r[2],
                    Days.of(r[3]),
                    Days.of(r[4]),
                    (Boolean) r[5],
                    (Boolean) r[6],
                    (Integer) r[7],
                    (String) r[8],
                    (Instant) r[9]))
        .toList();
  }

  private static List<MedicalCode> codes(List<?> found) {
    return found.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new MedicalCode(
                    (String) r[0],
                    (Boolean) r[1],
                    (String) r[2],
                    (String) r[3],
                    Days.of(r[4]),
                    Days.of(r[5])))
        .toList();
  }
}
