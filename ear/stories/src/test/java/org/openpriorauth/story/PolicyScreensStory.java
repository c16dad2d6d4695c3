package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.enter;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Payers' rules as people read them, adopt an example, and take a next version over. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class PolicyScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void anAdministratorAdoptsAnExampleAndTakesTheNextVersionOver() {
    ReadyCases cases = new ReadyCases("SCREENRULES", null);
    String ready = cases.ready("72148", 1);
    Page page = CHROMIUM.page();
    signIn(page, "ada");
    page.locator("nav").getByText("Payer rules").click();
    page.waitForURL("**/policies.xhtml");
    accessible(page);
    CHROMIUM.picture(page, "payer-rules");

    page.locator(".examples").getByText("Example: CPAP device").click();
    page.waitForURL("**/policy.xhtml?example=*");
    shows(page, ".tree", "An apnea-hypopnea index of 15 or more");
    shows(page, ".tree", "To fetch: The sleep study with the AHI, RDI or REI.");
    accessible(page);
    page.getByLabel("For the payer").selectOption("Payer SCREENRULES");
    press(page, "Adopt this example");
    shows(page, "#told", "Example: CPAP device is taken over");
    page.getByText("Open the payer’s rules").click();
    page.waitForURL("**/policy.xhtml?pack=*");
    shows(page, ".facts", "Payer SCREENRULES");
    shows(page, ".cases", "Mild apnea and sleepy");
    CHROMIUM.picture(page, "payer-rules-pack");

    theNextVersion(page, ready);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  /** Of the rules that judged the open case. */
  private static void theNextVersion(Page page, String ready) {
    page.getByText("All rules and examples").click();
    Locator row =
        page.locator(".packs tr", new Page.LocatorOptions().setHasText("Payer SCREENRULES"))
            .filter(new Locator.FilterOptions().setHasText("Anything with a diagnosis"));
    row.getByRole(AriaRole.LINK).click();
    page.waitForURL("**/policy.xhtml?pack=*");
    String first = page.getByLabel("What it says").inputValue();
    choose(page, first.replace("\"fact\" : \"diagnosis\"", "\"fact\" : \"moon\""));
    press(page, "Check it");
    shows(page, "#told", "1 fault is listed below");
    shows(page, ".faults", "There are no facts of this kind.");
    accessible(page);

    choose(
        page,
        first
            .replace("\"version\" : \"1\"", "\"version\" : \"2\"")
            .replace("A diagnosis is documented", "A lumbar diagnosis is documented"));
    enter(page, "#import\\:check");
    shows(page, "#told", "Nothing is wrong with it");
    shows(page, ".diff", "A lumbar diagnosis is documented");
    shows(page, ".touched", "judged under version 1");
    assertThat(page.locator(".touched a").first())
        .hasAttribute("href", "request.xhtml?id=" + ready);
    accessible(page);
    CHROMIUM.picture(page, "payer-rules-diff");

    press(page, "Take it over");
    shows(page, "#told", "version 2, is taken over");
    page.getByText("Open Anything with a diagnosis, version 2").click();
    shows(page, ".diff", "Text before: A diagnosis is documented");
    accessible(page);
    page.setViewportSize(390, 844);
    Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
  }

  @Test
  void aPayersQuestionnaireBecomesADraftToCompleteAndTakeOver() {
    new ReadyCases("SCREENFORM", null);
    Page page = CHROMIUM.page();
    signIn(page, "ada");
    page.navigate(address("policies.xhtml"));
    page.getByLabel("Whose rules they are").selectOption("Payer SCREENFORM");
    page.getByLabel("Which services they cover").fill("E1390, E0431");
    page.getByLabel("What it says").fill("half typed");
    page.getByLabel("The Questionnaire (you may paste it)").fill("{}");
    press(page, "Make a draft");
    shows(page, "#told", "This is not a resource of FHIR R4 in JSON.");
    assertThat(page.getByLabel("What it says")).hasValue("half typed");
    assertThat(page.locator("#told")).isFocused();

    page.getByLabel("A Questionnaire as a JSON file")
        .setInputFiles(
            new FilePayload(
                "form.json",
                "application/json",
                QuestionnaireStory.FORM.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getByLabel("The Questionnaire (you may paste it)"))
        .hasValue(QuestionnaireStory.FORM);
    enter(page, "#drafting\\:make");
    shows(page, "#told", "The draft stands in the form below");
    shows(page, "#drafted", "sdc-questionnaire-initialExpression in text/cql is not run here.");
    accessible(page);
    CHROMIUM.picture(page, "payer-rules-questionnaire");
    page.setViewportSize(390, 844);
    Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);

    takenOver(page);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private static void takenOver(Page page) {
    press(page, "Check it");
    shows(page, "#told", "Nothing is wrong with it");
    press(page, "Take it over");
    shows(page, "#told", "Home oxygen, version 1, is taken over");
    page.getByText("Open Home oxygen, version 1").click();
    page.waitForURL("**/policy.xhtml?pack=*");
    shows(page, ".tree", "To fetch: The oximetry report.");
    Download saved =
        page.waitForDownload(() -> page.getByText("Save it as a Questionnaire").click());
    Assertions.assertThat(saved.path()).content().contains("\"resourceType\":\"Questionnaire\"");
    accessible(page);
  }

  @Test
  void staffReadsAndCannotChange() {
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("policy.xhtml?example=example-cpap"));
    shows(page, ".tree", "All of these");
    assertThat(page.locator("#import")).hasCount(0);
    assertThat(page.locator("#adoption")).hasCount(0);
    page.navigate(address("policies.xhtml"));
    shows(page, "main", "Examples to start from");
    assertThat(page.locator("#drafting")).hasCount(0);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private static void choose(Page page, String json) {
    page.getByLabel("A JSON file")
        .setInputFiles(
            new FilePayload(
                "rules.json", "application/json", json.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getByLabel("What it says")).hasValue(json);
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
