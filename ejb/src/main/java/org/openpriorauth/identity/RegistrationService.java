package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.clinic.PracticeRules;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository.Practice;
import org.openpriorauth.identity.Invitations.InvitationView;
import org.openpriorauth.identity.model.Invitation;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/**
 * How a practice comes in: by itself where the installation is open to the public, otherwise by an
 * administrator of the installation, who sees its name and nothing of what is in it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegistrationService {
  private static final String OPEN = "open";

  @Inject Registrations registrations;
  @Inject Invitations invitations;
  @Inject NewAccounts accounts;
  @Inject Letters letters;
  @Inject Passwords passwords;

  @Inject
  @ConfigProperty(name = "openpriorauth.registration")
  String registration;

  /**
   * A practice that registered.
   *
   * @param username of its first administrator, who signs in like everybody
   */
  public record Registered(UUID practice, String username) {}

  @Requires(value = Requires.NOTHING, clinic = false)
  public boolean open(Caller anyone) {
    return OPEN.equals(registration);
  }

  /**
   * Makes a practice and its first administrator, who sets up a second factor at the first sign-in.
   *
   * @throws Problem REGISTRATION_CLOSED; INVALID; USERNAME_TAKEN; ACCOUNT_THERE
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Registered register(
      Caller anyone, Clinic.Details practice, User.Person person, String password) {
    if (!OPEN.equals(registration)) {
      throw Problem.of(
          ErrorCode.REGISTRATION_CLOSED, "Ask who runs this server to register your practice.");
    }
    Clinic.Details checked = PracticeRules.checked(practice);
    accounts.checkAddress(person.email());
    accounts.check(person, password, checked.name());
    ClinicId made = registrations.register(anyone, checked, person, passwords.hash(password));
    return new Registered(made.value(), person.username());
  }

  /**
   * Makes a practice and invites its first administrator by mail.
   *
   * @throws Problem INVALID; MAIL_OFF, and then nothing is made
   */
  @Requires(value = "platform:change", clinic = false)
  public UUID add(Caller caller, Clinic.Details practice, String email) {
    Clinic.Details checked = PracticeRules.checked(practice);
    accounts.checkAddress(email);
    letters.require();
    ClinicId made = registrations.open(caller, checked);
    registrations.note(caller, made);
    inviteInto(caller, made, email);
    return made.value();
  }

  /**
   * For a practice whose first administrator never answered, or whose last one is gone. Where one
   * works, that one invites.
   *
   * @throws Problem CLINIC_NOT_FOUND; ADMINISTRATOR_THERE; INVALID; MAIL_OFF
   */
  @Requires(value = "platform:change", clinic = false)
  public InvitationView invite(Caller caller, UUID practice, String email) {
    accounts.checkAddress(email);
    Practice known =
        registrations
            .practice(caller, practice)
            .orElseThrow(() -> Problem.of(ErrorCode.CLINIC_NOT_FOUND));
    if (known.administrators() > 0) {
      throw Problem.of(ErrorCode.ADMINISTRATOR_THERE);
    }
    return inviteInto(caller, new ClinicId(practice), email);
  }

  /**
   * @param after the last one of the page before, or null for the first
   */
  @Requires("platform:read")
  public List<Practice> practices(Caller caller, UUID after, int limit) {
    return registrations.practices(caller, after == null ? new UUID(0, 0) : after, limit);
  }

  private InvitationView inviteInto(Caller caller, ClinicId practice, String email) {
    Caller there = new Caller(practice, caller.actor(), Set.of("user:change"), caller.origin());
    return invitations.invite(
        there, new Invitation.Terms(email, Registrations.ADMINISTRATOR, null));
  }
}
