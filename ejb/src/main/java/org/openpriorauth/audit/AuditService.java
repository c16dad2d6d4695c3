package org.openpriorauth.audit;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.audit.model.AuditSearch;
import org.openpriorauth.audit.model.AuditSearch.Access;
import org.openpriorauth.audit.model.AuditSearch.Key;
import org.openpriorauth.audit.model.AuditSearch.Line;
import org.openpriorauth.audit.model.AuditSearch.Wanted;
import org.openpriorauth.audit.model.SealRepository;
import org.openpriorauth.audit.model.SealRepository.Stored;
import org.openpriorauth.audit.seal.Export;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** The audit trail for who watches over it: found in, held against its seals, handed out. */
@Stateless
public class AuditService {
  private static final int MOST_ACCESSES = 1000;

  @Inject AuditSearch search;
  @Inject SealRepository seals;
  @Inject Chain chain;
  @Inject Inspection inspection;
  @Inject ClinicRepository clinics;
  @Inject Event<Audited> audited;

  /** A page of events, the newest first, and where the next one begins, or null at the end. */
  public record Page(List<Line> lines, Key next) {}

  /**
   * A piece of an export.
   *
   * @param lines ready to be written
   * @param next the number of the next piece, or null after the last
   */
  public record Piece(List<String> lines, Long next) {}

  @Requires("audit:read")
  public Page find(Caller caller, Wanted wanted, Key after, int size) {
    audited.fire(Audited.of(caller, "audit.read", "audit_event", null));
    List<Line> lines = search.find(caller.clinic(), wanted, after, size + 1);
    if (lines.size() <= size) {
      return new Page(lines, null);
    }
    Line last = lines.get(size - 1);
    return new Page(lines.subList(0, size), new Key(last.at(), last.id()));
  }

  /**
   * Who looked at a patient's record or changed it, by day and person (45 CFR 164.312(b)); what the
   * machine did by itself is left out.
   *
   * @throws Problem PATIENT_NOT_FOUND
   */
  @Requires("audit:read")
  public List<Access> accesses(Caller caller, UUID patient) {
    if (!search.knows(caller.clinic(), patient)) {
      throw Problem.of(ErrorCode.PATIENT_NOT_FOUND);
    }
    audited.fire(Audited.of(caller, "audit.accesses", "patient", patient));
    return search.accesses(
        caller.clinic(),
        patient,
        Caller.SYSTEM,
        clinics.get(caller.clinic()).zone(),
        MOST_ACCESSES);
  }

  /**
   * Holds a stretch of the clinic's chain against what is stored.
   *
   * @param from the number of the first seal to look at
   */
  @Requires("audit:read")
  public Inspection.Result verify(Caller caller, long from) {
    Inspection.Result result = inspection.of(caller.clinic(), Math.max(1, from));
    Map<String, Object> found = Map.of("from", from, "problems", result.problems().size());
    audited.fire(new Audited(caller, "audit.verify", "audit_seal", null, found));
    return result;
  }

  /** The newest seal's number, hash and time; empty while nothing is sealed. */
  @Requires("audit:read")
  public Optional<Stored> head(Caller caller) {
    return seals.last(caller.clinic());
  }

  /**
   * An export's pieces, one a seal; the last one holds what no seal fixes yet.
   *
   * @param number of the seal, from 1
   */
  @Requires("audit:read")
  public Piece export(Caller caller, long number) {
    List<String> lines = new ArrayList<>();
    if (number == 1) {
      audited.fire(Audited.of(caller, "audit.export", "audit_event", null));
      lines.add(Export.HEADER + Chain.name(caller.clinic()));
    }
    Optional<Stored> seal = seals.find(caller.clinic(), number);
    if (seal.isPresent()) {
      Stored found = seal.get();
      lines.add(chain.read(caller.clinic(), found).line());
      seals
          .events(caller.clinic(), found.after(), found.upTo(), Integer.MAX_VALUE)
          .forEach(e -> lines.add(EventLine.of(e)));
      return new Piece(lines, number + 1);
    }
    long after = seals.last(caller.clinic()).map(Stored::upTo).orElse(0L);
    lines.add(Export.UNSEALED);
    seals
        .events(caller.clinic(), after, Long.MAX_VALUE, Chain.MOST_EVENTS)
        .forEach(e -> lines.add(EventLine.of(e)));
    return new Piece(lines, null);
  }
}
