package org.openpriorauth.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.identity.Accounts.SessionView;
import org.openpriorauth.identity.InvitationService;
import org.openpriorauth.identity.Invitations.InvitationView;
import org.openpriorauth.identity.MemberService;
import org.openpriorauth.identity.MemberService.MemberSessions;
import org.openpriorauth.identity.model.Invitation;
import org.openpriorauth.identity.model.MemberRepository.Member;
import org.openpriorauth.kernel.Problem;

/** Who works in the clinic, and who is asked to. */
@Named
@RequestScoped
public class PeopleView extends Told {
  @Inject MemberService members;
  @Inject InvitationService invitations;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private String email;
  private String role;
  private String message;
  private MemberSessions shown;

  public boolean isAllowed() {
    boolean allowed = current.may("user:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public boolean isMayChange() {
    return current.may("user:change");
  }

  public List<Member> getMembers() {
    return members.list(current.caller());
  }

  public List<InvitationView> getInvitations() {
    return invitations.open(current.caller());
  }

  public List<String> getRoles() {
    return invitations.roles(current.caller());
  }

  public void invite() {
    doing(
        () -> {
          InvitationView made =
              invitations.invite(
                  current.caller(), new Invitation.Terms(email.strip(), role, message));
          email = null;
          role = null;
          message = null;
          return "The invitation to " + made.email() + " is on its way.";
        });
  }

  public void revoke() {
    doing(
        () -> {
          invitations.revoke(current.caller(), id("invitation"));
          return "The invitation is taken back; its link opens nothing any more.";
        });
  }

  public void changeRole() {
    doing(
        () -> {
          members.changeRole(current.caller(), id("user"), asked.getParameter("role"));
          return "The role is changed; it counts from the next sign-in.";
        });
  }

  public void train() {
    doing(
        () -> {
          String until = asked.getParameter("until");
          members.train(
              current.caller(),
              id("user"),
              until == null || until.isBlank() ? null : LocalDate.parse(until));
          return "The training is noted; it counts from the next sign-in.";
        });
  }

  public void deactivate() {
    doing(
        () -> {
          members.deactivate(current.caller(), id("user"));
          return "The membership has ended, and every session with it.";
        });
  }

  public void reactivate() {
    doing(
        () -> {
          members.reactivate(current.caller(), id("user"));
          return "The membership goes on.";
        });
  }

  public void endSession() {
    doing(
        () -> {
          members.endSession(current.caller(), id("person"), id("session"));
          shown = null;
          return "That session has ended.";
        });
  }

  /**
   * Where the person of the address is signed in; null for none. Asked once: it is written down.
   */
  public MemberSessions getShown() {
    if (shown == null && asked.getParameter("person") != null) {
      try {
        shown = members.sessions(current.caller(), id("person"), current.session());
      } catch (Problem | IllegalArgumentException e) {
        return null;
      }
    }
    return shown;
  }

  /** "Firefox on Windows", or what the program says of itself. */
  public String program(SessionView session) {
    return Program.name(session.agent());
  }

  public void resetFactor() {
    doing(
        () -> {
          members.resetFactor(current.caller(), id("user"));
          return "The second factor is taken away; the next sign-in can set up another.";
        });
  }

  private UUID id(String parameter) {
    return UUID.fromString(asked.getParameter(parameter));
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  public String getMessage() {
    return message;
  }

  public void setMessage(String message) {
    this.message = message;
  }
}
