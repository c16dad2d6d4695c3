package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.assertj.core.api.Assertions;

/** What every story in front of a screen does. */
final class Screens {
  private Screens() {}

  static String address(String place) {
    return Stack.system().settings().address() + "/app/" + place;
  }

  static void signIn(Page page, String username) {
    // First, because it may still have to set the second factor up.
    String code = People.administrator(username) ? People.code(username) : "";
    page.navigate(address("sign-in.xhtml"));
    page.getByLabel("User name or e-mail").fill(username);
    page.getByLabel("Password").fill(Api.password());
    page.keyboard().press("Enter");
    if (!code.isEmpty()) {
      page.getByLabel("Code from your authenticator").fill(code);
      // Not by Enter: while the answer before is being drawn, the button is off, and Enter is lost.
      page.locator("#signIn\\:go").click();
    }
    page.waitForURL("**/queue.xhtml");
  }

  /** Presses a button by the keyboard, once it can be: Enter on one that is off is lost. */
  static void enter(Page page, String button) {
    assertThat(page.locator(button)).isEnabled();
    page.locator(button).focus();
    page.keyboard().press("Enter");
  }

  /** Waits for words that arrive without a reload. */
  static void shows(Page page, String selector, String words) {
    assertThat(page.locator(selector).first())
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
  }

  static void accessible(Page page) {
    List<String> found =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .map(v -> v.getId() + ": " + v.getHelp() + " " + v.getNodes())
                .toList();
    Assertions.assertThat(found).as("axe on " + page.url()).isEmpty();
  }
}
