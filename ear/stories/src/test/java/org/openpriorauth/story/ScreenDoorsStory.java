package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.story.PlainBrowser.Shown;

/**
 * The screens' doors for who has no good session, and for who has one of another clinic: nothing is
 * shown and nothing is stored.
 */
@Tag("security")
@Tag("hipaa")
@ExtendWith(Stack.class)
class ScreenDoorsStory {
  private static final String[] AJAX = {"Faces-Request", "partial/ajax", "X-Screen", "1"};
  private static final String[] PLAIN = {"X-Screen", "1"};
  private static final String SIGN_IN = "/app/sign-in.xhtml";

  private static ReadyCases cases;
  private static PlainBrowser sam;
  private static ScreenDeeds ours;
  private static Map<String, PlainBrowser> shutOut;

  @BeforeAll
  static void aCaseThatEverythingCanBeDoneWith() {
    Payer.forgetOrders();
    cases = new ReadyCases("SCREEN");
    sam = PlainBrowser.signedIn("sam");
    ours = ready();
    shutOut = new LinkedHashMap<>();
    shutOut.put("without a cookie", PlainBrowser.with(null));
    shutOut.put("made up", PlainBrowser.with("c".repeat(43)));
    shutOut.put("expired", expired());
    shutOut.put("signed out", signedOut());
    String token = Api.signIn("sam", Api.password()).text("refresh_token");
    shutOut.put("the secret of a session of tokens", PlainBrowser.with(token));
  }

  /** Faces sends a browser there when an act of the page broke: it must not say "not found". */
  @Test
  void whereABrokenActLeadsSaysThatItIsOurFault() {
    PlainBrowser.Shown page = sam.get("error.html");
    assertThat(page.status()).isEqualTo(500);
    assertThat(page.body()).contains("OPA-1010");
  }

  static Stream<String> shutOut() {
    return Stream.of(
        "without a cookie",
        "made up",
        "expired",
        "signed out",
        "the secret of a session of tokens");
  }

  @ParameterizedTest
  @MethodSource("shutOut")
  void withoutAGoodSessionNothingIsShownAndNothingStored(String session) {
    PlainBrowser who = shutOut.get(session);
    List<Long> before = Rows.ofConsequence();
    for (String place : everyPlace()) {
      shut(who.get(place), false);
      shut(who.get(place, AJAX), true);
      shut(who.submit(place, Map.of(), PLAIN), false);
      shut(who.submit(place, Map.of(), AJAX), true);
    }
    shut(ours.upload(who), false);
    ours.verdicts(who, "rejected").forEach(said -> shut(said, false));
    ours.pressEverything(who, ScreenDoorsStory::shut);
    assertThat(Rows.ofConsequence()).isEqualTo(before);
    assertThat(state(ours)).isEqualTo("READY");
  }

  @Test
  void thePagesThatAreOpenToEverybodyDoNothingElse() {
    PlainBrowser nobody = PlainBrowser.with(null);
    List<Long> before = Rows.ofConsequence();
    for (String open : List.of("sign-in.xhtml", "invitation.xhtml", "password.xhtml")) {
      for (String button : List.of("sending:go", "anew:again", "cancelling:end")) {
        tellsNothing(nobody.submit(open, ours.fields(button, false)));
        tellsNothing(nobody.submit(open, ours.fields(button, true), AJAX));
      }
    }
    assertThat(Rows.ofConsequence()).isEqualTo(before);
    assertThat(state(ours)).isEqualTo("READY");
  }

