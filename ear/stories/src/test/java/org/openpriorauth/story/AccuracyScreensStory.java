package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openpriorauth.launcher.DemoClinic;

/** A practice looks at how well documents are read, and staff check what chance chose. */
@Tag("browser")
@ExtendWith(Stack.class)
@EnabledIfSystemProperty(named = "stories.thorough", matches = "true")
class AccuracyScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @BeforeEach
  @AfterEach
  void asItComes() {
    ReadValues.forget();
    ReadValues.trust("{\"unseen_from\": 0.95, \"check_share\": 0.05}");
  }

  @Test
  void thePracticeSaysHowMuchIsCheckedAndSeesWhatCameOfIt() {
    ReadValues.doubtful(DemoClinic.CEDAR_HOLLOW.id(), 40, 20);
    ReadValues.certain(DemoClinic.CEDAR_HOLLOW.id(), 800, 40, 2);
    Page page = CHROMIUM.page();
    signIn(page, "ada");
    page.navigate(address("clinic.xhtml"));
    page.getByLabel("a person is asked to check").fill("101");
    press(page, "Use this certainty");
    shows(page, "#refused", "Say a share from 0 to 1");
    page.getByLabel("a person is asked to check").fill("10");
    press(page, "Use this certainty");
    shows(page, "#told", "Saved");
    accessible(page);
    page.getByText("How well documents are read for you").click();
    page.waitForURL("**/accuracy.xhtml");
    shows(page, "#right", "92.9%");
    assertThat(page.getByRole(AriaRole.IMG).first()).isVisible();
    assertThat(page.locator(".plot .point")).hasCount(2);
    Assertions.assertThat(page.locator(".plot").boundingBox().height).isGreaterThan(200);
    accessible(page);
    CHROMIUM.picture(page, "accuracy");
    page.setViewportSize(390, 844);
    accessible(page);
    Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void aPersonChecksWhatChanceChose() {
    ReadValues.trust("{\"unseen_from\": 0.95, \"check_share\": 1}");
    ReadyCases cases = new ReadyCases("ACCURACY-SCREENS");
    String request = cases.ready("72148", 1);
    String documents = "/api/v1/prior-authorizations/" + request + "/documents";
    String document = cases.staff().get(documents).body().path("items").path(0).path("id").asText();
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("review.xhtml?document=" + document));
    shows(page, "#fields", "Asked to check our reading");
    shows(page, "#left", "Nothing left to check here");
    accessible(page);
    int asked = page.locator("#checking .field-row").count();
    page.locator("#checking [data-say-verdict=accepted]").first().click();
    assertThat(page.locator("#checking .field-row")).hasCount(asked - 1);
    shows(page, "#fields", "Settled");
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
