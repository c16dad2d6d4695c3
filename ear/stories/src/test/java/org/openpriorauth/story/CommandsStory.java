package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.google.gson.JsonObject;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every button of the request's page is pressed, and what came of it is looked up elsewhere. */
@Tag("browser")
@ExtendWith(Stack.class)
@ThoroughOnEachServer
class CommandsStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String REQUESTS = "/api/v1/prior-authorizations/";
  private static ReadyCases cases;

  @BeforeAll
  static void payer() {
    cases = new ReadyCases("BUTTONS");
  }

  @Test
  void aDoublePressSendsOnceAndTheProofArrivesWithoutAReload() {
    String request = cases.ready("72148", 1);
    Page page = open("sam", request);
    List<String> posts = posts(page);
    shows(page, "#next", "Look at the packet and send");
    press(page, "Send…");
    accessible(page);
    page.locator("#send").getByText("Send these pages").dblclick();
    shows(page, "#told [role=status]", "Queued for the payer");
    assertThat(focused(page)).isEqualTo("told");
    shows(page, "#submissions", "Sent");
    assertThat(posts).as("calls of two presses").hasSize(1);
    assertThat(
            Rows.count(
                "select count(*) from submission where prior_authorization_id = ?",
                UUID.fromString(request)))
        .isEqualTo(1);
    assertThat(page.evaluate("window.same")).as("no reload").isEqualTo(true);
    accessible(page);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void aCancelledRequestIsCancelledAndASecondCancelIsRefusedWithWordsAndANumber() {
    String request = Cases.request(Api.as("sam"));
    Page page = open("sam", request);
    press(page, "Cancel this request…");
    accessible(page);
    page.getByLabel("Why").selectOption("DUPLICATE");
    press(page, "Cancel the request");
    shows(page, "#told [role=status]", "cancelled. Nothing was sent");
    shows(page, "#timeline", "Cancelled – Another request asks for the same");
    shows(page, "#case", "Cancelled");
    PlaywrightAssertions.assertThat(page.getByText("Cancel this request…")).hasCount(0);
    assertThat(state(request)).isEqualTo("CANCELLED");

    String other = Cases.request(Api.as("sam"));
    page.navigate(address("request.xhtml?id=" + other));
    press(page, "Cancel this request…");
    assertThat(Api.as("sam").delete(REQUESTS + other, "If-Match", tag(other)).status())
        .isEqualTo(200);
    press(page, "Cancel the request");
    shows(page, "#told [role=alert]", "(OPA-1302)");
    shows(page, "#case", "Cancelled");
    assertThat(focused(page)).isEqualTo("told");
    accessible(page);
  }

  @Test
  void aClinicianDeclaresACriterionMetWithAReasonAndNotWithoutOne() {
    String request = withoutDiagnosis();
    Page page = open("dr.okafor", request);
    shows(page, "#criteria", "Not found");
    page.getByText("Declare it met as a clinician").first().click();
    press(page, "Declare it met");
    shows(page, "dialog .ui-message", "An override needs its reason.");
    assertThat(focused(page)).isEqualTo("overriding:reason");
    accessible(page);
    page.keyboard().type("Seen in clinic today.");
    press(page, "Declare it met");
    shows(page, "#told [role=status]", "your reason is kept with your name");
    shows(page, "#criteria", "Decided by a person");
    PlaywrightAssertions.assertThat(page.locator("#override")).not().isVisible();
    var criterion =
        Api.as("sam").get(REQUESTS + request + "/criteria").body().path("criteria").path(0);
    assertThat(criterion.path("verdict").asText()).isEqualTo("met");
    assertThat(criterion.path("decided_by").asText()).isEqualTo("person");
    accessible(page);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void theOrderingProviderIsChosenAndTheRulesAreHeldAgainstOnceMore() {
    String request = Cases.request(Api.as("sam"));
    Page page = open("sam", request);
    press(page, "Note it");
    shows(page, "#providers .ui-message", "Choose the provider first.");
    accessible(page);
    Locator list = page.getByLabel("Ordering provider");
    assertThat(focused(page)).isEqualTo(list.getAttribute("id"));
    list.selectOption(new SelectOption().setLabel("Ngozi Okafor"));
    press(page, "Note it");
    shows(page, "#told [role=status]", "ordering provider is noted");
    PlaywrightAssertions.assertThat(page.locator("#providers")).not().isVisible();
    assertThat(Api.as("sam").get(REQUESTS + request).text("ordering_provider_id")).isNotEmpty();

    String judged = withoutDiagnosis();
    page.navigate(address("request.xhtml?id=" + judged));
    shows(page, "#criteria", "version 1");
    newerRules();
    press(page, "Hold against today’s rules again");
    shows(page, "#told [role=status]", "once more");
    shows(page, "#criteria", "version 2");
    assertThat(
            Api.as("sam")
                .get(REQUESTS + judged + "/criteria")
                .body()
                .path("policy")
                .path("version")
                .asText())
        .isEqualTo("2");
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void anUploadShowsItsBytesGoAndADroppedFileIsTaken() {
    String request = Cases.request(Api.as("sam"));
    Page page = open("sam", request);
    slowly(page, 150_000);
    byte[] noise = new byte[400_000];
    new Random(7).nextBytes(noise);
    page.locator("#files").setInputFiles(new FilePayload("scan.pdf", "application/pdf", noise));
    Locator bar =
        page.getByRole(
            AriaRole.PROGRESSBAR, new Page.GetByRoleOptions().setName("Uploading scan.pdf"));
    page.waitForCondition(() -> bar.count() == 1 && between(bar.evaluate("b => b.value")));
    accessible(page);
    shows(page, ".uploads", "scan.pdf: not taken.");
    shows(page, ".uploads", "(OPA-1503)");

    slowly(page, -1);
    JSHandle dropped =
        page.evaluateHandle(
            "() => { const d = new DataTransfer();"
                + " d.items.add(new File(['Jane Q. Sample, a note that was dropped.'],"
                + " 'dropped.txt', {type: 'text/plain'})); return d; }");
    page.dispatchEvent(".drop", "dragover", Map.of("dataTransfer", dropped));
    PlaywrightAssertions.assertThat(page.locator(".drop.over")).hasCount(1);
    page.dispatchEvent(".drop", "drop", Map.of("dataTransfer", dropped));
    PlaywrightAssertions.assertThat(page.locator(".drop.over")).hasCount(0);
    shows(page, "#chart", "dropped.txt");
    accessible(page);
  }

  @Test
  void anAddressThatLeadsNowhereAnswersWithWordsANumberAndAWayOut() {
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("nothing-here.xhtml"));
    shows(page, "main", "(OPA-1008)");
    accessible(page);
    page.getByText("Go to the work queue").click();
    page.waitForURL("**/queue.xhtml");
    page.navigate(address("request.xhtml?id=nonsense"));
    shows(page, "main", "This address names no request. (OPA-1301)");
    accessible(page);
  }

  private static Page open(String who, String request) {
    Page page = CHROMIUM.page();
    signIn(page, who);
    page.navigate(address("request.xhtml?id=" + request));
    page.evaluate("window.same = true");
    return page;
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static String focused(Page page) {
    page.waitForCondition(() -> !page.evaluate("document.activeElement.id").equals(""));
    return (String) page.evaluate("document.activeElement.id");
  }

  private static List<String> posts(Page page) {
    List<String> posts = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.method().equals("POST")) {
            posts.add(request.url());
          }
        });
    return posts;
  }

  /** Bytes in a second, upwards. */
  private static void slowly(Page page, int bytes) {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", -1);
    conditions.addProperty("uploadThroughput", bytes);
    page.context().newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
  }

  private static boolean between(Object value) {
    double part = ((Number) value).doubleValue();
    return part > 0 && part < 100;
  }

  private static String state(String request) {
    return Api.as("sam").get(REQUESTS + request).text("state");
  }

  private static String tag(String request) {
    return Api.as("sam").get(REQUESTS + request).header("ETag").orElseThrow();
  }

  private static void newerRules() {
    String pack =
        """
        {"id": "story-BUTTONS", "version": "2", "title": "Anything with a diagnosis, newer",
         "payer_code": "BUTTONS", "effective": {"from": "2026-02-01"},
         "source": {"title": "A story", "section": "2"},
         "applies_to": {"codes": ["7*", "9*"]}, "authorization": "required",
         "criteria": {"op": "all", "of": [
           {"id": "diagnosis", "text": "A diagnosis is documented", "ask": "A note with one.",
            "fact": "diagnosis", "where": {"code": {"in": ["M54.1*"]}}}]},
         "tests": [{"name": "Radiculopathy", "today": "2026-06-30",
                    "facts": [{"kind": "diagnosis", "code": "M54.16"}],
                    "expect": {"diagnosis": "met"}}]}""";
    assertThat(Api.as("ada").post("/api/v1/policies", pack).status()).isBetween(200, 201);
  }

  /** In review: its note says nothing that the payer's rule asks for. */
  private static String withoutDiagnosis() {
    String request = cases.draft(ReadyCases.Wanted.of("72148", 1));
    String note = "Progress note\nPatient: Jane Q. Sample\nDOB: 04/05/1971\n\nPlan: return.\n";
    Api.as("sam")
        .upload(
            REQUESTS + request + "/documents", "plain.txt", note.getBytes(StandardCharsets.UTF_8));
    Eventually.get(
        Duration.ofSeconds(60),
        () -> Api.as("sam").get(REQUESTS + request + "/criteria").status(),
        status -> status == 200);
    return request;
  }
}
