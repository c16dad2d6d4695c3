package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen at 200 % and on a telephone: nothing stands outside, and axe finds nothing. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class ZoomStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** What reaches beyond the right edge without scrolling inside a part that may scroll. */
  private static final String OUTSIDE =
      """
      () => document.documentElement.scrollWidth <= innerWidth ? ''
        : [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.outerHTML.slice(0, 120)).slice(0, 3).join('\\n') || 'the page is too wide'
      """;

  private static String request;
  private static String document;

  @ParameterizedTest
  @CsvSource({"640, 400, 2, LIGHT", "390, 844, 1, LIGHT", "640, 400, 2, DARK", "320, 640, 1, DARK"})
  void nothingIsCutOffAndNothingScrollsSideways(
      int width, int height, double zoom, ColorScheme scheme) {
    aReadyCase();
    Page page = CHROMIUM.page(width, height, zoom);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    String name = "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
    page.navigate(address("sign-in.xhtml?ended=1&next=request.xhtml%3Fid%3D" + request));
    fits(page, "sign-in" + name);
    signIn(page, "dr.okafor");
    fits(page, "queue" + name);
    page.navigate(address("request.xhtml?id=" + request));
    fits(page, "request" + name);
    page.getByText("Cancel this request…").click();
    fits(page, "cancel" + name);
    page.navigate(address("review.xhtml?document=" + document));
    fits(page, "review" + name);
    page.navigate(address("packet.xhtml?id=" + request));
    fits(page, "packet" + name);
    page.locator("[data-open=send]").click();
    fits(page, "send" + name);
    page.navigate(address("account.xhtml"));
    fits(page, "account" + name);
    page.navigate(address("nothing-here.xhtml"));
    fits(page, "error" + name);
  }

  private static void aReadyCase() {
    if (request == null) {
      request = new ReadyCases("ZOOM").ready("72148", 1);
      document =
          Api.as("sam")
              .get("/api/v1/prior-authorizations/" + request + "/documents")
              .body()
              .path("items")
              .path(0)
              .path("id")
              .asText();
    }
  }

  private static void fits(Page page, String name) {
    assertThat(page.evaluate(OUTSIDE)).as(name).isEqualTo("");
    accessible(page);
    CHROMIUM.picture(page, name);
  }
}
