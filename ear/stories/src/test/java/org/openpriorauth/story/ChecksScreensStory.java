package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.enter;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The checks as people look at them: what is bad, what to do, and the operator's two levers. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class ChecksScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void theSecurityOfficerSeesWhatIsBadFirst() {
    Page page = CHROMIUM.page();
    signIn(page, "sol");
    page.getByText("Checks").first().click();
    accessible(page);
    assertThat(page.locator("table.checks").first().locator("tbody tr").first().innerText())
        .contains("Fail");
    shows(page, "table.checks", "45 CFR 164.308(a)(5)(ii)(D)");
    PlaywrightAssertions.assertThat(page.locator("#acts")).hasCount(0);
    CHROMIUM.picture(page, "checks");

    page.setViewportSize(390, 844);
    int width = (int) page.evaluate("document.documentElement.scrollWidth");
    assertThat(width).as("nothing to the side").isLessThanOrEqualTo(390);
    accessible(page);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void theOperatorLogsMoreForAWhileByKeyboard() {
    Page page = CHROMIUM.page();
    signIn(page, "omar");
    page.getByText("Checks").first().click();
    page.getByLabel("Log more of").selectOption("chart");
    enter(page, "#acts\\:raise");
    shows(page, "#told", "The area chart logs more until");
    shows(page, "#acts", "chart: until");
    PlaywrightAssertions.assertThat(page.locator("#acts\\:caches")).isEnabled();
    page.locator("#acts\\:caches").focus();
    page.keyboard().press("Space");
    shows(page, "#told", "has read anew");
    accessible(page);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }
}
