package org.openpriorauth.submission.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpriorauth.network.Outbound;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.payer.ChannelService.Door;

class PasHttpTest {
  private final CountDownLatch hungUp = new CountDownLatch(1);
  private HttpServer payer;
  private volatile String host;

  @BeforeEach
  void open() throws IOException {
    payer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    payer.createContext("/", this::drip);
    payer.createContext("/quick", this::quick);
    payer.createContext("/moved", this::moved);
    payer.start();
  }

  @AfterEach
  void close() {
    payer.stop(0);
  }

  @Test
  void aPayerThatDripsIsHungUpOnWhenItsTimeIsOver() throws InterruptedException {
    PasHttp http = http(List.of(InetAddress.getLoopbackAddress()));
    String address = "http://127.0.0.1:" + payer.getAddress().getPort();
    // The first call loads what all calls need, which may take longer than this payer is given.
    http.answerSeconds = 20;
    http.post(new Door(UUID.randomUUID(), address + "/quick", null), "", new byte[0]);
    http.answerSeconds = 1;
    Door door = new Door(UUID.randomUUID(), address + "/fhir", null);
    assertThat(http.post(door, "/Claim/$submit", new byte[] {'{', '}'}))
        .isInstanceOf(PasHttp.Lost.class);
    assertThat(hungUp.await(5, TimeUnit.SECONDS)).as("nobody reads any more").isTrue();
  }

  /** What the name meant when it was looked at counts, and not what it means a moment later. */
  @Test
  void connectsToTheAddressThatWasFoundPermitted() {
    PasHttp http = http(List.of(InetAddress.getLoopbackAddress()));
    http.answerSeconds = 20;
    int port = payer.getAddress().getPort();
    Door door = new Door(UUID.randomUUID(), "http://payer.invalid:" + port + "/quick", null);
    assertThat(http.post(door, "/Claim/$submit", new byte[] {'{', '}'}))
        .isEqualTo(new PasHttp.Answer(200, "{}", null));
    assertThat(host).isEqualTo("payer.invalid:" + port);
  }

  @Test
  void connectsNowhereIfNoAddressIsPermitted() {
    int port = payer.getAddress().getPort();
    Door door = new Door(UUID.randomUUID(), "http://localhost:" + port + "/quick", null);
    assertThat(http(List.of()).post(door, "/Claim/$submit", new byte[0]))
        .isInstanceOf(PasHttp.NotConnected.class);
    assertThat(host).isNull();
  }

  @Test
  void asksNobodyIfTheAddressItselfIsObjectedTo() {
    PasHttp http = http(List.of(InetAddress.getLoopbackAddress()));
    http.outbound =
        new Outbound() {
          @Override
          public Optional<Objection> objection(URI address) {
            return Optional.of(new Objection("inside", "Not there."));
          }
        };
    int port = payer.getAddress().getPort();
    Door door = new Door(UUID.randomUUID(), "http://127.0.0.1:" + port + "/quick", null);
    assertThat(http.post(door, "/Claim/$submit", new byte[0]))
        .isInstanceOf(PasHttp.NotConnected.class);
    assertThat(host).isNull();
  }

  @Test
  void followsNobodyElsewhere() {
    PasHttp http = http(List.of(InetAddress.getLoopbackAddress()));
    http.answerSeconds = 20;
    int port = payer.getAddress().getPort();
    Door door = new Door(UUID.randomUUID(), "http://127.0.0.1:" + port + "/moved", null);
    assertThat(http.post(door, "/Claim/$submit", new byte[] {'{', '}'}))
        .isEqualTo(new PasHttp.Answer(307, "", "/quick"));
    assertThat(host).isNull();
  }

  private static PasHttp http(List<InetAddress> permitted) {
    PasHttp http = new PasHttp();
    http.connectSeconds = 1;
    http.outward = Outward.of(Optional.empty(), Optional.empty(), Optional.empty());
    http.answerSeconds = 1;
    http.outbound =
        new Outbound() {
          @Override
          public Optional<Objection> objection(URI address) {
            return Optional.empty();
          }

          @Override
          public List<InetAddress> addresses(String host) throws UnknownHostException {
            if (permitted.isEmpty()) {
              throw new UnknownHostException(host);
            }
            return permitted;
          }
        };
    return http;
  }

  private void quick(HttpExchange exchange) throws IOException {
    host = exchange.getRequestHeaders().getFirst("Host");
    exchange.sendResponseHeaders(200, 2);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(new byte[] {'{', '}'});
    }
  }

  private void moved(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "/quick");
    exchange.sendResponseHeaders(307, -1);
    exchange.close();
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 200; i++) {
        out.write(' ');
        out.flush();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    } catch (IOException e) {
      hungUp.countDown();
    }
  }
}
