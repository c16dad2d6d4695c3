package org.openpriorauth.chart.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.outward.PrivateAuthority;
import org.openpriorauth.outward.RecordingProxy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket under a site's own authority, behind a site's own proxy. */
class S3ThroughProxyTest {
  private static final Optional<String> NONE = Optional.empty();

  @TempDir static Path directory;

  @Test
  void theProxyIsAskedAndTheCertificateLookedAt() throws Exception {
    PrivateAuthority authority = new PrivateAuthority(directory);
    AtomicInteger calls = new AtomicInteger();
    HttpsServer service =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.setHttpsConfigurator(new HttpsConfigurator(authority.server("dns:minio.example")));
    service.createContext(
        "/",
        call -> {
          calls.incrementAndGet();
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    service.start();
    try (RecordingProxy proxy = new RecordingProxy(service.getAddress().getPort())) {
      Optional<String> address = Optional.of(proxy.address());
      look(authority.trusted(address, NONE));
      assertThat(proxy.asked()).containsExactly("CONNECT minio.example:9000 HTTP/1.1");
      assertThat(calls).hasValue(1);
      assertThatThrownBy(() -> look(Outward.of(NONE, address, NONE)))
          .isInstanceOf(SdkException.class);
      assertThat(calls).as("without its authority").hasValue(1);
    } finally {
      service.stop(0);
    }
  }

  private static void look(Outward outward) {
    S3Settings settings =
        S3Stores.read(S3Stores.settings(URI.create("https://minio.example:9000")));
    try (S3Client client = S3Connection.to(settings, outward)) {
      client.headBucket(bucket -> bucket.bucket(settings.bucket()));
    }
  }
}
