package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Inviting somebody, accepting it, changing and ending it, and a forgotten password, on screens.
 */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class PeopleScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void fromAnInvitationToItsEnd() {
    String name = Newcomer.fresh();
    String email = name + "@example.net";
    Page page = CHROMIUM.page();
    signIn(page, "ada");
    page.getByText("People").click();
    page.waitForURL("**/people.xhtml");
    page.getByLabel("E-mail").fill("no address");
    page.getByLabel("Role").first().selectOption("staff");
    press(page, "Send the invitation");
    shows(page, "#told", "not an e-mail address");
    page.getByLabel("E-mail").fill(email);
    press(page, "Send the invitation");
    shows(page, "#told", "The invitation to " + email + " is on its way");
    assertThat(page.locator("#invitations")).containsText(email);
    accessible(page);
    CHROMIUM.picture(page, "people");

    accept(email, name);

    page.reload();
    Locator row = page.locator("#members tr", new Page.LocatorOptions().setHasText(name));
    assertThat(row).containsText("staff");
    row.getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator("dialog#person")).containsText("Nora");
    accessible(page);
    page.locator("dialog#person select").selectOption("billing");
    press(page, "Change the role");
    shows(page, "#told", "The role is changed");
    assertThat(row).containsText("billing");
    row.getByRole(AriaRole.BUTTON).click();
    press(page, "End the membership");
    shows(page, "#told", "The membership has ended");
    assertThat(row).containsText("membership ended");
    row.getByRole(AriaRole.BUTTON).click();
    shows(page, "#told", "The membership goes on");
    page.setViewportSize(390, 844);
    Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    accessible(page);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private static void accept(String email, String name) {
    Page page = CHROMIUM.page();
    page.navigate(address("invitation.xhtml#" + Newcomer.secret(email)));
    shows(page, "#invited\\:offer", "Cedar Hollow");
    Assertions.assertThat(page.url()).as("the secret is gone").endsWith("/invitation.xhtml");
    accessible(page);
    page.getByLabel("Your name").fill("Nora " + name);
    page.getByLabel("User name").fill(name);
    page.getByLabel("Password").fill("password1234");
    press(page, "Accept the invitation");
    shows(page, "#told", "easy to guess");
    page.getByLabel("Password").fill(Newcomer.PASSWORD);
    CHROMIUM.picture(page, "invitation");
    press(page, "Accept the invitation");
    page.waitForURL("**/sign-in.xhtml?from=invitation");
    shows(page, "main", "Your account is ready");
    page.getByLabel("User name or e-mail").fill(name);
    page.getByLabel("Password").fill(Newcomer.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL("**/queue.xhtml");
    assertThat(page.locator(".who")).containsText("Nora");
  }

  @Test
  void whoHasAnAccountSignsInOnTheWayAndJoins() {
    Newcomer nora = Newcomer.as("staff");
    Newcomer.invite(Api.as("rita"), nora.email(), "staff").created();
    Page page = CHROMIUM.page();
    String secret = Newcomer.secretOf(Newcomer.mails(nora.email(), 2).get(1));
    page.navigate(address("invitation.xhtml#" + secret));
    page.getByText("Sign in to accept").click();
    page.getByLabel("User name or e-mail").fill(nora.username());
    page.getByLabel("Password").fill(Newcomer.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL("**/invitation.xhtml");
    page.getByRole(AriaRole.BUTTON, named("Join as Nora " + nora.username())).click();
    shows(page, "#told", "You are a member of Riverbend Family Practice now");
    accessible(page);
    page.locator("main").getByText("your name").click();
    page.waitForURL("**/account.xhtml");
    Locator there =
        page.locator("#workplaces tr", new Page.LocatorOptions().setHasText("Riverbend"));
    accessible(page);
    there.getByRole(AriaRole.BUTTON).click();
    page.waitForURL("**/queue.xhtml");
    page.navigate(address("account.xhtml"));
    assertThat(there).containsText("you are here");
  }

  @Test
  void aForgottenPasswordIsSetByTheMailedLink() {
    Newcomer nora = Newcomer.as("staff");
    Page page = CHROMIUM.page();
    page.navigate(address("sign-in.xhtml"));
    page.getByText("Forgot your password?").click();
    accessible(page);
    page.getByLabel("User name or e-mail").fill(nora.username());
    press(page, "Send me a link");
    shows(page, "#told", "a mail with a link is on its way");
    String secret = Newcomer.secretOf(Newcomer.mails(nora.email(), 2).get(1));
    page.navigate("about:blank");
    page.navigate(address("password.xhtml#" + secret));
    page.getByLabel("New password").fill("copper lantern sings badly");
    accessible(page);
    press(page, "Set the password");
    page.waitForURL("**/sign-in.xhtml?from=password");
    shows(page, "main", "The password is set");
    Assertions.assertThat(Api.signIn(nora.username(), "copper lantern sings badly").status())
        .isEqualTo(200);
  }

  @Test
  void oneSessionOfSomebodysIsEnded() {
    Newcomer nora = Newcomer.as("staff");
    Api program = nora.signIn();
    PlainBrowser browser = PlainBrowser.signedIn(nora.username(), Newcomer.PASSWORD);
    Page page = CHROMIUM.page();
    signIn(page, "ada");
    page.navigate(address("people.xhtml"));
    Locator row =
        page.locator("#members tr", new Page.LocatorOptions().setHasText(nora.username()));
    row.getByText("Sessions").click();
    Locator sessions = page.locator("#signed-in tbody tr");
    assertThat(sessions).hasCount(2);
    accessible(page);
    CHROMIUM.picture(page, "people-sessions");
    sessions
        .filter(new Locator.FilterOptions().setHasText("by an interface"))
        .getByRole(AriaRole.BUTTON)
        .click();
    shows(page, "#told", "That session has ended");
    assertThat(sessions).hasCount(1);
    program.get("/api/v1/clinics/current").refused("1104");
    Assertions.assertThat(browser.get("queue.xhtml").status()).isEqualTo(200);
    page.setViewportSize(390, 844);
    accessible(page);
    page.navigate(address("people.xhtml?person=nobody"));
    assertThat(page.locator("#members")).isVisible();
    assertThat(sessions).hasCount(0);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void aDeadLinkSaysSo() {
    Page page = CHROMIUM.page();
    page.navigate(address("invitation.xhtml#nothing"));
    shows(page, "#told", "not open");
    accessible(page);
    page.navigate(address("password.xhtml#nothing"));
    page.getByLabel("New password").fill(Newcomer.PASSWORD);
    press(page, "Set the password");
    shows(page, "#told", "too old");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, named(button)).click();
  }

  private static Page.GetByRoleOptions named(String button) {
    return new Page.GetByRoleOptions().setName(button);
  }
}
