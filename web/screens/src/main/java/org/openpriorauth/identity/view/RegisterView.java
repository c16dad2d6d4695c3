package org.openpriorauth.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.clinic.view.PracticeForm;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.identity.RegistrationService;
import org.openpriorauth.identity.model.User;

/** The page on which a practice registers itself, where the installation lets it. */
@Named
@RequestScoped
public class RegisterView extends Told {
  @Inject RegistrationService registrations;
  @Inject CurrentPerson current;

  private final PracticeForm practice = new PracticeForm();
  private String fullName;
  private String username;
  private String email;
  private String password;

  public boolean isOpen() {
    return registrations.open(current.anyone());
  }

  public String register() {
    doing(
        () -> {
          registrations.register(
              current.anyone(),
              practice.details(),
              new User.Person(username, email.strip(), fullName.strip()),
              password);
          return null;
        });
    return refused() ? null : "/sign-in.xhtml?faces-redirect=true&from=registration";
  }

  public PracticeForm getPractice() {
    return practice;
  }

  public String getFullName() {
    return fullName;
  }

  public void setFullName(String fullName) {
    this.fullName = fullName;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
