package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * People come in by their hospital's own sign-on, in a real browser, and nobody else by its way.
 */
@Tag("security")
@Tag("browser")
@ExtendWith(Stack.class)
@ThoroughOnEachServer
class SignOnScreensStory {
  private static final String ATTEMPT = "opa_sign_on";

  @RegisterExtension static final Chromium chromium = new Chromium();

  @BeforeAll
  static void theHospitalIsThere() {
    Hospital.start();
  }

  @Test
  void aPersonComesInByTheHospital() {
    Page page = chromium.page();
    page.navigate(Screens.address("account.xhtml"));
    Screens.accessible(page);
    chromium.picture(page, "sign-in-by-the-hospital");
    page.getByText("Sign in with Hudson Hospital").click();
    atTheHospital(page, "walt");
    page.waitForURL("**/account.xhtml");
    assertThat(page.locator("main")).containsText("Your hospital signs you on");
    Assertions.assertThat(page.locator("#change").count()).isZero();
    Screens.accessible(page);
    page.navigate(Screens.address("people.xhtml"));
    assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Walter Brandt")))
        .containsText("by the hospital's sign-on");
    Assertions.assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aPersonOfTheHospitalsDirectoryComesIn() {
    Page page = chromium.page();
    page.navigate(Screens.address("sign-in.xhtml"));
    page.getByText("Sign in with Hudson Hospital").click();
    atTheHospital(page, "dora");
    page.waitForURL("**/queue.xhtml");
    assertThat(page.locator("header")).containsText("Dora Haas");
  }

  @Test
  void aPersonOfAPartnerThatSpeaksSamlComesIn() {
    Page page = chromium.page();
    page.navigate(Screens.address("sign-in.xhtml"));
    page.getByText("Sign in with Hudson Hospital").click();
    page.getByText("Partner clinic").click();
    page.waitForURL("**/realms/partner/**");
    atTheHospital(page, "greta");
    page.waitForURL("**/queue.xhtml");
    assertThat(page.locator("header")).containsText("Greta Lund");
  }

  /** As who began by plain HTTP and comes back by TLS. */
  @Test
  void whoBeginsByAnotherNameOfOursGoesOnByThePublishedOne() {
    Hospital.employ("hugo", "hugo@hospital.example", "pa-nurses");
    Page page = chromium.page();
    page.navigate(Screens.address("sign-in.xhtml").replace("127.0.0.1", "localhost"));
    page.getByText("Sign in with Hudson Hospital").click();
    atTheHospital(page, "hugo");
    page.waitForURL(Screens.address("queue.xhtml"));
    // A proxy that hides its name is no reason to go round and round.
    APIResponse moved =
        page.request()
            .get(
                Screens.address("sign-on?moved=1").replace("127.0.0.1", "localhost"),
                RequestOptions.create().setMaxRedirects(0));
    Assertions.assertThat(moved.headers().get("location")).startsWith(Hospital.issuer());
  }

  @Test
  void whoIsSignedOutAtTheHospitalIsOutHere() {
    Hospital.employ("xena", "xena@hospital.example", "pa-nurses");
    Page page = chromium.page();
    page.navigate(Screens.address("sign-in.xhtml"));
    page.getByText("Sign in with Hudson Hospital").click();
    atTheHospital(page, "xena");
    page.waitForURL("**/queue.xhtml");
    Assertions.assertThat(SignOuts.next(() -> Hospital.signOut("xena")).status()).isEqualTo(200);
    page.navigate(Screens.address("queue.xhtml"));
    page.waitForURL("**/sign-in.xhtml");
  }

  @Test
  void whoSignsOutHereSignsOutAtTheHospitalToo() {
    Page page = chromium.page();
    page.navigate(Screens.address("sign-in.xhtml"));
    page.getByText("Sign in with Hudson Hospital").click();
    atTheHospital(page, "nina");
    page.waitForURL("**/queue.xhtml");
    page.getByText("Sign out").click();
    page.locator("#kc-logout").click();
    page.waitForURL("**/sign-in.xhtml*");
    page.getByText("Sign in with Hudson Hospital").click();
    assertThat(page.locator("#password")).isVisible();
    Assertions.assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void whoHasNoRoleReadsWhy() {
    Page page = chromium.page();
    page.navigate(Screens.address("sign-in.xhtml"));
    page.getByText("Sign in with Hudson Hospital").click();
    atTheHospital(page, "cook");
    page.waitForURL("**/sign-in.xhtml?refused=OPA-1153");
    assertThat(page.locator(".note.bad")).containsText("no role here");
    Screens.accessible(page);
  }

  @Test
  void aCodeOpensNothingInAnotherBrowser() {
    Page page = chromium.page();
    String back = stopped(page, "nina");
    Assertions.assertThat(page.url()).contains("refused=OPA-1152");
    // Somebody else's browser, with an attempt of its own: the code is not for it.
    page.request().get(Screens.address("sign-on"), RequestOptions.create().setMaxRedirects(0));
    Assertions.assertThat(named(page, ATTEMPT)).isPresent();
    page.navigate(back);
    Assertions.assertThat(page.url()).contains("refused=OPA-1152");
    Assertions.assertThat(named(page, "opa_session")).isEmpty();
    // The attempt is spent.
    Assertions.assertThat(named(page, ATTEMPT)).isEmpty();
  }

  @Test
  void whileTheHospitalIsAwayThePageSaysSo() {
    Page page = chromium.page();
    String back = stopped(page, "nina");
    Hospital.stop();
    try {
      page.context().addCookies(List.of(kept));
      page.navigate(back);
      Assertions.assertThat(page.url()).contains("refused=OPA-1151");
      assertThat(page.locator(".note.bad")).containsText("Try again in a minute");
    } finally {
      Hospital.start();
    }
  }

  private static Cookie kept;

  /** Signs on there, with what shows that it is the same browser taken away meanwhile. */
  private static String stopped(Page page, String username) {
    page.navigate(Screens.address("sign-in.xhtml"));
    page.getByText("Sign in with Hudson Hospital").click();
    page.locator("#username").fill(username);
    page.locator("#password").fill(Hospital.PASSWORD);
    kept = named(page, ATTEMPT).orElseThrow();
    Assertions.assertThat(kept.httpOnly).isTrue();
    page.context().clearCookies(new ClearCookiesOptions().setName(ATTEMPT));
    Request asked =
        page.waitForRequest(
            request -> request.url().contains("/app/sign-on-back"),
            () -> page.locator("#kc-login").click());
    page.waitForURL("**/sign-in.xhtml?refused=**");
    return asked.url();
  }

  private static void atTheHospital(Page page, String username) {
    page.locator("#username").fill(username);
    page.locator("#password").fill(Hospital.PASSWORD);
    page.locator("#kc-login").click();
  }

  private static Optional<Cookie> named(Page page, String name) {
    return page.context().cookies().stream()
        .filter(c -> c.name.equals(name) && !c.value.isEmpty())
        .findFirst();
  }
}
