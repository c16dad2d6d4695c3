package org.openpriorauth.submission.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpriorauth.payer.ChannelService.Door;

class PasHttpTest {
  private final CountDownLatch hungUp = new CountDownLatch(1);
  private HttpServer payer;

  @BeforeEach
  void open() throws IOException {
    payer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    payer.createContext("/", this::drip);
    payer.start();
  }

  @AfterEach
  void close() {
    payer.stop(0);
  }

  @Test
  void aPayerThatDripsIsHungUpOnWhenItsTimeIsOver() throws InterruptedException {
    PasHttp http = new PasHttp();
    http.connectSeconds = 1;
    http.answerSeconds = 1;
    Door door =
        new Door(
            UUID.randomUUID(), "http://127.0.0.1:" + payer.getAddress().getPort() + "/fhir", null);
    assertThat(http.post(door, "/Claim/$submit", new byte[] {'{', '}'}))
        .isInstanceOf(PasHttp.Lost.class);
    assertThat(hungUp.await(5, TimeUnit.SECONDS)).as("nobody reads any more").isTrue();
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
