package org.openpriorauth.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.keys.KeyServer;
import org.openpriorauth.keys.MasterKeyException;

/** Whose certificates count, and which way out is taken. */
class OutwardTest {
  private static final Optional<String> NONE = Optional.empty();

  @TempDir static Path directory;
  private static PrivateAuthority authority;

  private HttpsServer server;

  @BeforeAll
  static void anAuthority() {
    authority = new PrivateAuthority(directory);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void aServerUnderTheSitesOwnAuthorityIsTrusted() throws IOException {
    String address = serve("ip:127.0.0.1");
    assertThat(ask(authority.trusted(NONE, NONE), address)).isEqualTo("here");
    Outward bare = Outward.of(NONE, NONE, NONE);
    assertThatThrownBy(() -> ask(bare, address)).isInstanceOf(MasterKeyException.class);
  }

  @Test
  void itsNameMustBeInItsCertificate() throws IOException {
    String address = serve("dns:vault.hospital.example");
    Outward outward = authority.trusted(NONE, NONE);
    assertThatThrownBy(() -> ask(outward, address)).isInstanceOf(MasterKeyException.class);
  }

  @Test
  void theJdksAuthoritiesCountAsWell() {
    int known = Outward.of(NONE, NONE, NONE).trust().getAcceptedIssuers().length;
    assertThat(known).isGreaterThan(20);
    assertThat(authority.trusted(NONE, NONE).trust().getAcceptedIssuers()).hasSize(known + 1);
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.pem"));
    for (String file : new String[] {"no-such-file.pem", empty.toString()}) {
      assertThatThrownBy(() -> Outward.of(Optional.of(file), NONE, NONE))
          .hasMessageContaining("openpriorauth.outbound.authorities");
    }
  }

  @Test
  void theWayOutIsTheSitesProxy() throws IOException {
    String address = serve("dns:vault.hospital.example");
    int port = URI.create(address).getPort();
    try (RecordingProxy proxy = new RecordingProxy(port)) {
      Outward outward = authority.trusted(Optional.of(proxy.address()), NONE);
      String named = "https://vault.hospital.example:8200/";
      assertThat(ask(outward, named)).isEqualTo("here");
      assertThat(proxy.asked()).containsExactly("CONNECT vault.hospital.example:8200 HTTP/1.1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://vault.hospital.example, true",
    "https://kms.us-east-1.amazonaws.com, true",
    "https://mail.inside.example, false",
    "https://a.b.inside.example, false",
    "https://inside.example, true",
    "https://gateway.example, false",
    "https://GATEWAY.example, false",
    "http://127.0.0.1:8200, false",
    "http://localhost, false",
    "http://[::1]:1, false",
    "http://169.254.169.254/latest, false",
  })
  void whatIsExceptedIsCalledDirectly(String address, boolean through) {
    Outward outward =
        Outward.of(
            NONE,
            Optional.of("proxy.hospital.example:3128"),
            Optional.of("gateway.example, .inside.example"));
    URI uri = URI.create(address);
    assertThat(outward.proxyOf(uri).isPresent()).isEqualTo(through);
    assertThat(outward.proxies().select(uri).get(0).type())
        .isEqualTo(through ? Proxy.Type.HTTP : Proxy.Type.DIRECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy", "proxy:0", "proxy:99999", "a@proxy:3128", "p:1/x", "pro xy:3"})
  void whatIsNoProxyIsNamed(String proxy) {
    assertThatThrownBy(() -> Outward.of(NONE, Optional.of(proxy), NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("openpriorauth.outbound.proxy");
  }

  private static String ask(Outward outward, String address) {
    return new KeyServer(Duration.ofSeconds(3), outward)
        .ask("the test", () -> HttpRequest.newBuilder(URI.create(address)), answer -> false)
        .body();
  }

  private String serve(String names) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.server(names)));
    server.createContext("/", OutwardTest::answer);
    server.start();
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private static void answer(HttpExchange call) throws IOException {
    byte[] here = {'h', 'e', 'r', 'e'};
    call.sendResponseHeaders(200, here.length);
    call.getResponseBody().write(here);
    call.close();
  }
}
