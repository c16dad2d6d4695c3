package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.story.PlainBrowser.Shown;

/** A site without a proxy has TLS at the server itself, by a listener that is ours alone. */
@Tag("security")
@ThoroughOnEachServer
@ExtendWith(Stack.class)
class TlsStory {
  private static final int ECDHE_GCM = 0xc02f;
  private static final int ECDHE_GCM_256 = 0xc030;
  private static final int ECDHE_CBC_SHA256 = 0xc027;
  private static final int ECDHE_CBC_SHA1 = 0xc013;
  private static final int RSA_GCM = 0x009c;
  private static final int RSA_CBC_SHA256 = 0x003c;
  private static final Pattern SECURE = Pattern.compile("; secure(;|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE = Pattern.compile(" [\\w.-]+=\"[^\"]*\"");
  private static final String YEAR = "max-age=31536000";

  private static Authority authority;
  private static SSLContext client;
  private static Certificate certificate;
  private static List<String> before;

  @BeforeAll
  static void theSiteRunsTheScript() throws IOException, GeneralSecurityException {
    authority = new Authority(Path.of(System.getProperty("stories.home")).resolve("authority"));
    client = authority.trusted();
    before = configuration();
    certificate = certified();
    OwnListener.install();
    Eventually.get(Duration.ofSeconds(30), OwnListener::listens, open -> open);
  }

  private static Certificate certified() throws IOException, GeneralSecurityException {
    Authority.Issued issued = authority.issue("ip:127.0.0.1,dns:localhost");
    OwnListener.certified(issued);
    return issued.certificate();
  }

  private static List<String> configuration() throws IOException {
    return Files.readAllLines(Stack.system().server().configuration());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void itSpeaksTheTwoVersionsThatAreSoundAndShowsTheSitesCertificate(String version)
      throws IOException, GeneralSecurityException {
    try (SSLSocket socket = OwnListener.connected(authority.trusted(), version)) {
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
      assertThat(socket.getSession().getCipherSuite())
          .matches("TLS_(ECDHE_RSA_WITH_)?AES_256_GCM_SHA384");
      assertThat(socket.getSession().getPeerCertificates()[0]).isEqualTo(certificate);
    }
  }

  @Test
  void itRefusesWhatIsOldOrWeak() throws IOException {
    ClientHello.Answer sound = said(ClientHello.TLS_1_2, ECDHE_CBC_SHA256, RSA_GCM, ECDHE_GCM);
    assertThat(sound).isEqualTo(new ClientHello.Answer(ClientHello.TLS_1_2, ECDHE_GCM));
    // Payara lets the client choose among those that are sound.
    assertThat(said(ClientHello.TLS_1_2, ECDHE_GCM, ECDHE_GCM_256).suite())
        .isEqualTo(Stack.PAYARA ? ECDHE_GCM : ECDHE_GCM_256);
    assertThat(said(ClientHello.TLS_1_1, ECDHE_CBC_SHA1, ECDHE_GCM).refused()).isTrue();
    assertThat(said(ClientHello.TLS_1_0, ECDHE_CBC_SHA1, ECDHE_GCM).refused()).isTrue();
    for (int weak : new int[] {ECDHE_CBC_SHA256, ECDHE_CBC_SHA1, RSA_GCM, RSA_CBC_SHA256}) {
      assertThat(said(ClientHello.TLS_1_2, weak).refused()).as("suite %x", weak).isTrue();
    }
  }

  private static ClientHello.Answer said(int version, int... suites) throws IOException {
    return ClientHello.to(OwnListener.port(), version, suites);
  }

  /** A client that asks for new keys again and again would keep the server busy. */
  @Test
  void aClientCannotStartTheHandshakeAnew() throws IOException {
    try (SSLSocket socket = OwnListener.connected(client, "TLSv1.2")) {
      socket.startHandshake();
      // A server that takes it says nothing more: the reading would end by its time-out.
      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void peopleAndProgramsSignInByItAndEveryCookieStaysOnIt() throws Exception {
    HttpResponse<String> signedIn = signIn();
    assertThat(signedIn.statusCode()).isEqualTo(200);
    assertThat(signedIn.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(signedIn.headers().allValues("Strict-Transport-Security")).containsExactly(YEAR);
    PlainBrowser browser = PlainBrowser.by(http(), OwnListener.address());
    Shown form = browser.get("sign-in.xhtml");
    Shown page = browser.signIn("sam", Api.password(), "");
    assertThat(page.header("Strict-Transport-Security")).isEqualTo(YEAR);
    assertThat(cookies(form)).anyMatch(cookie -> cookie.startsWith("opa_view="));
    assertThat(cookies(page)).anyMatch(cookie -> cookie.startsWith("__Secure-opa_session="));
    assertThat(Stream.of(form, page).flatMap(shown -> cookies(shown).stream()))
        .allMatch(cookie -> SECURE.matcher(cookie).find());
  }

  private static List<String> cookies(Shown shown) {
    return shown.raw().headers().allValues("Set-Cookie");
  }

  private static HttpResponse<String> signIn() throws IOException, InterruptedException {
    String credentials =
        Api.JSON
            .createObjectNode()
            .put("username", "sam")
            .put("password", Api.password())
            .toString();
    return http()
        .send(
            HttpRequest.newBuilder(URI.create(OwnListener.address() + "/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(credentials))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static HttpClient http() {
    return HttpClient.newBuilder().sslContext(client).build();
  }

  /**
   * A guest on the site's server: what was there is there, line by line, and so is its listener.
   */
  @Test
  void whatIsTheSitesStaysAndASecondRunChangesNothing() throws IOException {
    List<String> once = configuration();
    assertThat(once.size()).isGreaterThan(before.size());
    assertThat(once.stream().map(TlsStory::withoutOurs).toList())
        .containsSubsequence(before.stream().map(TlsStory::withoutOurs).toList());
    assertThat(String.join("", once))
        .doesNotContain(OwnListener.settings().get("OPENPRIORAUTH_TLS_PASSWORD"));
    OwnListener.install();
    assertThat(configuration()).isEqualTo(once);
    assertThat(Api.signIn("sam", Api.password()).header("Strict-Transport-Security")).isEmpty();
    assertThat(cookies(PlainBrowser.with(null).get("sign-in.xhtml")))
        .isNotEmpty()
        .noneMatch(cookie -> SECURE.matcher(cookie).find());
  }

  /**
   * On Payara the site's virtual server lists all listeners in one line, and a line's attributes
   * come in another order after the server was started again.
   */
  private static String withoutOurs(String line) {
    String theirs = line.replace(",openpriorauth\"", "\"");
    return ATTRIBUTE.matcher(theirs).replaceAll("").strip()
        + ATTRIBUTE.matcher(theirs).results().map(MatchResult::group).sorted().toList();
  }

  @Test
  void aRenewedCertificateIsTakenOverWhileTheServerRuns()
      throws IOException, GeneralSecurityException {
    long process = Stack.system().server().pid();
    certificate = certified();
    OwnListener.renewed();
    Eventually.get(Duration.ofSeconds(30), OwnListener::listens, open -> open);
    assertThat(OwnListener.shown(authority.trusted())).isEqualTo(certificate);
    assertThat(Stack.system().server().pid()).isEqualTo(process);
  }
}
