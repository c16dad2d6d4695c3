package org.openpriorauth.payer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.clinic.PracticeRules;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.payer.model.Payer;
import org.openpriorauth.payer.model.PayerRepository;

/** The payers that a clinic deals with. */
@Stateless
public class PayerService {
  private static final String SUBJECT = "payer";

  /** CMS-0057-F (42 CFR 422.568(b), 422.572(a) and their like): the longest that it allows. */
  private static final int LAW_STANDARD_HOURS = 168;

  private static final int LAW_EXPEDITED_HOURS = 72;

  /** A clock of more than this is a slip of the pen. */
  private static final int MOST_HOURS = 24 * 90;

  private static final int LONGEST_NAME = 200;

  @Inject PayerRepository payers;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param standardHours the payer's clock for routine requests, from proof of submission
   * @param expeditedHours the same for urgent and emergent ones
   */
  public record PayerView(
      UUID id,
      String name,
      String payerCode,
      boolean impactedByCms0057,
      long standardHours,
      long expeditedHours,
      boolean active,
      long version) {
    static PayerView of(Payer payer) {
      return new PayerView(
          payer.id(),
          payer.name(),
          payer.payerCode(),
          payer.impactedByCms0057(),
          payer.clock(false).toHours(),
          payer.clock(true).toHours(),
          payer.active(),
          payer.version());
    }
  }

  /** Those that new coverage can name. */
  @Requires("payer:read")
  public List<PayerView> list(Caller caller) {
    return payers.active(caller.clinic()).stream().map(PayerView::of).toList();
  }

  /** Those of former days too. */
  @Requires("payer:read")
  public List<PayerView> all(Caller caller) {
    return payers.all(caller.clinic()).stream().map(PayerView::of).toList();
  }

  /**
   * @throws Problem INVALID; PAYER_TAKEN
   */
  @Requires("payer:change")
  public PayerView add(Caller caller, Payer.Details wanted) {
    check(wanted);
    if (payers.findByCode(caller.clinic(), wanted.payerCode()).isPresent()) {
      throw Problem.of(ErrorCode.PAYER_TAKEN);
    }
    Payer payer = new Payer(caller.clinic(), caller.actor(), clock.instant(), wanted);
    payers.add(payer);
    audited.fire(Audited.of(caller, "payer.create", SUBJECT, payer.id()));
    return PayerView.of(payer);
  }

  /**
   * The clocks of requests that are on their way change with it.
   *
   * @param seen the version that the caller saw
   * @throws Problem PAYER_NOT_FOUND; STALE; INVALID; PAYER_TAKEN
   */
  @Requires("payer:change")
  public PayerView change(Caller caller, UUID id, long seen, Payer.Details wanted) {
    Payer payer = payers.lock(caller.clinic(), id);
    if (payer.version() != seen) {
      throw Problem.of(ErrorCode.STALE);
    }
    check(wanted);
    if (payers.findByCode(caller.clinic(), wanted.payerCode()).stream()
        .anyMatch(p -> !p.id().equals(id))) {
      throw Problem.of(ErrorCode.PAYER_TAKEN);
    }
    Payer.Details before = payer.details();
    payer.change(wanted, caller.actor(), clock.instant());
    payers.flush(caller.clinic());
    Map<String, Object> detail =
        Map.of("before", before.toString(), "after", payer.details().toString());
    audited.fire(new Audited(caller, "payer.change", SUBJECT, id, detail));
    return PayerView.of(payer);
  }

  private static void check(Payer.Details wanted) {
    List<Fault> faults = new ArrayList<>();
    if (wanted.name().isBlank() || !PracticeRules.printable(wanted.name(), LONGEST_NAME)) {
      faults.add(new Fault("/name", "form", "A payer's name has 1 to 200 visible characters."));
    }
    hours(
        faults,
        "/standard_hours",
        wanted.standardHours(),
        wanted.impactedByCms0057() ? LAW_STANDARD_HOURS : MOST_HOURS);
    hours(
        faults,
        "/expedited_hours",
        wanted.expeditedHours(),
        wanted.impactedByCms0057() ? LAW_EXPEDITED_HOURS : MOST_HOURS);
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  private static void hours(List<Fault> faults, String pointer, int hours, int most) {
    if (hours < 1 || hours > most) {
      faults.add(
          new Fault(
              pointer,
              "range",
              "A clock has 1 to "
                  + most
                  + " hours"
                  + (most == MOST_HOURS ? "." : " where CMS-0057-F binds the payer.")));
    }
  }
}
