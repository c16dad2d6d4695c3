package org.openpriorauth.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.openpriorauth.story.Screens.accessible;
import static org.openpriorauth.story.Screens.address;
import static org.openpriorauth.story.Screens.shows;
import static org.openpriorauth.story.Screens.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openpriorauth.identity.Totp;

/** A practice registers, and its page: payers, providers, networks, what it says of itself. */
@Tag("browser")
@ExtendWith(Stack.class)
@Thorough
class PracticeScreensStory {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void aPracticeRegistersItselfOnItsPage() {
    String name = Newcomer.fresh();
    Page page = CHROMIUM.page();
    page.navigate(address("sign-in.xhtml"));
    page.getByText("Register a practice").click();
    page.waitForURL("**/register.xhtml");
    practice(page, "High Desert Imaging");
    page.getByLabel("Your name").fill("Nora Vance");
    page.getByLabel("Your e-mail").fill(name + "@example.net");
    page.getByLabel("User name").fill(name);
    page.getByLabel("Password").fill(Newcomer.PASSWORD);
    page.getByLabel("ZIP code").fill("898");
    press(page, "Register");
    shows(page, "#told", "five digits");
    accessible(page);
    page.getByLabel("ZIP code").fill("89801");
    page.getByLabel("Password").fill(Newcomer.PASSWORD);
    press(page, "Register");
    page.waitForURL("**/sign-in.xhtml?from=registration");
    shows(page, "main", "Your practice is registered");
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void theInstallationsAdministratorRegistersAnother() {
    Newcomer pat = Practices.administrator();
    byte[] secret =
        pat.enrol(
            Api.withToken(Api.signIn(pat.username(), Newcomer.PASSWORD).text("access_token")));
    String email = Newcomer.fresh() + "@example.net";
    Page page = CHROMIUM.page();
    page.navigate(address("sign-in.xhtml"));
    page.getByLabel("User name or e-mail").fill(pat.username());
    page.getByLabel("Password").fill(Newcomer.PASSWORD);
    page.keyboard().press("Enter");
    page.getByLabel("Code from your authenticator")
        .fill(Totp.code(secret, Totp.step(Instant.now()) + 1));
    // A click waits until the first answer has given the button back.
    press(page, "Sign in");
    page.waitForURL("**/clinics.xhtml");
    practice(page, "Ruby Valley Pediatrics");
    page.getByLabel("E-mail of its first administrator").fill(email);
    press(page, "Register and invite");
    shows(page, "#told", "Ruby Valley Pediatrics is registered");
    Locator row =
        page.locator("#practices tr", new Page.LocatorOptions().setHasText("Ruby Valley"));
    assertThat(row).containsText("invited, not there yet");
    accessible(page);
    CHROMIUM.picture(page, "practices");
    row.getByRole(AriaRole.BUTTON).click();
    page.locator("dialog#administrator input[type=email]").fill("second-" + email);
    accessible(page);
    press(page, "Send the invitation");
    shows(page, "#told", "The invitation to second-" + email + " is on its way");
    page.setViewportSize(390, 844);
    Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void payersProvidersAndTheirNetworks() {
    Page page = CHROMIUM.page();
    signIn(page, "rita");
    page.locator("nav").getByText("Practice").click();
    page.waitForURL("**/clinic.xhtml");
    String code = "R" + Newcomer.fresh().toUpperCase(java.util.Locale.ROOT);
    payer(page, code);
    provider(page);
    Locator row = page.locator("#providers tr", new Page.LocatorOptions().setHasText("Thorvald"));
    row.getByText("Network…").click();
    page.locator("#networkPayer").selectOption("Ruby Mutual " + code);
    page.locator("#status").selectOption("out_of_network");
    accessible(page);
    press(page, "Note the network");
    shows(page, "#told", "The network is noted");
    assertThat(row).containsText("Ruby Mutual " + code + ": outside");
    accessible(page);
    CHROMIUM.picture(page, "practice");

    page.getByLabel("Street and number").fill("7 Silver Street");
    press(page, "Save");
    shows(page, "#told", "Saved; the next packet says so");
    page.setViewportSize(390, 844);
    Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    Assertions.assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private static void payer(Page page, String code) {
    press(page, "Add a payer…");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
        .fill("Ruby Mutual " + code);
    page.getByLabel("Payer id, as on claims").fill(code);
    page.getByLabel("CMS-0057-F binds it").check();
    page.getByLabel("Hours to a decision, routine").fill("336");
    accessible(page);
    press(page, "Save the payer");
    shows(page, "#told", "1 to 168 hours where CMS-0057-F binds the payer");
    press(page, "Add a payer…");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
        .fill("Ruby Mutual " + code);
    page.getByLabel("Payer id, as on claims").fill(code);
    press(page, "Save the payer");
    shows(page, "#told", "Ruby Mutual " + code + " is saved");
    assertThat(page.locator("#payers")).containsText(code);
  }

  private static void provider(Page page) {
    press(page, "Add a provider…");
    page.getByLabel("Given name").fill("Imke");
    page.getByLabel("Family name").fill("Thorvald");
    page.getByLabel("NPI").first().fill("1073516928");
    press(page, "Save the provider");
    shows(page, "#told", "Imke Thorvald is saved");
  }

  private static void practice(Page page, String name) {
    page.getByLabel("Name of the practice").fill(name);
    page.getByLabel("NPI").fill("1003000126");
    page.getByLabel("Tax id").fill("98-7654321");
    page.getByLabel("Street and number").fill("12 Juniper Street");
    page.getByLabel("City").fill("Elko");
    page.getByLabel("State").fill("nv");
    page.getByLabel("ZIP code").fill("89801");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
