package org.openpriorauth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.checks.Endpoints.Seen;
import org.openpriorauth.outward.Outward;

/** What is seen of addresses that really answer, really refuse, or really say nothing. */
class EndpointsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path temp;

  private final Endpoints endpoints = new Endpoints();

  EndpointsTest() {
    endpoints.outward =
        Outward.of(
            java.util.Optional.empty(), java.util.Optional.empty(), java.util.Optional.empty());
    endpoints.open();
    // A day ahead of everybody else.
    endpoints.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
  }

  @Test
  void aPlainAddressAnswersWithItsClock() throws IOException {
    HttpServer server = HttpServer.create(here(), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(404, -1));
    server.start();
    try {
      Seen seen = look("http", server.getAddress().getPort());
      assertThat(seen.silent()).isFalse();
      assertThat(seen.protocol()).isNull();
      assertThat(seen.local()).isTrue();
      assertThat(seen.clock()).isBetween(Duration.ofHours(23), Duration.ofHours(25));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aCertificateOfNobodysIsRefused() throws Exception {
    HttpsServer server = HttpsServer.create(here(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
    server.start();
    try {
      Seen seen = look("https", server.getAddress().getPort());
      assertThat(seen.refused()).contains("certificate");
      assertThat(EndpointRules.judge("x", List.of(seen), endpoints.clock.instant()).status())
          .isEqualTo(Status.FAIL);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whoTakesTheCallAndSaysNothingIsSilentInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long begun = System.nanoTime();
      Seen seen = look("http", silent.getLocalPort());
      assertThat(seen.silent()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Round.LIMIT);
    }
  }

  private Seen look(String scheme, int port) {
    return endpoints.look(List.of(URI.create(scheme + "://127.0.0.1:" + port + "/r4"))).get(0);
  }

  private static InetSocketAddress here() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** The JDK makes certificates with its tool only. */
  private SSLContext selfSigned() throws Exception {
    Path file = temp.resolve("keys.p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("keytool.log").toFile())
            .start();
    assertThat(tool.waitFor(60, TimeUnit.SECONDS) && tool.exitValue() == 0).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
