package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person writes a letter and is told, while writing, what its evidence does not say. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class LetterScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static ReadyCases cases;

  @BeforeAll
  static void aPayer() {
    Payer.forgetOrders();
    cases = new ReadyCases("LETTER-2");
  }

  @Test
  void aSentenceIsWrittenCitedDoubtedKeptForAReasonAndTakenBack() {
    String request = cases.ready("72148", 1);
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("request.xhtml?id=" + request));
    shows(page, "#letters", "The template’s words");
    page.getByText("Statement of medical necessity").click();
    page.waitForURL("**/letter.xhtml*");
    shows(page, "#stands", "each holds");
    accessible(page);

    // By keys alone: a new sentence after the last one, its words, its citation.
    Locator last = page.locator(".sentence .acts button:has-text('New sentence')").last();
    last.focus();
    page.keyboard().press("Enter");
    page.keyboard().type("The severe lumbar radiculopathy is documented.");
    shows(page, "#stands", "1 sentence to put right");
    shows(page, ".sentence.open .faults", "It cites nothing");
    PlaywrightAssertions.assertThat(page.locator("#said")).containsText("to put right");
    Locator cite = page.locator("#passages button").first();
    cite.focus();
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(page.locator("textarea:focus")).hasCount(1);
    shows(page, ".sentence.open .cites", "M54.16");
    shows(page, ".sentence.open .faults", "severe");
    accessible(page);
    CHROMIUM.picture(page, "letter");

    page.getByLabel("Your reason to keep sentence").locator("visible=true").fill("I examined her.");
    shows(page, "#stands", "Each sentence holds. Not saved yet");
    press(page, "Save");
    shows(page, "#versions", "Sam Whitfield");
    press(page, "What changed");
    shows(page, "#versions .changes", "Added: The severe lumbar radiculopathy");
    accessible(page);

    page.locator("#back").click();
    page.locator("#do-reset").click();
    shows(page, "#stands", "The template’s words");
    PlaywrightAssertions.assertThat(page.locator("#versions > li")).hasCount(2);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void aLetterThatDoesNotHoldIsTheNextThingToDo() {
    String request = cases.ready("72148", 1);
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("letter.xhtml?id=" + request + "&kind=necessity"));
    shows(page, "#stands", "each holds");
    page.locator("textarea").last().fill("She is in agony.");
    shows(page, "#stands", "1 sentence to put right");
    press(page, "Save");
    shows(page, "#versions", "1. Sam Whitfield");
    page.navigate(address("request.xhtml?id=" + request));
    shows(page, "#next", "Put the letter right");
    shows(page, "#letters", "To put right before it is sent");
    shows(page, "#timeline", "Wrote the statement, version 1");
    accessible(page);
  }

  @Test
  void anAppealIsWrittenBesideTheDenialOnANarrowScreenToo() {
    Sent sent = cases.send("97110", 20).await("DENIED");
    Page page = CHROMIUM.page();
    signIn(page, "sam");
    page.navigate(address("request.xhtml?id=" + sent.request()));
    page.getByText("Appeal letter").click();
    page.waitForURL("**/letter.xhtml*");
    shows(page, "#stands", "each holds");
    PlaywrightAssertions.assertThat(page.locator("#reasons mark").first()).isVisible();
    accessible(page);
    CHROMIUM.picture(page, "appeal-letter");
    page.setViewportSize(390, 844);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    accessible(page);

    signedInAgain(page, "rhea");
    page.navigate(address("letter.xhtml?id=" + sent.request() + "&kind=appeal"));
    shows(page, "#stands", "each holds");
    assertThat(page.locator("#save, .acts button, textarea:not([readonly])").count()).isZero();
  }

  private static void signedInAgain(Page page, String username) {
    page.context().clearCookies();
    signIn(page, username);
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
  }
}
