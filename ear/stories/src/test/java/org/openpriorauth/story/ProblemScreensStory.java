package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What went wrong stands on the screen in a sentence, with the number to ask about. */
@Tag("browser")
@ExtendWith(Stack.class)
class ProblemScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String DAMAGED =
      "The file is damaged or was cut off on its way. Get it again";
  private static final String NUMBER = "upload that copy. (OPA-1511)";

  @Test
  void aDocumentThatCannotBeRead() {
    Api staff = Api.as("sam");
    String request = Cases.request(staff);
    byte[] cut = "%PDF-1.4 and no more".getBytes(StandardCharsets.UTF_8);
    String document =
        staff
            .upload("/api/v1/prior-authorizations/" + request + "/documents", "cut.pdf", cut)
            .body()
            .path("items")
            .path(0)
            .path("id")
            .asText();
    Cases.awaitReading(staff, document);
    Page page = CHROMIUM.page();
    signIn(page, "sam");

    page.navigate(address("request.xhtml?id=" + request));
    shows(page, "#documents", DAMAGED);
    shows(page, "#documents", NUMBER);
    shows(page, "#timeline", "Could not read cut.pdf. " + DAMAGED);
    accessible(page);

    page.navigate(address("review.xhtml?document=" + document));
    assertThat(page.locator("main")).containsText(DAMAGED);
    assertThat(page.locator("main")).containsText(NUMBER);
  }

  @Test
  void aRequestThatThePayerRefuses() {
    Payer.forgetOrders();
    Payer.order("http-error", "\"status\": 422", "\"reason\": \"Use the 2026 form.\"");
    Sent sent = new ReadyCases("SCREEN").send("97110", 6).await("SUBMISSION_FAILED");
    Page page = CHROMIUM.page();
    signIn(page, "sam");

    page.navigate(address("request.xhtml?id=" + sent.request()));
    shows(page, "#submissions", "The payer refused the request: Use the 2026 form. Nothing of it");
    shows(page, "#submissions", "(OPA-1710)");

    page.getByText("Take it up again…").click();
    page.locator("#takingUp").getByText("Take it up").last().click();
    shows(page, "#done", "ready once more");
    assertThat(page.getByText("Take it up again…")).hasCount(0);
    accessible(page);
    page.navigate(address("packet.xhtml?id=" + sent.request()));
    assertThat(page.locator("main")).containsText("Send");
  }
}
