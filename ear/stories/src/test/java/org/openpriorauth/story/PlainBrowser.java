package org.openpriorauth.story;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser sends to the screens, without one: a cookie, forms, Ajax calls. It follows no
 * redirect and runs no script, so that what a door says is seen as it is.
 */
final class PlainBrowser {
  private static final String NONCE = Base64.getEncoder().encodeToString(new byte[32]);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]+)\"");
  private static final Pattern COOKIE = Pattern.compile("opa_session=([^;]+);.*");

  private final String secret;
  private final HttpClient client;
  private final String screens;

  private PlainBrowser(String secret, HttpClient client, String screens) {
    this.secret = secret;
    this.client = client;
    this.screens = screens;
  }

  /** What came back, with its bytes one by one as characters. */
  record Shown(int status, String body, HttpResponse<String> raw) {
    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    /** The state of the page's components, which every form of it hands back. */
    String state() {
      Matcher found = STATE.matcher(body);
      if (!found.find()) {
        throw new AssertionError("No view state in " + status + " " + body);
      }
      return found.group(1);
    }
  }

  /** Without a cookie if there is no secret. */
  static PlainBrowser with(String secret) {
    return new PlainBrowser(secret, CLIENT, Screens.address(""));
  }

  /**
   * Without a cookie, and by another way than most: where the server is too, and how it is spoken
   * to.
   */
  static PlainBrowser by(HttpClient client, String address) {
    return new PlainBrowser(null, client, address + "/app/");
  }

  static PlainBrowser signedIn(String username) {
    return signedIn(username, Api.password());
  }

  static PlainBrowser signedIn(String username, String password) {
    return signedIn(
        username, password, People.administrator(username) ? People.code(username) : "");
  }

  /**
   * @param code of an authenticator, or empty
   */
  static PlainBrowser signedIn(String username, String password, String code) {
    Shown signedIn = with(null).signIn(username, password, code);
    return signedIn.raw().headers().allValues("Set-Cookie").stream()
        .map(COOKIE::matcher)
        .filter(Matcher::matches)
        .map(cookie -> with(cookie.group(1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(username + " cannot sign in: " + signedIn));
  }

  /** Sends the form of the sign-in page. */
  Shown signIn(String username, String password, String code) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("signIn", "signIn");
    fields.put("signIn:username", username);
    fields.put("signIn:password", password);
    fields.put("signIn:code", code);
    fields.put("signIn:go", "signIn:go");
    fields.put("jakarta.faces.ViewState", get("sign-in.xhtml").state());
    return submit("sign-in.xhtml", fields);
  }

  String secret() {
    return secret;
  }

  void signOut() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("leave", "leave");
    fields.put("leave:signOut", "Sign out");
    fields.put("jakarta.faces.ViewState", get("queue.xhtml").state());
    Shown left = submit("queue.xhtml", fields);
    if (!left.header("Location").endsWith("/app/sign-in.xhtml")) {
      throw new AssertionError("Still signed in: " + left);
    }
  }

  Shown get(String place, String... headers) {
    return send(request(place, headers).GET());
  }

  Shown post(String place, byte[] body, String... headers) {
    return send(
        request(place, headers)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** A form as a browser encodes it, with the nonce that the page's script adds to each. */
  Shown submit(String place, Map<String, String> fields, String... headers) {
    Map<String, String> sent = new LinkedHashMap<>(fields);
    sent.put("primefaces.nonce", NONCE);
    String form =
        sent.entrySet().stream()
            .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(place, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String place, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(screens + place)).timeout(Duration.ofSeconds(30));
    if (secret != null) {
      request.header("Cookie", "opa_session=" + secret);
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Shown send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(
              request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
      return new Shown(answer.statusCode(), answer.body(), answer);
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
