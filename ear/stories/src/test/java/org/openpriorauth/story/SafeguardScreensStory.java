package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.enter;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Emergency access and alerts, as people meet them on the screens. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class SafeguardScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static String request;

  @BeforeAll
  static void aCase() {
    request = Cases.request(Api.as("sam"));
  }

  @AfterEach
  void nothingStaysOpen() {
    Rows.change(
        "update emergency_access set ended_at = now() where ended_at is null and ends_at > now()");
  }

  private static Page opened() {
    Page page = CHROMIUM.page();
    signIn(page, "bea");
    page.getByText("open patient data").click();
    accessible(page);
    page.getByLabel("What happened").fill("too short");
    page.getByLabel("Your password").fill(Api.password());
    page.locator("#open\\:go").click();
    shows(page, "#told", "15 to 500 characters");
    page.getByLabel("What happened").fill(EmergencyAccessStory.REASON);
    page.getByLabel("Your password").fill("not the password");
    page.locator("#open\\:go").click();
    shows(page, "#told", "not your password");
    page.getByLabel("Your password").fill(Api.password());
    page.locator("#open\\:go").click();
    shows(page, "#emergency", "Emergency access to patient data is open");
    return page;
  }

  @Test
  void inAnEmergencyBillingReadsAndEndsItByKeyboard() {
    Page page = opened();
    shows(page, "#emergency", "30 min left");
    accessible(page);
    page.navigate(address("request.xhtml?id=" + request));
    shows(page, "main", "Jane Q. Sample");
    PlaywrightAssertions.assertThat(page.locator("#cancelling\\:end")).hasCount(0);
    accessible(page);
    CHROMIUM.picture(page, "emergency");
    page.setViewportSize(390, 844);
    int width = (int) page.evaluate("document.documentElement.scrollWidth");
    assertThat(width).as("nothing to the side").isLessThanOrEqualTo(390);

    enter(page, "#emergencyEnd\\:end");
    shows(page, "main", "The emergency access has ended");
    PlaywrightAssertions.assertThat(page.locator("#emergency")).hasCount(0);
    page.navigate(address("request.xhtml?id=" + request));
    PlaywrightAssertions.assertThat(page.locator("main")).not().containsText("Jane");
  }

  @Test
  void whenItsTimeIsOverThePatientIsPutAway() {
    Page page = opened();
    page.navigate(address("request.xhtml?id=" + request));
    shows(page, "main", "Jane Q. Sample");
    Rows.change(
        "update emergency_access set ends_at = now() + interval '3 seconds'"
            + " where ended_at is null and ends_at > now()");
    page.reload();
    page.waitForURL("**/emergency.xhtml?over=1");
    shows(page, "main", "has ended, and the page was put away");
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void theSecurityOfficerReadsTheReasonSeesTheLinesAndCloses() {
    String alert = Alarms.raised();
    Page page = CHROMIUM.page();
    signIn(page, "sol");
    page.getByText("Alerts").first().click();
    shows(page, "main", "Emergency access opened");
    accessible(page);
    page.locator("a[href='alerts.xhtml?alert=" + alert + "']").click();
    shows(page, "main", EmergencyAccessStory.REASON);
    accessible(page);
    CHROMIUM.picture(page, "alert");
    page.getByText("The lines of the audit trail behind it").click();
    shows(page, "table.audit", "emergency.open");
    accessible(page);
    page.goBack();

    enter(page, "#closing\\:go");
    shows(page, "#closing", "Say what came out.");
    page.getByLabel("What came out").fill("Nobody was in danger.");
    page.locator("#closing\\:go").click();
    shows(page, "#told", "A verdict is");
    page.getByLabel("Verdict").selectOption("misuse");
    page.locator("#closing\\:go").click();
    shows(page, "#told", "The alert is closed.");
    shows(page, "main", "Nobody was in danger.");
    PlaywrightAssertions.assertThat(page.locator("#closing")).hasCount(0);
    accessible(page);
    page.getByText("Those that are closed").click();
    shows(page, "table.items", "Misuse");
    accessible(page);
    page.setViewportSize(390, 844);
    int width = (int) page.evaluate("document.documentElement.scrollWidth");
    assertThat(width).as("nothing to the side").isLessThanOrEqualTo(390);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }
}
