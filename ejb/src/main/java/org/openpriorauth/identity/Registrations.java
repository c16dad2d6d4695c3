package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.clinic.Initials;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.clinic.model.ClinicRepository.Practice;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.MemberRepository;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** The short transactions around a new practice, each inside one tenant. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Registrations {
  static final String ADMINISTRATOR = "admin";
  private static final String REGISTER = "practice.register";
  private static final String SUBJECT = "clinic";

  @Inject ClinicRepository clinics;
  @Inject IdentityRepository identities;
  @Inject MemberRepository members;
  @Inject ClinicScope scope;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /** The practice with its first administrator, or neither. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public ClinicId register(
      Caller anyone, Clinic.Details practice, User.Person person, String passwordHash) {
    Instant now = clock.instant();
    if (!identities.free(person.username())) {
      throw Problem.of(ErrorCode.USERNAME_TAKEN);
    }
    if (identities.findByEmail(person.email()).isPresent()) {
      throw Problem.of(ErrorCode.ACCOUNT_THERE, "An account has this address already.");
    }
    User user = new User(person, passwordHash, now);
    ClinicId clinic = make(anyone, user.id(), practice);
    identities.add(user);
    members.join(clinic, user.id(), ADMINISTRATOR, now);
    return clinic;
  }

  /** The practice without anybody in it yet. */
  @Requires(value = "platform:change", clinic = false)
  public ClinicId open(Caller caller, Clinic.Details practice) {
    return make(caller, caller.actor(), practice);
  }

  /** Leaves the line in the installation's own trail; the practice's trail has one as well. */
  @Requires("platform:change")
  public void note(Caller caller, ClinicId practice) {
    audited.fire(Audited.of(caller, REGISTER, SUBJECT, practice.value()));
  }

  @Requires("platform:read")
  public List<Practice> practices(Caller caller, UUID after, int limit) {
    return clinics.practices(caller.clinic(), after, limit);
  }

  @Requires("platform:read")
  public Optional<Practice> practice(Caller caller, UUID id) {
    return clinics.practice(caller.clinic(), id);
  }

  private ClinicId make(Caller by, UUID actor, Clinic.Details practice) {
    ClinicId id = new ClinicId(Ids.next());
    scope.enter(id);
    String prefix =
        clinics
            .freePrefix(id, Initials.of(practice.name()))
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "/name", "letters", "Too many practices have a name like this one."));
    clinics.add(id, new Clinic(id, practice, prefix, actor, clock.instant()));
    Caller there = new Caller(id, actor, by.permissions(), by.origin());
    audited.fire(
        new Audited(there, REGISTER, SUBJECT, id.value(), Map.of("name", practice.name())));
    return id;
  }
}
