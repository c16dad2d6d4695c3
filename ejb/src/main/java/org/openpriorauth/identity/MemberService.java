package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.identity.Accounts.SessionView;
import org.openpriorauth.identity.model.EmergencyRepository;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.MemberRepository;
import org.openpriorauth.identity.model.MemberRepository.Member;
import org.openpriorauth.identity.model.SecondFactorRepository;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.notification.Mails;

/** Who works in the clinic, as what, and whether still. What changes ends the person's sessions. */
@Stateless
public class MemberService {
  /** Who runs a clinic, and who runs the installation: the last of each stays. */
  private static final Set<String> ADMINISTRATORS = Set.of("admin", "platform_admin");

  private static final int MOST_YEARS = 5;

  @Inject MemberRepository members;
  @Inject IdentityRepository identities;
  @Inject SecondFactorRepository factors;
  @Inject EmergencyRepository emergencies;
  @Inject Letters letters;
  @Inject Mails mails;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /** Where somebody is signed in. */
  public record MemberSessions(UUID user, String fullName, List<SessionView> items) {}

  @Requires("user:read")
  public List<Member> list(Caller caller) {
    audited.fire(Audited.of(caller, "member.list", "user", null));
    return members.list(caller.clinic());
  }

  /**
   * @throws Problem MEMBER_NOT_FOUND; LAST_ADMINISTRATOR; PROVIDER_DECIDES; INVALID at {@code
   *     /role}
   */
  @Requires("user:change")
  public void changeRole(Caller caller, UUID user, String role) {
    List<String> roles = identities.roles(caller.clinic());
    if (!roles.contains(role)) {
      throw Problem.invalid("/role", "unknown", "A role is one of " + String.join(", ", roles));
    }
    Member before = get(caller, user);
    if (!before.role().equals(role)) {
      if (before.provided()) {
        throw Problem.of(
            ErrorCode.PROVIDER_DECIDES, "The person's groups there say which role it is.");
      }
      keepAnAdministrator(caller, before);
      change(caller, before, role, before.active(), "the role was changed");
    }
  }

  /**
   * From now on the person cannot sign in here; what they did stays theirs.
   *
   * @throws Problem MEMBER_NOT_FOUND; LAST_ADMINISTRATOR
   */
  @Requires("user:change")
  public void deactivate(Caller caller, UUID user) {
    Member before = get(caller, user);
    if (before.active()) {
      keepAnAdministrator(caller, before);
      change(caller, before, before.role(), false, "the membership ended");
    }
  }

  /**
   * @throws Problem MEMBER_NOT_FOUND
   */
  @Requires("user:change")
  public void reactivate(Caller caller, UUID user) {
    Member before = get(caller, user);
    if (!before.active()) {
      change(caller, before, before.role(), true, "the membership goes on");
    }
  }

  /**
   * Notes until when the training in handling patient data counts; with none, or one that is over,
   * patient data is closed to the person. Sessions end, so that it counts at once.
   *
   * @param until null for none
   * @throws Problem MEMBER_NOT_FOUND; INVALID at {@code /until} for a day too far away
   */
  @Requires("user:change")
  public void train(Caller caller, UUID user, LocalDate until) {
    Member before = get(caller, user);
    LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(MOST_YEARS);
    if (until != null && until.isAfter(latest)) {
      throw Problem.invalid(
          "/until", "too_far", "Training counts for " + MOST_YEARS + " years at most.");
    }
    members.train(caller.clinic(), user, until);
    members.endSessions(caller.clinic(), user, "the training was noted", clock.instant());
    Map<String, Object> detail =
        Map.of("before", said(before.trainedUntil()), "after", said(until));
    audited.fire(new Audited(caller, "member.train", "user", user, detail));
  }

  private static String said(LocalDate until) {
    return until == null ? "none" : until.toString();
  }

  /**
   * For who lost telephone and recovery codes: the next sign-in sets up another. Not for a person
   * of other clinics, whose walls this one's administrator would lower.
   *
   * @throws Problem MEMBER_NOT_FOUND; WORKS_ELSEWHERE
   */
  @Requires("user:change")
  public void resetFactor(Caller caller, UUID user) {
    Member member = get(caller, user);
    if (identities.membershipsOf(user).stream()
        .anyMatch(m -> !m.clinic().equals(caller.clinic()))) {
      throw Problem.of(
          ErrorCode.WORKS_ELSEWHERE, "Only the person can take the second factor away.");
    }
    Instant now = clock.instant();
    factors.lock(user).ifPresent(factors::remove);
    factors.removeCodes(user);
    members.endSessions(caller.clinic(), user, "the second factor was reset", now);
    audited.fire(new Audited(caller, "factor.reset", "user", user, Map.of("role", member.role())));
    identities
        .findUser(user)
        .ifPresent(
            owner ->
                mails.add(
                    caller.clinic(),
                    letters.factorChanged(owner, "taken away by your administrator")));
  }

  /**
   * The person's live sessions in this clinic, the latest used first.
   *
   * @param current the session that asks, or null
   * @throws Problem MEMBER_NOT_FOUND
   */
  @Requires("user:read")
  public MemberSessions sessions(Caller caller, UUID user, UUID current) {
    Member member = get(caller, user);
    audited.fire(Audited.of(caller, "member.sessions", "user", user));
    return new MemberSessions(
        user,
        member.fullName(),
        members.sessions(caller.clinic(), user, clock.instant()).stream()
            .map(s -> SessionView.of(s, current))
            .toList());
  }

  /**
   * Ends one of them.
   *
   * @throws Problem MEMBER_NOT_FOUND; SESSION_NOT_FOUND, also for one in another clinic
   */
  @Requires("user:change")
  public void endSession(Caller caller, UUID user, UUID session) {
    get(caller, user);
    Instant now = clock.instant();
    UserSession ended =
        identities
            .lockSession(session)
            .filter(s -> s.liveAt(now) && s.userId().equals(user))
            .filter(s -> s.clinic().equals(caller.clinic()))
            .orElseThrow(() -> Problem.of(ErrorCode.SESSION_NOT_FOUND));
    ended.revoke("ended by an administrator", now);
    emergencies.endOf(caller.clinic(), session, now);
    Map<String, Object> detail = Map.of("by", "administrator", "user", user.toString());
    audited.fire(new Audited(caller, "session.close", "user_session", session, detail));
  }

  private Member get(Caller caller, UUID user) {
    return members
        .find(caller.clinic(), user)
        .orElseThrow(() -> Problem.of(ErrorCode.MEMBER_NOT_FOUND));
  }

  private void keepAnAdministrator(Caller caller, Member leaving) {
    if (leaving.active() && ADMINISTRATORS.contains(leaving.role())) {
      List<UUID> administrators = members.lockActive(caller.clinic(), leaving.role());
      if (administrators.equals(List.of(leaving.user()))) {
        throw Problem.of(
            ErrorCode.LAST_ADMINISTRATOR, "Make somebody else an administrator first.");
      }
    }
  }

  private void change(Caller caller, Member before, String role, boolean active, String why) {
    members.change(caller.clinic(), before.user(), role, active);
    members.endSessions(caller.clinic(), before.user(), why, clock.instant());
    Map<String, Object> detail = new HashMap<>();
    detail.put("before", before.role() + (before.active() ? "" : ", inactive"));
    detail.put("after", role + (active ? "" : ", inactive"));
    audited.fire(new Audited(caller, "member.change", "user", before.user(), detail));
  }
}
