package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.samples.SampleCase;
import org.openpriorauth.samples.SampleCases;

/** From a chart to a determination, by a person at a browser. */
@Tag("browser")
@ExtendWith(Stack.class)
class RequestScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String REQUESTS = "/api/v1/prior-authorizations";

  /** The payer's rules, its door and the providers come with the main job. */
  @BeforeAll
  static void policiesAndPayer() {
    DemoRun.first();
  }

  @Test
  void fromAChartToADeterminationWithoutAReload() {
    String request = lumbarRequest();
    Page page = CHROMIUM.page();
    page.setViewportSize(1366, 768);
    signIn(page, "sam");
    page.navigate(address("request.xhtml?id=" + request));
    page.evaluate("window.same = true");
    shows(page, "#next", "Add the chart");
    accessible(page);

    upload(page, SampleCases.all().get(0));
    shows(page, "#chart", "Being read");
    shows(page, "#case", "In review");
    shows(page, "#next", "open point");
    assertThat(page.evaluate("window.same")).as("no reload").isEqualTo(true);
    accessible(page);
    CHROMIUM.picture(page, "request-in-review");

    settleEverything(page, request);
    shows(page, "#case", "Ready to send");
    shows(page, "#next", "Look at the packet and send");
    accessible(page);
    send(page);
    shows(page, "#case", "Approved");
    shows(page, "#determination", "Authorization");
    shows(page, "#submissions", "Decided by the payer");
    shows(page, "#timeline", "The payer said: Approved");
    shows(page, "#timeline", "Sam Whitfield");
    accessible(page);
    CHROMIUM.picture(page, "request-approved");
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private static void upload(Page page, SampleCase chart) {
    page.locator("#files")
        .setInputFiles(
            chart.documents().stream()
                .map(d -> new FilePayload(d.fileName(), "application/octet-stream", d.content()))
                .toArray(FilePayload[]::new));
  }

  /** Opens each open point by its way out and settles what stands there, by keys. */
  private static void settleEverything(Page page, String request) {
    for (int round = 0; round < 12; round++) {
      page.navigate(address("request.xhtml?id=" + request));
      Locator way = page.locator(".points a");
      if (way.count() == 0) {
        return;
      }
      way.first().click();
      page.waitForURL("**/review.xhtml*");
      if (round == 0) {
        accessible(page);
        CHROMIUM.picture(page, "review");
      }
      settle(page);
    }
  }

  private static void settle(Page page) {
    Locator asked = page.locator("[data-page-verdict=accepted], #whose [data-document-verdict]");
    while (asked.count() > 0) {
      String before = page.locator("#left strong").textContent();
      asked.first().click();
      page.waitForCondition(() -> !before.equals(page.locator("#left strong").textContent()));
    }
    Locator open = page.locator("ol[data-open] .field-row");
    while (open.count() > 0) {
      int before = open.count();
      open.first().locator(".pick").focus();
      page.keyboard().press("a");
      page.waitForCondition(() -> open.count() < before);
    }
    shows(page, "#left", "Nothing left to check here");
  }

  private static void send(Page page) {
    page.locator("#next a").click();
    page.waitForURL("**/packet.xhtml*");
    drawn(page, ".sheets img");
    accessible(page);
    CHROMIUM.picture(page, "packet");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).click();
    Locator dialog = page.locator("dialog#send");
    PlaywrightAssertions.assertThat(dialog).containsText("Great Basin Health Plan");
    PlaywrightAssertions.assertThat(dialog).containsText("pages");
    accessible(page);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send these pages"))
        .click();
    page.waitForURL("**/request.xhtml?id=*&done=sent");
  }

  private static void drawn(Page page, String image) {
    page.waitForCondition(
        () -> (Integer) page.evaluate("s => document.querySelector(s).naturalWidth", image) > 400);
  }

  @Test
  void aFieldIsFoundOnItsPageAcceptedAndChangedByKeysAndRefusedWordsAreSaid() {
    String request = caseIn("REVIEW");
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("request.xhtml?id=" + request));
    page.locator("#criteria .quotes a").first().click();
    page.waitForURL("**/review.xhtml*");
    PlaywrightAssertions.assertThat(page.locator(".field-row.here")).hasCount(1);
    PlaywrightAssertions.assertThat(page.locator(".box.here")).isVisible();
    drawn(page, "#leaf");

    String first = page.locator(".field-row.here").getAttribute("id");
    page.keyboard().press("j");
    PlaywrightAssertions.assertThat(page.locator("#" + first + ".here")).hasCount(0);
    page.keyboard().press("k");
    PlaywrightAssertions.assertThat(page.locator("#" + first + ".here")).hasCount(1);
    page.keyboard().press("a");
    PlaywrightAssertions.assertThat(page.locator("#" + first)).containsText("Accepted");

    Locator row = page.locator("#" + first);
    row.locator(".pick").focus();
    page.keyboard().press("c");
    String value = row.locator("input[name=value]").inputValue();
    page.keyboard().type(value);
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(row).containsText("Changed");
    accessible(page);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void aFileThatIsNoDocumentIsRefusedInWordsAndTheOthersAreTaken() {
    String request = Cases.request(Api.as("sam"));
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("request.xhtml?id=" + request));
    byte[] noise = new byte[2048];
    new java.util.Random(11).nextBytes(noise);
    byte[] note = "Jane Q. Sample, born 1971-04-05, a note.".getBytes(StandardCharsets.UTF_8);
    page.locator("#files")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("noise.pdf", "application/pdf", noise),
              new FilePayload("Sample, Jäne.txt", "text/plain", note)
            });
    shows(page, ".uploads", "noise.pdf: not taken. The file is no PDF");
    shows(page, "#chart", "Sample, Jäne.txt");
    shows(page, "#case", "In review");
    accessible(page);
  }

  @Test
  void narrowAndDarkHaveNoSidewaysScrollAndAxeFindsNothing() {
    String denied = caseIn("DENIED");
    Page page = CHROMIUM.page();
    signIn(page, "dr.okafor");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(390, 844);
    String document =
        Api.as("sam")
            .get(REQUESTS + "/" + denied + "/documents")
            .body()
            .path("items")
            .path(0)
            .path("id")
            .asText();
    for (String place :
        new String[] {
          "queue.xhtml",
          "request.xhtml?id=" + denied,
          "packet.xhtml?id=" + denied,
          "review.xhtml?document=" + document
        }) {
      page.navigate(address(place));
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as(place)
          .isLessThanOrEqualTo(390);
      accessible(page);
    }
    page.navigate(address("request.xhtml?id=" + denied));
    shows(page, "#determination", "Denied");
    shows(page, "#determination .reason", "exceeds the plan's limit");
  }

  @Test
  @Tag("security")
  void whoMayOnlyReadSeesNoButtonAndIsRefused() {
    String request = caseIn("REVIEW");
    String document = firstDocument(request);
    Page page = CHROMIUM.page();
    signIn(page, "rhea");
    page.navigate(address("request.xhtml?id=" + request));
    shows(page, "#next", "open point");
    assertThat(page.locator("#files, [data-open], main button").count()).isZero();
    page.navigate(address("review.xhtml?document=" + document));
    assertThat(page.locator("[data-say-verdict], [data-document-verdict]").count()).isZero();
    assertThat(status(page, "page-image?document=" + document + "&page=1")).isEqualTo(200);
    assertThat(post(page, "upload?request=" + request, true)).isEqualTo(403);
    assertThat(post(page, "verdict?verdict=rejected&document=" + document, true)).isEqualTo(403);
  }

  @Test
  @Tag("security")
  void otherRolesAndOtherClinicsReachNothingByItsAddress() {
    String request = caseIn("DENIED");
    String document = firstDocument(request);
    Page billing = CHROMIUM.page();
    signIn(billing, "bea");
    assertClosed(billing, request, document, 403);
    billing.context().clearCookies();
    signIn(billing, "rita");
    assertClosed(billing, request, document, 404);
    signIn(billing, "sam");
    assertThat(post(billing, "upload?request=" + request, false))
        .as("without the screens' own header")
        .isEqualTo(403);
    billing.context().clearCookies();
    assertThat(billing.request().get(address("packet-file?request=" + request)).url())
        .endsWith("sign-in.xhtml");
  }

  private static void assertClosed(Page page, String request, String document, int status) {
    assertThat(status(page, "page-image?document=" + document + "&page=1")).isEqualTo(status);
    assertThat(status(page, "packet-file?request=" + request)).isEqualTo(status);
    assertThat(status(page, "packet-file?request=" + request + "&page=1")).isEqualTo(status);
    assertThat(status(page, "request.xhtml?id=" + request)).isEqualTo(status);
    assertThat(status(page, "packet.xhtml?id=" + request)).isEqualTo(status);
    assertThat(status(page, "review.xhtml?document=" + document)).isEqualTo(status);
    assertThat(post(page, "upload?request=" + request, true)).isEqualTo(status);
    assertThat(post(page, "verdict?verdict=rejected&document=" + document, true)).isEqualTo(status);
  }

  private static int status(Page page, String place) {
    return page.request().get(address(place)).status();
  }

  private static int post(Page page, String place, boolean own) {
    RequestOptions sent =
        RequestOptions.create().setData("A note.".getBytes(StandardCharsets.UTF_8));
    if (own) {
      sent.setHeader("X-Screen", "1");
    }
    return page.request().post(address(place), sent).status();
  }

  private static String caseIn(String state) {
    JsonNode found = Api.as("sam").get(REQUESTS + "?limit=50&state=" + state).body().path("items");
    for (JsonNode item : found) {
      String id = item.path("id").asText();
      if (item.path("state").asText().equals(state)
          && Api.as("sam").get(REQUESTS + "/" + id + "/documents").body().path("items").size()
              > 3) {
        return id;
      }
    }
    throw new AssertionError("No case is " + state);
  }

  private static String firstDocument(String request) {
    return Api.as("sam")
        .get(REQUESTS + "/" + request + "/documents")
        .body()
        .path("items")
        .path(0)
        .path("id")
        .asText();
  }

  /** As the main job made it, and without its documents. */
  private static String lumbarRequest() {
    Api sam = Api.as("sam");
    String payer =
        Rows.texts(
                "select id from payer where payer_code = 'GBHP' and clinic_id = ?",
                DemoClinic.CEDAR_HOLLOW.id())
            .get(0);
    for (JsonNode item : sam.get(REQUESTS + "?limit=50&state=APPROVED").body().path("items")) {
      JsonNode like = sam.get(REQUESTS + "/" + item.path("id").asText()).body();
      if (like.path("payer_id").asText().equals(payer)) {
        ObjectNode wanted = Api.JSON.createObjectNode();
        for (String same :
            new String[] {
              "patient_id",
              "coverage_id",
              "priority",
              "ordered_on",
              "ordering_provider_id",
              "performing_provider_id"
            }) {
          wanted.set(same, like.path(same));
        }
        wanted.set("items", like.path("items"));
        Api.Answer made = sam.post(REQUESTS, wanted.toString());
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.text("id");
      }
    }
    throw new AssertionError("The main job left no approved case.");
  }
}
