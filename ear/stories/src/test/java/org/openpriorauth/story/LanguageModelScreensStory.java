package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.enter;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator turns a language model on, and staff see what it suggests. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class LanguageModelScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static ModelCases cases;

  @BeforeAll
  static void aPayerThatAsksInWords() {
    cases = new ModelCases("MODEL-SCREENS");
  }

  @AfterEach
  void off() {
    cases.off();
  }

  @AfterAll
  static void close() {
    cases.close();
  }

  @Test
  void anAdministratorTurnsItOnTriesItAndTurnsItOff() {
    Page page = CHROMIUM.page();
    signIn(page, "ada");
    page.locator("nav").getByText("Language model").click();
    page.waitForURL("**/language-model.xhtml");
    shows(page, "main", "What leaves the practice");
    page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).selectOption("anthropic");
    page.getByLabel("Address").fill(cases.model().address());
    page.getByLabel("Name of the model").fill("story-model-1");
    page.getByLabel("Key").fill(ClinicsModel.KEY);
    page.getByLabel("Tokens a month").fill("500000");
    page.getByLabel("Dollars for a million tokens read").fill("3");
    press(page, "Save");
    shows(page, "#told", "business associate agreement");
    accessible(page);
    page.getByLabel("Key").fill(ClinicsModel.KEY);
    page.getByLabel("We have a business associate agreement").check();
    press(page, "Save");
    shows(page, "#told", "Saved. Try it now.");
    shows(page, "#state", "story-model-1 at " + cases.model().address());
    Assertions.assertThat(page.content()).doesNotContain(ClinicsModel.KEY);
    cases.model().says(data -> Api.JSON.createObjectNode().set("word", data.path("word")));
    press(page, "Try what is saved");
    shows(page, "#told", "The language model answered. (story-model-1");
    shows(page, "#cost", "Trials");
    accessible(page);
    CHROMIUM.picture(page, "language-model");
    page.setViewportSize(390, 844);
    Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).selectOption("none");
    press(page, "Save");
    shows(page, "#told", "The language model is off, its key forgotten.");
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void theWordsAreTheClinicsToChange() {
    Page page = CHROMIUM.page();
    signIn(page, "ada");
    page.navigate(address("language-model.xhtml"));
    page.getByLabel("Words").fill("Point at what limits the patient.");
    enter(page, "#prompt\\:save");
    shows(page, "#told", "Saved: it is asked so from now on.");
    shows(page, "#prompt", "passages/1.clinic-");
    press(page, "Back to the product’s words");
    shows(page, "#told", "in the product's words again");
    assertThat(page.getByLabel("Words")).hasValue(Pattern.compile("You help .*", Pattern.DOTALL));
    accessible(page);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void whatItSuggestsIsShownAsASuggestion() {
    cases.model().choose(Api.as("ada"), "openai");
    cases.model().picks("dancing|went dancing on Saturday|against", "mailbox|She is in pain|for");
    String request = cases.request();
    cases.suggested(request);
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("request.xhtml?id=" + request));
    shows(page, "#criteria", "Suggested by story-model-1, prompt passages/1");
    shows(page, "#criteria", "One quotation of it does not stand in the chart");
    assertThat(page.locator("#criteria .quotes li").first()).containsText("Against:");
    assertThat(page.locator("#criteria .quotes li").last()).containsText("By its words:");
    assertThat(page.locator("#criteria")).containsText("For a person");
    accessible(page);
    CHROMIUM.picture(page, "suggested");
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
