package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A link or a form of somebody else's does nothing in a person's name. */
@Tag("security")
@ExtendWith(Stack.class)
class ForgeryStory {
  private static final String VIEW_STATE = "jakarta.faces.ViewState";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aLinkWithAViewStateIsNoPost() throws Exception {
    String link = "sign-in.xhtml?" + VIEW_STATE + "=" + state() + "&signIn=signIn";
    assertThat(client.send(to(link).build(), BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  @Test
  void aFormOnAnotherSiteIsTurnedAway() throws Exception {
    String form = VIEW_STATE + "=" + state() + "&signIn=signIn";
    assertThat(post(form, "Origin", "https://evil.example")).isEqualTo(403);
    assertThat(post(form, "Origin", "null")).isEqualTo(403);
    assertThat(post(form, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(post(form, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(post(form, "Origin", Stack.system().settings().address())).isEqualTo(200);
    assertThat(post(form, "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
  }

  @Test
  void aFormWithoutThePagesNonceIsNoFormOfOurs() throws Exception {
    String form = VIEW_STATE + "=" + state() + "&signIn=signIn";
    String without = form.replaceAll("&primefaces.nonce=[^&]*", "");
    assertThat(without).isNotEqualTo(form);
    for (String bad : new String[] {"", "&primefaces.nonce=", "&primefaces.nonce=%27%3Bevil"}) {
      assertThat(post(without + bad, "Sec-Fetch-Site", "same-origin")).isEqualTo(400);
    }
    assertThat(post(form + "&primefaces.nonce=YQ%3D%3D", "Sec-Fetch-Site", "same-origin"))
        .isEqualTo(400);
  }

  @Test
  void aHugeFormIsNotTakenApart() throws Exception {
    String form = VIEW_STATE + "=" + "x".repeat(600 * 1024);
    assertThat(post(form, "Sec-Fetch-Site", "same-origin")).isEqualTo(413);
  }

  @Test
  void onlyReadingAndPostingExist() throws Exception {
    HttpRequest put = to("sign-in.xhtml").PUT(BodyPublishers.ofString("x")).build();
    assertThat(client.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  private int post(String form, String header, String value) throws Exception {
    HttpRequest request =
        to("sign-in.xhtml")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(header, value)
            .POST(BodyPublishers.ofString(form))
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  /** As any visitor gets one, ready to be put into a form. */
  private String state() throws Exception {
    HttpResponse<String> page = client.send(to("sign-in.xhtml").build(), BodyHandlers.ofString());
    Matcher state =
        Pattern.compile("name=\"" + VIEW_STATE + "\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
    assertThat(state.find()).isTrue();
    Matcher nonce =
        Pattern.compile("'nonce-([^']+)'")
            .matcher(page.headers().firstValue("Content-Security-Policy").orElse(""));
    assertThat(nonce.find()).isTrue();
    return encoded(state.group(1)) + "&primefaces.nonce=" + encoded(nonce.group(1));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static HttpRequest.Builder to(String place) {
    return HttpRequest.newBuilder(URI.create(Screens.address(place)));
  }
}
