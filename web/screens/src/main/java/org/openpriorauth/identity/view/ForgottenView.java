package org.openpriorauth.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.identity.PasswordResetService;

/** For who forgot the password: asking for a link, and the page behind it. */
@Named
@RequestScoped
public class ForgottenView extends Told {
  @Inject PasswordResetService resets;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private String name;
  private String password;

  public void ask() {
    doing(
        () -> {
          resets.ask(current.anyone(), name);
          return "If there is such an account, a mail with a link is on its way to its address.";
        });
  }

  public String reset() {
    doing(
        () -> {
          resets.reset(current.anyone(), String.valueOf(asked.getParameter("token")), password);
          return null;
        });
    return refused() ? null : "/sign-in.xhtml?faces-redirect=true&from=password";
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
