package org.openpriorauth.audit;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
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
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** The audit trail for who watches over it: found in, held against its seals, handed out. */
@Stateless
public class AuditService {
  private static final int MOST_ACCESSES = 1000;
  private static final String INSTALLATION = "checks:installation";
  private static final Duration USUAL = Duration.ofDays(31);

  @Inject AuditSearch search;
  @Inject SealRepository seals;
  @Inject Chain chain;
  @Inject Inspection inspection;
  @Inject ClinicRepository clinics;
  @Inject ClinicScope scope;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /** A page of events, the newest first, and where the next one begins, or null at the end. */
  public record Page(List<Line> lines, Key next) {}

  /**
   * A piece of an export.
   *
   * @param lines ready to be written
   * @param next where to go on, or null after the last
   */
  public record Piece(List<String> lines, Place next) {
    public void write(OutputStream out) throws IOException {
      for (String line : lines) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /**
   * How far an export is.
   *
   * @param seal the number of the next seal
   * @param upTo the place of the last event written
   */
  public record Place(long seal, long upTo) {
    public static final Place FIRST = new Place(1, 0);

    /** Among the events that no seal fixes: a seal that is set meanwhile comes too late. */
    static Place open(long upTo) {
      return new Place(Long.MAX_VALUE, upTo);
    }

    boolean open() {
      return seal == Long.MAX_VALUE;
    }
  }

  /**
   * Newest first. Without a beginning, and not about one record, in the last 31 days: a search
   * through seven years is asked for. What belongs to no clinic is shown to who keeps the
   * installation.
   *
   * @throws Problem NOT_ALLOWED
   */
  @Requires("audit:read")
  public Page find(Caller caller, Wanted wanted, Key after, int size) {
    if (wanted.nobodys()) {
      if (!caller.may(INSTALLATION)) {
        throw Problem.of(ErrorCode.NOT_ALLOWED);
      }
      scope.enterInstallation();
    }
    audited.fire(Audited.of(caller, "audit.read", "audit_event", null));
    List<Line> lines = search.find(caller.clinic(), bounded(wanted), after, size + 1);
    if (lines.size() <= size) {
      return new Page(lines, null);
    }
    Line last = lines.get(size - 1);
    return new Page(lines.subList(0, size), new Key(last.at(), last.id()));
  }

  private Wanted bounded(Wanted wanted) {
    return wanted.from() == null && wanted.subjectId() == null
        ? wanted.since(clock.instant().minus(USUAL))
        : wanted;
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
   * An export's pieces: one a seal, then what no seal fixes yet, then a line that says that it
   * ended.
   *
   * @param from {@link Place#FIRST}, then where the piece before said
   */
  @Requires("audit:read")
  public Piece export(Caller caller, Place from) {
    List<String> lines = new ArrayList<>();
    if (from.equals(Place.FIRST)) {
      audited.fire(Audited.of(caller, "audit.export", "audit_event", null));
      lines.add(Export.HEADER + Chain.name(caller.clinic()));
    }
    long last = seals.last(caller.clinic()).map(Stored::number).orElse(0L);
    return from.seal() <= last ? sealed(caller, from, lines) : unsealed(caller, from, lines);
  }

  /** One that is gone leaves a gap, and the verifier says so. */
  private Piece sealed(Caller caller, Place from, List<String> lines) {
    long upTo = from.upTo();
    for (Stored seal : seals.between(caller.clinic(), from.seal(), from.seal())) {
      lines.add(chain.read(caller.clinic(), seal).line());
      write(seals.events(caller.clinic(), seal.after(), seal.upTo(), Integer.MAX_VALUE), lines);
      upTo = seal.upTo();
    }
    return new Piece(lines, new Place(from.seal() + 1, upTo));
  }

  private Piece unsealed(Caller caller, Place from, List<String> lines) {
    if (!from.open()) {
      lines.add(Export.UNSEALED);
    }
    List<SealRepository.Event> events =
        seals.events(caller.clinic(), from.upTo(), Long.MAX_VALUE, Chain.MOST_EVENTS);
    write(events, lines);
    if (events.size() < Chain.MOST_EVENTS) {
      lines.add(Export.END);
      return new Piece(lines, null);
    }
    return new Piece(lines, Place.open(events.get(events.size() - 1).position()));
  }

  private static void write(List<SealRepository.Event> events, List<String> lines) {
    events.forEach(event -> lines.add(EventLine.of(event)));
  }
}
