package org.openpriorauth.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.SessionCookie;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.identity.AccountService;
import org.openpriorauth.identity.Accounts.SessionView;
import org.openpriorauth.identity.Accounts.WorkplaceView;
import org.openpriorauth.identity.QrCode;
import org.openpriorauth.identity.SecondFactors.FactorView;
import org.openpriorauth.identity.SignedIn;
import org.openpriorauth.identity.model.UserSession;
import org.primefaces.PrimeFaces;

/** One's own account: second factor, sessions, password. */
@Named
@RequestScoped
public class AccountView extends Told {
  private static final int GROUP = 4;

  @Inject AccountService account;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  /** Not known before the page asks. */
  private Boolean signsOn;

  private String password;
  private String newPassword;
  private String code;
  private AccountService.Begun begun;
  private List<String> recoveryCodes;

  public void begin() {
    doing(
        () -> {
          begun = account.beginFactor(current.caller(), password);
          return null;
        });
  }

  public void confirm() {
    doing(
        () -> {
          recoveryCodes = account.confirmFactor(current.caller(), current.session(), code);
          PrimeFaces.current().ajax().update("factor");
          return "The second factor is set up. From now on signing in asks for a code.";
        });
  }

  public void remove() {
    doing(
        () -> {
          account.removeFactor(current.caller(), password, code);
          return "The second factor is taken away.";
        });
  }

  public void changePassword() {
    doing(
        () -> {
          account.changePassword(current.caller(), current.session(), password, newPassword);
          return "The password is changed, and your other sessions have ended.";
        });
  }

  public void end() {
    doing(
        () -> {
          account.endSession(current.caller(), UUID.fromString(asked.getParameter("session")));
          return "That session has ended.";
        });
  }

  public void endOthers() {
    doing(
        () -> {
          int ended = account.endOtherSessions(current.caller(), current.session());
          return ended == 1 ? "One session has ended." : ended + " sessions have ended.";
        });
  }

  /** The cookie of the new session takes the old one's place. */
  public String goTo() {
    doing(
        () -> {
          UUID clinic = UUID.fromString(asked.getParameter("clinic"));
          SignedIn there =
              account.goTo(current.caller(), current.session(), clinic, UserSession.Kind.SCREEN);
          ExternalContext faces = FacesContext.getCurrentInstance().getExternalContext();
          SessionCookie.write(asked, (HttpServletResponse) faces.getResponse(), there.secret());
          return null;
        });
    return refused() ? null : "/queue.xhtml?faces-redirect=true";
  }

  /** Whether the hospital's sign-on vouches for the person. */
  public boolean isSignsOn() {
    if (signsOn == null) {
      signsOn = account.signsOn(current.caller());
    }
    return signsOn;
  }

  public List<WorkplaceView> getWorkplaces() {
    return account.workplaces(current.caller());
  }

  public FactorView getFactor() {
    return account.factor(current.caller());
  }

  public List<SessionView> getSessions() {
    return account.sessions(current.caller(), current.session());
  }

  /** "Firefox on Windows", or what the program says of itself. */
  public String program(SessionView session) {
    return Program.name(session.agent());
  }

  /** Just begun: to be drawn, and shown no second time. */
  public QrCode getPicture() {
    return begun == null ? null : QrCode.of(begun.uri());
  }

  /** In groups of four, as people type it. */
  public String getSecret() {
    return begun == null ? "" : begun.secret().replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
  }

  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getNewPassword() {
    return newPassword;
  }

  public void setNewPassword(String newPassword) {
    this.newPassword = newPassword;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
