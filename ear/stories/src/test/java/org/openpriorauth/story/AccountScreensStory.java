package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openpriorauth.identity.Totp;

/** A person's own account on the screens. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class AccountScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String NEW = "tin walrus orbit ledger";

  @AfterEach
  void forget() {
    AccountStory.forgetEverything();
  }

  @Test
  void aSecondFactorIsSetUpAndThenAskedForWithoutTypingThePasswordAgain() {
    Page page = CHROMIUM.page();
    signIn(page, "rhea");
    page.locator("a.who").click();
    page.waitForURL("**/account.xhtml");
    accessible(page);
    byte[] secret = begin(page);
    accessible(page);
    CHROMIUM.picture(page, "second-factor");

    page.getByLabel("The code that it shows now").fill("000000");
    press(page, "It works");
    shows(page, "#told", "not the code");
    assertThat(page.locator(".qr")).isVisible();
    page.getByLabel("The code that it shows now").fill(Totp.code(secret, now()));
    press(page, "It works");
    shows(page, "#told", "is set up");
    assertThat(page.locator(".codes li")).hasCount(10);
    accessible(page);

    press(page, "Sign out");
    page.waitForURL("**/sign-in.xhtml");
    page.getByLabel("User name or e-mail").fill("rhea");
    page.getByLabel("Password").fill(Api.password());
    page.keyboard().press("Enter");
    Locator code = page.getByLabel("Code from your authenticator");
    assertThat(code).isFocused();
    accessible(page);
    CHROMIUM.picture(page, "sign-in-code");
    page.keyboard().type("000000");
    page.keyboard().press("Enter");
    shows(page, "main [role=alert]", "OPA-1108");
    assertThat(code).hasValue("");
    assertThat(code).isFocused();
    code.fill(Totp.code(secret, now() + 1));
    press(page, "Sign in");
    page.waitForURL("**/queue.xhtml");
  }

  @Test
  void anAdministratorWithoutOneIsLedToItAndNowhereElse() {
    AccountStory.role("bea", "admin");
    try {
      Page page = CHROMIUM.page();
      page.navigate(address("sign-in.xhtml"));
      page.getByLabel("User name or e-mail").fill("bea");
      page.getByLabel("Password").fill(Api.password());
      page.keyboard().press("Enter");
      page.waitForURL("**/account.xhtml");
      page.navigate(address("queue.xhtml"));
      page.waitForURL("**/account.xhtml");
      shows(page, "main", "Your role needs one");
      accessible(page);
      byte[] secret = begin(page);
      page.getByLabel("The code that it shows now").fill(Totp.code(secret, now()));
      press(page, "It works");
      page.getByText("I have kept them").click();
      page.waitForURL("**/queue.xhtml");
    } finally {
      AccountStory.role("bea", "billing");
    }
  }

  @Test
  void aSessionElsewhereIsSeenAndEnded() {
    Api elsewhere = Api.as("rhea");
    Page page = CHROMIUM.page();
    signIn(page, "rhea");
    page.navigate(address("account.xhtml"));
    CHROMIUM.picture(page, "account");
    Locator row =
        page.locator("#sessions tr", new Page.LocatorOptions().setHasText("Java-http-client"));
    row.first().getByRole(AriaRole.BUTTON).click();
    shows(page, "#told", "That session has ended");
    elsewhere.get("/api/v1/clinics/current").refused("1104");
    assertThat(page.locator("#sessions tbody tr", new Page.LocatorOptions().setHasText("this one")))
        .containsText("Chrome on Linux");
  }

  @Test
  void aPasswordIsChangedOnceItIsGoodEnough() {
    Page page = CHROMIUM.page();
    signIn(page, "rhea");
    page.navigate(address("account.xhtml"));
    page.getByLabel("Present password").fill(Api.password());
    page.getByLabel("New password").fill("password1234");
    press(page, "Change the password");
    shows(page, "#told", "easy to guess");
    page.getByLabel("Present password").fill(Api.password());
    page.getByLabel("New password").fill(NEW);
    press(page, "Change the password");
    shows(page, "#told", "The password is changed");
    Assertions.assertThat(Api.signIn("rhea", NEW).status()).isEqualTo(200);
  }

  private static byte[] begin(Page page) {
    page.getByLabel("Your password, once more").first().fill(Api.password());
    press(page, "Set up a second factor");
    assertThat(page.locator(".qr")).isVisible();
    return Totp.bytes(page.locator("#secret").textContent().replace(" ", ""));
  }

  private static long now() {
    return Totp.step(Instant.now());
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }
}
