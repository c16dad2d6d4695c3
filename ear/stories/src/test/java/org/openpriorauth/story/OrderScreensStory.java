package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person changes what is asked for, and sees it judged anew. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class OrderScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void theOrderIsChangedOnItsPage() {
    String request = new ReadyCases("ORDER-2").ready("72148", 1);
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("request.xhtml?id=" + request));
    shows(page, "#case", "Ready to send");

    open(page);
    accessible(page);
    CHROMIUM.picture(page, "change-order");
    line(page, "Units", 1).fill("4");
    line(page, "Code", 2).fill("97110");
    line(page, "Units", 2).fill("12");
    line(page, "Diagnoses", 2).fill("m54.16, M54.50");
    page.getByLabel("How soon").selectOption("urgent");
    change(page);
    shows(page, "#told", "The order is changed");
    shows(page, "#case", "Urgent");
    shows(page, "#determination", "97110");
    shows(page, "#determination", "M54.16, M54.50");
    shows(page, "#timeline", "Changed the order");

    open(page);
    line(page, "Code", 1).fill("7214");
    change(page);
    shows(page, "#told", "This is no CPT code.");
    open(page);
    PlaywrightAssertions.assertThat(line(page, "Code", 1)).hasValue("7214");
    line(page, "Code", 1).fill("");
    change(page);
    shows(page, "#told", "The order is changed");
    PlaywrightAssertions.assertThat(page.locator("#determination tbody tr")).hasCount(1);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
    Api staff = Api.as("sam");
    String request = Cases.request(staff);
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("request.xhtml?id=" + request));
    open(page);
    String place = "/api/v1/prior-authorizations/" + request;
    String version = staff.get(place).header("ETag").orElseThrow();
    staff.patch(place, "{\"priority\": \"emergent\"}", "If-Match", version);
    line(page, "Units", 1).fill("9");
    change(page);
    shows(page, "#told", "Somebody changed the order meanwhile");
    open(page);
    change(page);
    shows(page, "#told", "Somebody changed the order meanwhile");
    assertThat(staff.get(place).body().path("items").path(0).path("units").asInt()).isEqualTo(1);
    assertThat(staff.get(place).text("priority")).isEqualTo("emergent");
    page.reload();
    shows(page, "#case", "Emergent");
  }

  private static void open(Page page) {
    page.locator("button[data-open=change]").click();
    PlaywrightAssertions.assertThat(page.locator("dialog#change")).isVisible();
  }

  private static Locator line(Page page, String what, int number) {
    return page.getByLabel(what + " of line " + number);
  }

  private static void change(Page page) {
    page.getByText("Change it").click();
    PlaywrightAssertions.assertThat(page.locator("dialog#change")).isHidden();
  }
}
