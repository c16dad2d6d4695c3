package org.openpriorauth.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.SessionCookie;
import org.openpriorauth.door.view.WayBack;
import org.openpriorauth.door.view.Words;
import org.openpriorauth.identity.SignInService;
import org.openpriorauth.identity.SignOnService;
import org.openpriorauth.identity.SignedIn;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.primefaces.PrimeFaces;

/** The sign-in page, and the way out. */
@Named
@RequestScoped
public class SignInView {
  private static final Map<ErrorCode, String> WHAT_NOW =
      Map.of(
          ErrorCode.SIGN_ON_OFF, "Sign in below.",
          ErrorCode.SIGN_ON_AWAY, "Try again in a minute.",
          ErrorCode.SIGN_ON_REFUSED, "Try again; if it stays so, ask your administrator.",
          ErrorCode.SIGN_ON_NO_ROLE, "Ask who runs your hospital's sign-on for one.",
          ErrorCode.SIGN_ON_FACTOR, "Sign in there with your second factor, then come back.",
          ErrorCode.SIGN_ON_ADDRESS, "Ask your administrator.");
  private static final Set<ErrorCode> REFUSALS = WHAT_NOW.keySet();

  private static final String PAGE = "/sign-in.xhtml";

  @Inject SignInService signIn;
  @Inject SignOnService signOn;
  @Inject CurrentPerson current;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.name")
  String signOnName;

  private String username;
  private String password;
  private String code;
  private boolean codeWanted;

  public String signIn() throws IOException {
    try {
      SignedIn person =
          signIn.signIn(
              current.anyone(),
              new SignInService.Credentials(username, password, code),
              UserSession.Kind.SCREEN);
      SessionCookie.write(request(), response(), person.secret());
      String page =
          person.permissions().contains(Requires.ENROL)
              ? "account.xhtml"
              : next().orElse(home(person));
      external().redirect(external().getRequestContextPath() + "/" + page);
      return null;
    } catch (Problem e) {
      // The password stays in the browser's field; the page asks for the code beside it.
      codeWanted = e.code() == ErrorCode.CODE_WANTED || e.code() == ErrorCode.WRONG_CODE;
      code = null;
      if (codeWanted) {
        PrimeFaces.current().focus("signIn:code");
      }
      if (e.code() == ErrorCode.CODE_WANTED) {
        return null;
      }
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(FacesMessage.SEVERITY_ERROR, e.code().title(), Words.refusal(e)));
      return null;
    }
  }

  /** Where this person's work is. */
  static String home(SignedIn person) {
    return person.permissions().contains("platform:read") ? "clinics.xhtml" : "queue.xhtml";
  }

  /** The page to go on with, or nothing. */
  public String getNext() {
    return next().orElse("");
  }

  /** What was done on the page before, or nothing. */
  public String getCame() {
    String from = String.valueOf(request().getParameter("from"));
    return switch (from) {
      case "invitation" -> "Your account is ready. Sign in with it.";
      case "registration" -> "Your practice is registered. Sign in, and set up your second factor.";
      case "password" -> "The password is set. Sign in with it.";
      default -> "";
    };
  }

  /** Whether the hospital's own sign-on is set up. */
  public boolean isSignOnOffered() {
    return signOn.offered(current.anyone());
  }

  /** What the hospital calls it. */
  public String getSignOnName() {
    return signOnName;
  }

  /** The way there, with the page to go on with. */
  public String getSignOnPath() {
    return next()
        .map(n -> "sign-on?next=" + URLEncoder.encode(n, StandardCharsets.UTF_8))
        .orElse("sign-on");
  }

  /** Why the hospital's sign-on led to nothing, or nothing. */
  public String getRefused() {
    String code = String.valueOf(request().getParameter("refused"));
    return REFUSALS.stream()
        .filter(refusal -> refusal.code().equals(code))
        .findFirst()
        .map(refusal -> refusal.title() + " (" + refusal.code() + "). " + WHAT_NOW.get(refusal))
        .orElse("");
  }

  /** Whether a page sent its person here because the time was over. */
  public boolean isEnded() {
    return request().getParameter("ended") != null;
  }

  private static Optional<String> next() {
    return WayBack.safe(request().getParameter("next"));
  }

  /** Here, and then at the hospital's sign-on where the site wants that. */
  public String signOut() throws IOException {
    SessionCookie.take(request(), response())
        .ifPresent(secret -> signIn.signOut(current.anyone(), secret));
    Optional<URI> exit =
        current.isSignedIn()
            ? signOn.exit(current.caller(), external().getRequestContextPath() + PAGE)
            : Optional.empty();
    if (exit.isPresent()) {
      external().redirect(exit.get().toASCIIString());
      return null;
    }
    return PAGE + "?faces-redirect=true";
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) external().getRequest();
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse) external().getResponse();
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  /** Whether the password was right and a code is wanted beside it. */
  public boolean isCodeWanted() {
    return codeWanted;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
