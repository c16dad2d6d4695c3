package org.openpriorauth.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.identity.ApiKeyService;
import org.openpriorauth.identity.ApiKeyService.KeyView;
import org.openpriorauth.identity.ApiKeyService.Made;

/** The keys of the clinic's other systems. */
@Named
@RequestScoped
public class KeysView extends Told {
  private static final int DAYS = 90;

  @Inject ApiKeyService keys;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private String name;
  private String[] scope = {};
  private Integer days = DAYS;
  private Made made;

  public boolean isAllowed() {
    boolean allowed = current.may("key:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public boolean isMayChange() {
    return current.may("key:change");
  }

  public List<KeyView> getKeys() {
    return keys.list(current.caller());
  }

  public List<String> getScopes() {
    return keys.scopes(current.caller());
  }

  public void make() {
    doing(
        () -> {
          made =
              keys.make(
                  current.caller(),
                  new ApiKeyService.Wanted(
                      name.strip(), Set.of(scope), days == null ? DAYS : days));
          name = null;
          scope = new String[0];
          days = DAYS;
          return "The key is made. Copy it now: it is shown this once.";
        });
  }

  public void revoke() {
    doing(
        () -> {
          keys.revoke(current.caller(), UUID.fromString(asked.getParameter("key")));
          return "The key opens nothing any more.";
        });
  }

  /** The key that was just made, or null. */
  public Made getMade() {
    return made;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String[] getScope() {
    return scope.clone();
  }

  public void setScope(String[] scope) {
    this.scope = scope.clone();
  }

  public Integer getDays() {
    return days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }
}
