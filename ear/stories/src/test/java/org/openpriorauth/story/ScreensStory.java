package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person at a browser: in Chromium, under the content-security policy, by keyboard. */
@Tag("browser")
@ExtendWith(Stack.class)
class ScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void signInByKeyboardSeeTheQueueFilterItAndSignOut() {
    String number =
        Api.as("sam")
            .get("/api/v1/prior-authorizations/" + Cases.request(Api.as("sam")))
            .text("pa_number");
    Page page = CHROMIUM.page();
    page.navigate(Stack.system().settings().address() + "/app/");
    assertThat(page.url()).endsWith("/app/sign-in.xhtml");
    page.getByLabel("User name or e-mail").focus();
    page.keyboard().type("sam");
    page.keyboard().press("Tab");
    page.keyboard().type(Api.password());
    page.keyboard().press("Enter");
    page.waitForURL("**/queue.xhtml");
    PlaywrightAssertions.assertThat(page.locator("table")).containsText(number);
    PlaywrightAssertions.assertThat(page.locator("table")).containsText("Jane Q. Sample");
    accessible(page);
    CHROMIUM.picture(page, "queue");

    page.getByLabel("State").first().selectOption("Expired");
    PlaywrightAssertions.assertThat(page.locator("table")).containsText("Nothing waits");
    page.getByLabel("State").first().selectOption("Draft");
    PlaywrightAssertions.assertThat(page.locator("table")).containsText(number);

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
    page.waitForURL("**/sign-in.xhtml");
    page.navigate(Stack.system().settings().address() + "/app/queue.xhtml");
    assertThat(page.url()).endsWith("/app/sign-in.xhtml");
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void rowsThatAreDrawnAnewLeaveTheFocusWhereItWas() {
    String request = Cases.request(Api.as("sam"));
    Page page = CHROMIUM.page();
    Screens.signIn(page, "sam");
    for (String link : new String[] {".do", ".plain"}) {
      String focused = link + "[href*='" + request + "']";
      page.locator(focused).focus();
      page.evaluate("document.activeElement.old = true");
      Cases.request(Api.as("sam"));
      page.waitForCondition(
          () -> !(Boolean) page.evaluate("s => !!document.querySelector(s).old", focused));
      PlaywrightAssertions.assertThat(page.locator(focused)).isFocused();
    }
  }

  @Test
  @ThoroughOnEachServer
  void aPageThatWasOpenGoesOnWorkingAfterTheServersRestart() {
    Page page = CHROMIUM.page();
    Screens.signIn(page, "sam");
    Stack.killAndRestart();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
    page.waitForURL("**/sign-in.xhtml");
    page.navigate(Screens.address("queue.xhtml"));
    assertThat(page.url()).as("signed out for real").endsWith("/app/sign-in.xhtml");
  }

  @Test
  void aRoleWithoutRequestsIsToldSoInsteadOfMeetingAnError() {
    Page page = CHROMIUM.page();
    page.navigate(Stack.system().settings().address() + "/app/sign-in.xhtml");
    page.getByLabel("User name or e-mail").fill("bea");
    page.getByLabel("Password").fill(Api.password());
    page.keyboard().press("Enter");
    page.waitForURL("**/queue.xhtml");
    PlaywrightAssertions.assertThat(page.locator("main")).containsText("no requests to work on");
    accessible(page);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidAloudAndThePageIsAccessible() {
    Page page = CHROMIUM.page();
    page.navigate(Stack.system().settings().address() + "/app/sign-in.xhtml");
    accessible(page);
    CHROMIUM.picture(page, "sign-in");
    page.getByLabel("User name or e-mail").fill("dr.okafor");
    page.getByLabel("Password").fill("wrong");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT).first())
        .containsText("The name or the password is wrong");
    accessible(page);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  @Tag("security")
  void onlySafeScriptsRunAndTheCookieIsOutOfTheirReach() {
    Page page = CHROMIUM.page();
    var answer = page.navigate(Stack.system().settings().address() + "/app/sign-in.xhtml");
    String policy = answer.headerValue("content-security-policy");
    assertThat(policy).contains("script-src 'self' 'nonce-").doesNotContain("unsafe-eval");
    assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe-inline");
    page.evaluate(
        "() => { const s = document.createElement('script'); s.text = 'window.evil = 1';"
            + " document.body.append(s); }");
    assertThat(page.evaluate("() => window.evil === undefined")).isEqualTo(true);
    assertThat(page.evaluate("() => document.cookie")).isEqualTo("");
  }
}