  /** The filter lets style sheets and the sign-in page pass, by their addresses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jakarta.faces.resource/../request.xhtml?id={request}",
        "jakarta.faces.resource/%2e%2e/request.xhtml?id={request}",
        "jakarta.faces.resource/..;/request.xhtml?id={request}",
        "jakarta.faces.resource/request.xhtml?id={request}",
        "jakarta.faces.resource/../packet-file?request={request}",
        "jakarta.faces.resource/%2e%2e/packet-file?request={request}",
        "sign-in.xhtml/../request.xhtml?id={request}",
        "sign-in.xhtml;/request.xhtml?id={request}",
        "sign-in.xhtml/%2e%2e/packet-file?request={request}",
        "/request.xhtml?id={request}",
        "request.xhtml;sign-in.xhtml?id={request}",
        "WEB-INF/parts/case.xhtml?id={request}",
        "jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF"
      })
  void noWayRoundLeadsIn(String place) {
    Shown shown = PlainBrowser.with(null).get(ours.at(place));
    tellsNothing(shown);
    assertThat(shown.status() == 200 && !shown.body().contains("<title>Sign in"))
        .as(place + " shows something: " + shown.body())
        .isFalse();
  }

  @Test
  void anotherClinicsIdsAreNotThere() {
    PlainBrowser rita = PlainBrowser.signedIn("rita");
    List<Long> before = Rows.ofConsequence();
    for (String place : ScreenDeeds.SHOWING) {
      if (place.contains("{")) {
        missing(rita.get(ours.at(place)), place);
        tellsNothing(rita.get(ours.at(place), AJAX));
      }
    }
    missing(ours.upload(rita), "upload");
    ours.verdicts(rita, "rejected").forEach(said -> missing(said, "verdict"));
    ours.pressEverything(
        rita,
        (shown, ajax) -> {
          tellsNothing(shown);
          assertThat(shown.header("Location")).isEmpty();
        });
    assertThat(Rows.ofConsequence()).isEqualTo(before);
    assertThat(state(ours)).isEqualTo("READY");
  }

  @Test
  void anotherSiteCannotUseTheSession() {
    long documents = documents(ours);
    byte[] note = "From elsewhere.".getBytes(StandardCharsets.UTF_8);
    assertThat(sam.post(ours.at("upload?request={request}"), note).status()).isEqualTo(403);
    assertThat(sam.submit("verdict", Map.of("document", ours.document())).status()).isEqualTo(403);
    assertThat(sam.submit("division", Map.of("document", ours.document())).status()).isEqualTo(403);
    assertThat(documents(ours)).isEqualTo(documents);
  }

  @Test
  void whoMayOnlyReadChangesNothing() {
    PlainBrowser rhea = PlainBrowser.signedIn("rhea");
    assertThat(rhea.get(ours.at("request.xhtml?id={request}")).status()).isEqualTo(200);
    long documents = documents(ours);
    assertThat(ours.upload(rhea).status()).isEqualTo(403);
    assertThat(ours.verdicts(rhea, "rejected")).allMatch(said -> said.status() == 403);
    ours.pressEverything(
        rhea,
        (shown, ajax) ->
            assertThat(shown.body())
                .as("done")
                .doesNotContain("once more", "Queued for", "is cancelled."));
    assertThat(documents(ours)).isEqualTo(documents);
    assertThat(state(ours)).isEqualTo("READY");
  }

  /** What is refused above is refused for the session's sake: here the same is done. */
  @Test
  void theSameDoorsOpenForWhoMay() {
    PlainBrowser ada = PlainBrowser.signedIn("ada");
    for (String place : ScreenDeeds.SHOWING) {
      if (place.equals("clinics.xhtml")) {
        // Of no practice's people: PermissionsStory opens it.
        continue;
      }
      PlainBrowser who =
          place.matches("(people|api-keys|language-model|audit|accesses|alerts|check).*")
              ? ada
              : sam;
      assertThat(who.get(ours.at(place)).status()).as(place).isEqualTo(200);
    }
    assertThat(sam.get(ours.at("request.xhtml?id={request}")).body()).contains("Jane Q. Sample");
    assertThat(sam.get(ours.at("packet-file?request={request}")).body()).startsWith("%PDF");
    assertThat(sam.get(ours.at("page-image?document={document}&page=1")).body())
        .startsWith("\u0089PNG");

    ScreenDeeds own = ready();
    assertThat(own.verdicts(sam, "accepted")).allMatch(said -> said.status() == 204);
    assertThat(own.again(sam).body()).contains("rules once more");
    cases.awaitPacket(own.request());
    ScreenDeeds now = ScreenDeeds.of(cases.staff(), sam, own.request());
    assertThat(now.send(sam).body()).contains("Queued for the payer");
    new Sent(cases.staff(), own.request(), submission(own)).await("APPROVED");

    ScreenDeeds other = ready();
    assertThat(other.upload(sam).status()).isEqualTo(202);
    read(other);
    assertThat(other.cancel(sam).body()).contains("The request is cancelled.");
    assertThat(state(other)).isEqualTo("CANCELLED");
  }

  private static ScreenDeeds ready() {
    return ScreenDeeds.of(cases.staff(), sam, cases.ready("97110", 6));
  }

  /** Until nothing moves the request any more. */
  private static void read(ScreenDeeds of) {
    Eventually.get(Duration.ofSeconds(60), () -> state(of), "REVIEW"::equals);
  }

  private static PlainBrowser expired() {
    PlainBrowser browser = PlainBrowser.signedIn("sam");
    assertThat(browser.get("queue.xhtml").status()).isEqualTo(200);
    Rows.change(
        "update user_session set expires_at = now() - interval '1 second'"
            + " where id = (select session_id from session_secret where hash = ?)",
        (Object) hash(browser.secret()));
    return browser;
  }

  private static PlainBrowser signedOut() {
    PlainBrowser browser = PlainBrowser.signedIn("sam");
    browser.signOut();
    return browser;
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> everyPlace() {
    return Stream.concat(ScreenDeeds.SHOWING.stream(), ScreenDeeds.TAKING.stream())
        .map(ours::at)
        .toList();
  }

  /** Sent to the sign-in page, each in the way that it understands. */
  private static void shut(Shown shown, boolean ajax) {
    tellsNothing(shown);
    if (ajax) {
      assertThat(shown.status()).isEqualTo(200);
      assertThat(shown.body())
          .matches(
              "\\Q<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                  + SIGN_IN
                  + "\\E[^\"<>]*\"/></partial-response>");
    } else {
      assertThat(shown.status()).isEqualTo(302);
      assertThat(shown.header("Location")).matches(".*" + Pattern.quote(SIGN_IN) + "(\\?next=.*)?");
    }
  }

  private static void missing(Shown shown, String place) {
    tellsNothing(shown);
    assertThat(shown.status()).as(place).isEqualTo(404);
  }

  private static void tellsNothing(Shown shown) {
    assertThat(shown.body())
        .doesNotContain(
            "Sample", "04/05/1971", "CH-2026", "M54.16", "\u0089PNG", "%PDF-", "<web-app");
  }

  private static String state(ScreenDeeds of) {
    return cases.staff().get("/api/v1/prior-authorizations/" + of.request()).text("state");
  }

  private static String submission(ScreenDeeds of) {
    return cases
        .staff()
        .get("/api/v1/prior-authorizations/" + of.request() + "/submissions")
        .body()
        .path("items")
        .path(0)
        .path("id")
        .asText();
  }

  private static long documents(ScreenDeeds of) {
    return Rows.count(
        "select count(*) from clinical_document where prior_authorization_id = ?",
        UUID.fromString(of.request()));
  }
}
