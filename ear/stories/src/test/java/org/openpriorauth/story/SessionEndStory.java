package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session that is about to end says so, can be kept, and leads back to the same page. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class SessionEndStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String MINE =
      " where kind = 'screen' and revoked_at is null"
          + " and user_id = (select id from app_user where username = 'sam')";

  @Test
  void twoMinutesBeforeTheEndAWarningIsReadAndOnePressKeepsTheSession() {
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.clock().install();
    page.navigate(address("queue.xhtml?show=DRAFT"));
    PlaywrightAssertions.assertThat(page.locator("#stay")).not().isVisible();
    page.clock().fastForward("17:30");
    PlaywrightAssertions.assertThat(page.locator("#stay")).not().isVisible();
    page.clock().fastForward("01:00");
    shows(page, "#session [role=alert]", "ends in two minutes");
    accessible(page);
    page.clock().fastForward("01:00");
    shows(page, "#session [role=alert]", "less than a minute");

    // Use is noted every half minute at most; this person was away longer than that.
    Rows.change(
        "update user_session set last_seen_at = now() - interval '19 minutes',"
            + " expires_at = now() + interval '30 seconds'"
            + MINE);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stay signed in")).click();
    PlaywrightAssertions.assertThat(page.locator("#stay")).not().isVisible();
    PlaywrightAssertions.assertThat(page.locator("#ending")).isEmpty();
    assertThat(
            Rows.count(
                "select count(*) from user_session"
                    + MINE
                    + " and expires_at > now() + interval '15 minutes'"))
        .isPositive();
  }

  @Test
  void whoWasAwayTooLongSignsInAgainAndIsBackOnTheSamePage() {
    String request = Cases.request(Api.as("sam"));
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.clock().install();
    page.navigate(address("request.xhtml?id=" + request));
    end();
    page.clock().fastForward("20:05");
    page.waitForURL("**/sign-in.xhtml?ended=1*");
    shows(page, "main", "Your session has ended");
    PlaywrightAssertions.assertThat(page.locator("body")).not().containsText("Jane Q. Sample");
    accessible(page);
    again(page);
    page.waitForURL("**/request.xhtml?id=" + request);
    shows(page, "#case", "Jane Q. Sample");
  }

  @Test
  void aPressAndALinkAfterTheEndLeadToSignInAndBackToo() {
    String request = Cases.request(Api.as("sam"));
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("request.xhtml?id=" + request));
    page.getByText("Cancel this request…").click();
    end();
    page.getByText("Cancel the request", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**/sign-in.xhtml?*next=*");
    again(page);
    page.waitForURL("**/request.xhtml?id=" + request);
    assertThat(Api.as("sam").get("/api/v1/prior-authorizations/" + request).text("state"))
        .as("nothing was done without a session")
        .isEqualTo("DRAFT");

    end();
    page.navigate(address("packet.xhtml?id=" + request));
    page.waitForURL("**/sign-in.xhtml?next=packet.xhtml*");
    again(page);
    page.waitForURL("**/packet.xhtml?id=" + request);
  }

  @Test
  @Tag("security")
  void signingInLeadsToOurOwnPagesOnly() {
    Page page = CHROMIUM.page();
    for (String evil :
        new String[] {"https://example.org/", "//example.org", "queue.xhtml?a=%22%3E%3Cscript"}) {
      page.context().clearCookies();
      page.navigate(
          address(
              "sign-in.xhtml?next="
                  + java.net.URLEncoder.encode(
                      evil.replace("%22%3E%3C", "\"><"), java.nio.charset.StandardCharsets.UTF_8)));
      again(page);
      page.waitForURL("**/app/queue.xhtml");
    }
  }

  private static void again(Page page) {
    page.getByLabel("User name or e-mail").fill("sam");
    page.getByLabel("Password").fill(Api.password());
    page.keyboard().press("Enter");
  }

  private static void end() {
    Rows.change("update user_session set expires_at = now() - interval '1 second'" + MINE);
  }
}
