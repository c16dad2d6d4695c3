package org.openpriorauth.checks;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.checks.Result.Before;
import org.openpriorauth.checks.model.CheckResultRepository;
import org.openpriorauth.checks.model.CheckResultRepository.Stored;
import org.openpriorauth.checks.model.StaffRepository;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.notification.Mails;

/** The short transactions around the nightly runs: what was found, and who is told. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CheckRecord {
  private static final Logger LOG = System.getLogger(CheckRecord.class.getName());
  private static final Duration KEPT = Duration.ofDays(90);

  @Inject CheckResultRepository stored;
  @Inject StaffRepository staff;
  @Inject CheckLetter letter;
  @Inject Mails mails;
  @Inject ClinicScope scope;
  @Inject ClinicRepository clinics;
  @Inject Event<Audited> audited;

  /** Whose report it is, and by which time. Public, or Payara does not hand it out. */
  public record Letterhead(String clinic, ZoneId zone) {}

  /** How the clinic's checks came out in the last nightly run, by name. */
  @Requires("checks:read")
  public Map<String, Before> last(Caller caller) {
    return byName(stored.latest(caller.clinic(), 1));
  }

  /** The same for what all clinics share. */
  @Requires(value = "checks:installation", clinic = false)
  public Map<String, Before> lastOfInstallation(Caller caller) {
    scope.enterInstallation();
    return byName(stored.latest(null, 1));
  }

  /**
   * Notes a run, and writes to the clinic's security officers if something fails since then; to who
   * keeps the installation, if something of it does.
   */
  @Requires("operations:change")
  public void night(Caller caller, List<Result> results) {
    tell(caller.clinic(), staff.officers(caller.clinic()), note(caller.clinic(), results));
    List<String> keepers = staff.keepers(caller.clinic());
    if (!keepers.isEmpty()) {
      scope.enterInstallation();
      tell(caller.clinic(), keepers, stored.latest(null, 2));
    }
  }

  private void tell(ClinicId clinic, List<String> addresses, List<Stored> runs) {
    List<Topic> failing = newlyFailing(runs);
    if (!failing.isEmpty()) {
      addresses.forEach(to -> mails.add(clinic, letter.failing(to, failing)));
    }
  }

  /** Notes a run of what all clinics share. */
  @Requires(value = "operations:change", clinic = false)
  public void nightOfInstallation(Caller machine, List<Result> results) {
    scope.enterInstallation();
    note(null, results);
  }

  /** Notes that a report was made, and says whose it is. */
  @Requires("checks:read")
  public Letterhead report(Caller caller, CheckReport.Kind kind) {
    Map<String, Object> detail = Map.of("kind", kind.word());
    audited.fire(new Audited(caller, "checks.report", "check_result", null, detail));
    Clinic clinic = clinics.get(caller.clinic());
    return new Letterhead(clinic.name(), clinic.zone());
  }

  private List<Stored> note(ClinicId clinic, List<Result> results) {
    for (Result result : results) {
      String found = result.finding().found();
      stored.add(
          clinic, new Stored(result.topic().word(), result.status().word(), found, result.at()));
      if (result.status() == Status.FAIL) {
        // Without what was found: that may name people of the clinic.
        LOG.log(
            Level.ERROR,
            "{0} check failed name={1} clinic={2}",
            ErrorCode.CHECK_FAILED.code(),
            result.topic().word(),
            clinic == null ? "none" : clinic);
      }
    }
    if (!results.isEmpty()) {
      stored.forget(clinic, results.get(0).at().minus(KEPT));
    }
    return stored.latest(clinic, 2);
  }

  /**
   * What fails in the newer of two runs and did not in the older.
   *
   * @param runs the newest first
   */
  static List<Topic> newlyFailing(List<Stored> runs) {
    Map<String, List<Stored>> byName = new HashMap<>();
    runs.forEach(r -> byName.computeIfAbsent(r.name(), name -> new ArrayList<>()).add(r));
    String fail = Status.FAIL.word();
    return Arrays.stream(Topic.values())
        .filter(topic -> byName.containsKey(topic.word()))
        .filter(
            topic -> {
              List<Stored> its = byName.get(topic.word());
              return its.get(0).at().equals(runs.get(0).at())
                  && its.get(0).status().equals(fail)
                  && (its.size() == 1 || !its.get(1).status().equals(fail));
            })
        .toList();
  }

  private static Map<String, Before> byName(List<Stored> run) {
    Map<String, Before> before = new HashMap<>();
    run.forEach(r -> before.put(r.name(), new Before(Status.of(r.status()), r.at())));
    return before;
  }
}
