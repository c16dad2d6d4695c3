package org.openpriorauth.keys.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.keys.MasterKeyException;
import org.openpriorauth.outward.Outward;

/** Against what containers and machines of AWS find next door. */
@Tag("security")
class RoleCredentialsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String ROLE = "/latest/meta-data/iam/security-credentials/";

  @TempDir Path directory;
  private HttpServer server;
  private String address;
  private int given;
  private final RoleCredentials role = new RoleCredentials();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    role.outward =
        Outward.of(
            java.util.Optional.empty(), java.util.Optional.empty(), java.util.Optional.empty());
    address = "http://127.0.0.1:" + server.getAddress().getPort();
    role.containerPath = Optional.empty();
    role.containerAddress = Optional.empty();
    role.tokenFile = Optional.empty();
    role.machine = address;
    at(Duration.ZERO);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aMachinesRoleIsAskedForWithATokenAndAgainBeforeItEnds() {
    Credentials first = role.get();
    assertThat(first.accessKey()).isEqualTo("ASIA1");
    assertThat(first.sessionToken()).contains("session");
    at(Duration.ofMinutes(50));
    assertThat(role.get()).isSameAs(first);
    at(Duration.ofMinutes(56));
    assertThat(role.get().accessKey()).isEqualTo("ASIA2");
    assertThat(first.toString()).doesNotContain("secret");
  }

  @Test
  void aContainersRoleIsAskedForWithItsTokensFile() throws IOException {
    role.containerAddress = Optional.of(address + "/v1/credentials");
    assertThatThrownBy(role::get).isInstanceOf(MasterKeyException.class);
    Path token = Files.writeString(directory.resolve("token"), "pod\n");
    role.tokenFile = Optional.of(token.toString());
    assertThat(role.get().accessKey()).isEqualTo("ASIA1");
  }

  @Test
  void withoutARoleTheSettingIsNamed() {
    role.machine = "http://127.0.0.1:1";
    assertThatThrownBy(role::get)
        .isInstanceOf(MasterKeyException.class)
        .hasMessageContaining("openpriorauth.keys.kms.access-key");
  }

  private void at(Duration later) {
    role.clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String call = exchange.getRequestMethod() + " " + path;
    boolean known = "tok".equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"));
    boolean pod = "pod".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (call.equals("PUT /latest/api/token")) {
      answer(exchange, 200, "tok");
    } else if (known && path.equals(ROLE)) {
      answer(exchange, 200, "hospital-role");
    } else if ((known && path.equals(ROLE + "hospital-role"))
        || (pod && path.equals("/v1/credentials"))) {
      given++;
      answer(
          exchange,
          200,
          ("{\"AccessKeyId\": \"ASIA%d\", \"SecretAccessKey\": \"secret\", \"Token\": \"session\","
                  + " \"Expiration\": \"%s\"}")
              .formatted(given, role.clock.instant().plus(Duration.ofHours(1))));
    } else {
      answer(exchange, 401, "");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
