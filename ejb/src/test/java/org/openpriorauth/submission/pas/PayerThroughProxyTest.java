package org.openpriorauth.submission.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.network.Outbound;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.outward.PrivateAuthority;
import org.openpriorauth.outward.RecordingProxy;
import org.openpriorauth.payer.ChannelService.Door;

/** A payer under a site's own authority, behind a site's own proxy. */
class PayerThroughProxyTest {
  private static final Optional<String> NONE = Optional.empty();

  @TempDir static Path directory;

  private PrivateAuthority authority;
  private HttpsServer payer;

  @BeforeEach
  void open() throws Exception {
    authority = new PrivateAuthority(directory);
    payer = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    payer.setHttpsConfigurator(new HttpsConfigurator(authority.server("dns:payer.example")));
    payer.createContext(
        "/",
        call -> {
          call.sendResponseHeaders(200, 2);
          call.getResponseBody().write(new byte[] {'{', '}'});
          call.close();
        });
    payer.start();
  }

  @AfterEach
  void close() {
    payer.stop(0);
  }

  @Test
  void theProxyIsAskedAndTheCertificateLookedAt() throws Exception {
    try (RecordingProxy proxy = new RecordingProxy(payer.getAddress().getPort())) {
      Optional<String> address = Optional.of(proxy.address());
      Outward outward = authority.trusted(address, NONE);
      assertThat(submit(outward, "https://payer.example"))
          .isEqualTo(new PasHttp.Answer(200, "{}", null));
      assertThat(proxy.asked()).containsExactly("CONNECT payer.example:443 HTTP/1.1");
      assertThat(submit(outward, "https://another.example"))
          .as("its certificate names somebody else")
          .isInstanceOf(PasHttp.NotConnected.class);
      assertThat(submit(Outward.of(NONE, address, NONE), "https://payer.example"))
          .as("nobody named the authority")
          .isInstanceOf(PasHttp.NotConnected.class);
    }
  }

  private static Object submit(Outward outward, String address) {
    PasHttp http = new PasHttp();
    http.connectSeconds = 5;
    http.answerSeconds = 20;
    http.outward = outward;
    http.outbound =
        new Outbound() {
          @Override
          public Optional<Objection> objection(URI uri) {
            return Optional.empty();
          }
        };
    Door door = new Door(UUID.randomUUID(), address, null);
    return http.post(door, "/Claim/$submit", new byte[] {'{', '}'});
  }
}
