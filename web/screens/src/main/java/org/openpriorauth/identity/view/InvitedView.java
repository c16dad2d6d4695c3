package org.openpriorauth.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.identity.InvitationService;
import org.openpriorauth.identity.Invitations.Offer;

/** The page behind a mailed invitation: what it offers, and saying yes. */
@Named
@RequestScoped
public class InvitedView extends Told {
  @Inject InvitationService invitations;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private Offer offer;
  private boolean looked;
  private String username;
  private String fullName;
  private String password;

  /** From the link, by the browser's script; empty before it spoke. */
  public String getToken() {
    String token = asked.getParameter("token");
    return token == null ? "" : token;
  }

  /** Null without a link, or with one that is not open. */
  public Offer getOffer() {
    if (!looked && !getToken().isEmpty()) {
      looked = true;
      doing(
          () -> {
            offer = invitations.look(current.anyone(), getToken());
            return null;
          });
    }
    return offer;
  }

  public void look() {
    getOffer();
  }

  public String accept() {
    doing(
        () -> {
          invitations.accept(
              current.anyone(),
              getToken(),
              new InvitationService.NewAccount(username, fullName, password));
          return null;
        });
    return refused() ? null : "/sign-in.xhtml?faces-redirect=true&from=invitation";
  }

  public void join() {
    doing(
        () -> {
          String clinic = getOffer().clinic();
          invitations.join(current.caller(), getToken());
          offer = null;
          return "You are a member of " + clinic + " now.";
        });
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getFullName() {
    return fullName;
  }

  public void setFullName(String fullName) {
    this.fullName = fullName;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
