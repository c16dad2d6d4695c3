package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The main job with a keyboard and nothing else: no mouse, and no script that puts the focus where
 * a person could not. At every stop the focus must be seen.
 */
@Tag("browser")
@ExtendWith(Stack.class)
class KeyboardStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final int MOST_STOPS = 80;

  /** Says what has the focus if nothing shows it; a file input shows it on its label. */
  private static final String UNSEEN =
      """
      () => {
        const stop = document.activeElement;
        if (!stop || stop === document.body || stop === document.documentElement) return '';
        const box = stop.getBoundingClientRect();
        const shown = box.width > 4 && box.height > 4 ? stop : stop.labels?.[0] || stop;
        const style = getComputedStyle(shown);
        const place = shown.getBoundingClientRect();
        const inSight = place.bottom > 0 && place.top < innerHeight;
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        return inSight && (ring || style.boxShadow !== 'none') ? '' : stop.outerHTML.slice(0, 200);
      }
      """;

  private static final String NOTE =
      """
      Progress note
      Patient: Jane Q. Sample
      DOB: 04/05/1971
      Date of visit: 11/02/2026

      Assessment: Lumbar radiculopathy (M54.16).
      """;

  private Page page;

  @Test
  void fromSignInToSentByKeysAlone() {
    ReadyCases cases = new ReadyCases("KEYS");
    String request = cases.draft(ReadyCases.Wanted.of("72148", 1));
    page = CHROMIUM.page();
    page.setViewportSize(1366, 768);
    signIn();

    tabTo("a[href*='" + request + "'].plain");
    press("Enter");
    page.waitForURL("**/request.xhtml?id=" + request);
    chooseAFile();
    shows(page, "#case", "Ready to send");

    review(request);
    shows(page, "#next", "Look at the packet and send");
    tabTo("#next a");
    press("Enter");
    page.waitForURL("**/packet.xhtml*");
    tabTo(".sheets a");
    shiftTabTo("[data-open=send]");
    press("Space");
    PlaywrightAssertions.assertThat(page.locator("dialog#send")).isVisible();
    press("Escape");
    PlaywrightAssertions.assertThat(page.locator("dialog#send")).not().isVisible();
    assertThat(on("[data-open=send]")).as("back on the button that opened it").isTrue();
    press("Enter");
    tabTo("#sending\\:go");
    press("Enter");
    page.waitForURL("**/request.xhtml?id=*&done=sent");
    shows(page, "#told", "Queued for the payer");
    shows(page, "#timeline", "The payer has it");
    new Sent(cases.staff(), request, submission(request)).onceAtThePayer();
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private void signIn() {
    page.navigate(address("sign-in.xhtml"));
    press("Tab");
    assertThat(on(".skip")).as("the first stop skips to the content").isTrue();
    tabTo("[autocomplete=username]");
    page.keyboard().type("sam");
    tabTo("[type=password]");
    page.keyboard().type(Api.password());
    tabTo("#signIn button");
    press("Space");
    page.waitForURL("**/queue.xhtml");
    tabTo("#state");
    press("ArrowDown");
    page.waitForURL("**/queue.xhtml?show=ours");
  }

  private void chooseAFile() {
    tabTo("#files");
    FileChooser chooser = page.waitForFileChooser(() -> press("Space"));
    assertThat(chooser.isMultiple()).isTrue();
    chooser.setFiles(
        new FilePayload("note.txt", "text/plain", NOTE.getBytes(StandardCharsets.UTF_8)));
    shows(page, "#chart", "note.txt");
  }

  /** Criteria, the quote's place on the page, one field accepted and one changed, and back. */
  private void review(String request) {
    tabTo("#criteria .quotes a");
    press("Enter");
    page.waitForURL("**/review.xhtml*");
    PlaywrightAssertions.assertThat(page.locator(".field-row.here")).hasCount(1);
    String first = here();
    press("a");
    shows(page, "#" + first, "Accepted");
    press("j");
    page.waitForCondition(() -> !here().equals(first));
    seen();
    press("k");
    page.waitForCondition(() -> here().equals(first));
    press("c");
    PlaywrightAssertions.assertThat(page.locator("#" + first + " input[name=value]")).isFocused();
    seen();
    press("Escape");
    assertThat(on(".pick")).isTrue();
    tabTo("#" + first + " [data-change]");
    press("Enter");
    press("Tab");
    assertThat(on("[name=reason]")).isTrue();
    page.keyboard().type("As it stands on the page.");
    press("Enter");
    shows(page, "#" + first, "Changed");
    shiftTabTo(".paper");
    press("ArrowDown");
    shiftTabTo(".back a");
    press("Enter");
    page.waitForURL("**/request.xhtml?id=" + request);
  }

  private String here() {
    return (String) page.evaluate("() => document.querySelector('.field-row.here')?.id || ''");
  }

  private boolean on(String stop) {
    return (Boolean) page.evaluate("stop => document.activeElement.matches(stop)", stop);
  }

  private void press(String key) {
    page.keyboard().press(key);
  }

  private void tabTo(String stop) {
    walk("Tab", stop);
  }

  private void shiftTabTo(String stop) {
    walk("Shift+Tab", stop);
  }

  private void walk(String key, String stop) {
    for (int i = 0; i < MOST_STOPS; i++) {
      press(key);
      seen();
      if (on(stop)) {
        return;
      }
    }
    throw new AssertionError(key + " does not reach " + stop + " on " + page.url());
  }

  private void seen() {
    assertThat(page.evaluate(UNSEEN)).as("focus unseen on " + page.url()).isEqualTo("");
  }

  private static String submission(String request) {
    return Rows.texts(
            "select id from submission where prior_authorization_id = ?",
            java.util.UUID.fromString(request))
        .get(0);
  }
}
