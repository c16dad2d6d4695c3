package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The security officer looks through the trail, holds it against its seals, and takes it along. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class AuditScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void theTrailIsReadVerifiedAndExported() throws IOException {
    Api sam = Api.as("sam");
    String patient = Cases.patient(sam);
    sam.get("/api/v1/batch/jobs").refused("1105");
    assertThat(Jobs.run("seal-audit")).isEqualTo("COMPLETED");
    Page page = CHROMIUM.page();
    signIn(page, "sol");
    page.getByText("Audit trail").first().click();
    shows(page, "main", "Sealed up to");
    accessible(page);

    page.getByText("Verify the whole trail").click();
    shows(page, "#told", "none changed, removed or inserted");
    Download file = page.waitForDownload(() -> page.getByText("Export with its seals").click());
    assertThat(Files.readString(file.path())).startsWith("openpriorauth-audit-1 ");

    page.getByLabel("Outcome").selectOption("refused");
    page.locator("#who").fill("whitfield");
    page.getByText("Find", new Page.GetByTextOptions().setExact(true)).click();
    shows(page, "table.audit", "Sam Whitfield");
    shows(page, "table.audit", "operations:read");
    PlaywrightAssertions.assertThat(page.locator("table.audit")).not().containsText("pa.read");
    CHROMIUM.picture(page, "audit");

    page.getByLabel("The patient’s id").fill(patient);
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    shows(page, "table.audit", "Sam Whitfield");
    shows(page, "table.audit", "patient.create");
    PlaywrightAssertions.assertThat(page.locator("main")).not().containsText("Jane");
    accessible(page);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void anAdministratorComesFromTheRequestToWhoLooked() {
    String request = Cases.request(Api.as("sam"));
    Page page = CHROMIUM.page();
    signIn(page, "ada");
    page.navigate(address("request.xhtml?id=" + request));
    page.getByText("Who looked at this record").click();
    shows(page, "main", "Jane Q. Sample");
    shows(page, "table.audit", "Ada Moreno");
    CHROMIUM.picture(page, "who-looked");
  }
}
