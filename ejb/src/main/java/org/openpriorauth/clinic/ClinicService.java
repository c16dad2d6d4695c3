package org.openpriorauth.clinic;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** The clinic that the caller works in. */
@Stateless
public class ClinicService {
  /** Below it every fifth value could be wrong, and nobody would look. */
  private static final BigDecimal LEAST = new BigDecimal("0.80");

  @Inject ClinicRepository clinics;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param paPrefix the letters that begin its authorization numbers; they stay
   * @param unseenFrom how certain a field must be, 0.8 to 1, to be used before a person saw it
   * @param checkShare of the fields that are used so, the share that a person is asked to check
   */
  public record ClinicView(
      UUID id,
      Clinic.Details details,
      String paPrefix,
      double unseenFrom,
      double checkShare,
      long version) {
    static ClinicView of(Clinic clinic) {
      return new ClinicView(
          clinic.id(),
          clinic.details(),
          clinic.paPrefix(),
          clinic.unseenFrom(),
          clinic.checkShare(),
          clinic.version());
    }
  }

  @Requires("clinic:read")
  public ClinicView current(Caller caller) {
    return ClinicView.of(clinics.get(caller.clinic()));
  }

  /**
   * What is printed on the next packets and sent to payers from now on; what went out stays as it
   * was.
   *
   * @param seen the version that the caller saw
   * @throws Problem INVALID with every fault; STALE
   */
  @Requires("clinic:change")
  public ClinicView change(Caller caller, long seen, Clinic.Details wanted) {
    Clinic clinic = seen(caller, seen);
    Clinic.Details checked = PracticeRules.checked(wanted, clinic.zone().getId());
    Map<String, Object> changes = changes(clinic.details(), checked);
    if (!changes.isEmpty()) {
      clinic.change(checked, caller.actor(), clock.instant());
      clinics.flush(caller.clinic());
      audited.fire(new Audited(caller, "clinic.change", "clinic", clinic.id(), changes));
    }
    return ClinicView.of(clinic);
  }

  /**
   * Says how certain a field must be to be used before a person saw it, and how many of those a
   * person is asked to check. It holds for what is judged from now on.
   *
   * @param seen the version that the caller saw
   * @param wanted without a share to check, that one stays
   * @throws Problem INVALID, STALE
   */
  @Requires("clinic:change")
  public ClinicView trust(Caller caller, long seen, Clinic.Reading wanted) {
    if (!hundredths(wanted.unseenFrom(), LEAST)) {
      throw Problem.invalid(
          "/unseen_from", "range", "Say a certainty from 0.80 to 1.00, in hundredths.");
    }
    if (wanted.checkShare() != null && !hundredths(wanted.checkShare(), BigDecimal.ZERO)) {
      throw Problem.invalid("/check_share", "range", "Say a share from 0 to 1, in hundredths.");
    }
    Clinic clinic = seen(caller, seen);
    Clinic.Reading before = clinic.reading();
    Clinic.Reading after =
        new Clinic.Reading(
            wanted.unseenFrom(),
            wanted.checkShare() == null ? before.checkShare() : wanted.checkShare());
    Map<String, Object> changes = new LinkedHashMap<>();
    change(changes, "unseen_from", before.unseenFrom(), after.unseenFrom());
    change(changes, "check_share", before.checkShare(), after.checkShare());
    if (!changes.isEmpty()) {
      clinic.trust(after, caller.actor(), clock.instant());
      clinics.flush(caller.clinic());
      audited.fire(new Audited(caller, "clinic.change", "clinic", clinic.id(), changes));
    }
    return ClinicView.of(clinic);
  }

  private static boolean hundredths(BigDecimal share, BigDecimal least) {
    return share != null
        && share.compareTo(least) >= 0
        && share.compareTo(BigDecimal.ONE) <= 0
        && share.stripTrailingZeros().scale() <= 2;
  }

  private static void change(
      Map<String, Object> changes, String name, BigDecimal before, BigDecimal after) {
    if (before.compareTo(after) != 0) {
      changes.put(name, Map.of("before", before.doubleValue(), "after", after.doubleValue()));
    }
  }

  private Clinic seen(Caller caller, long seen) {
    Clinic clinic = clinics.lock(caller.clinic());
    if (clinic.version() != seen) {
      throw Problem.of(ErrorCode.STALE);
    }
    return clinic;
  }

  /** Before and after of what differs: nothing in it is about a patient. */
  private static Map<String, Object> changes(Clinic.Details before, Clinic.Details after) {
    Map<String, Object> was = said(before);
    Map<String, Object> changes = new LinkedHashMap<>();
    said(after)
        .forEach(
            (name, value) -> {
              if (!Objects.equals(was.get(name), value)) {
                changes.put(
                    name,
                    Map.of(
                        "before", Objects.toString(was.get(name), ""),
                        "after", Objects.toString(value, "")));
              }
            });
    return changes;
  }

  private static Map<String, Object> said(Clinic.Details of) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("name", of.name());
    said.put("npi", of.npi());
    said.put("tax_id", of.taxId());
    said.put("address", String.join(", ", of.address().lines()));
    said.put("phone", of.phone());
    said.put("fax", of.fax());
    said.put("time_zone", of.timeZone());
    return said;
  }
}
