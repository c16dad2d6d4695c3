package org.openpriorauth.chart.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

class ClamdScannerTest {
  private static final byte[] ANY = {'a'};

  private final ClamdScanner scanner = new ClamdScanner();
  private ServerSocket daemon;

  @BeforeEach
  void open() throws IOException {
    daemon = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    scanner.address = Optional.of("127.0.0.1:" + daemon.getLocalPort());
    scanner.connectSeconds = 2;
    scanner.answerSeconds = 10;
  }

  @AfterEach
  void close() throws IOException {
    daemon.close();
  }

  @Test
  void theWholeContentGoesOutInChunksAndAClearWordComesBack()
      throws ExecutionException, InterruptedException {
    byte[] content = new byte[200_001];
    new Random(7).nextBytes(content);
    CompletableFuture<byte[]> received = answering("stream: OK\0");
    assertThat(scanner.find(content)).isEmpty();
    assertThat(received.get()).isEqualTo(content);
  }

  @Test
  void whatWasFoundIsNamed() {
    CompletableFuture<byte[]> unused = answering("stream: Win.Test.EICAR_HDB-1 FOUND\0");
    assertThat(scanner.find(ANY)).contains("Win.Test.EICAR_HDB-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSTREAM size limit exceeded. ERROR\0",
        "stream: Can't allocate memory ERROR\0",
        "stream: OK FOUND OK\0",
        "OK\0",
        ""
      })
  void anyOtherWordIsNoAnswer(String word) {
    CompletableFuture<byte[]> unused = answering(word);
    refused();
  }

  @Test
  void nobodyThereIsNoAnswer() throws IOException {
    daemon.close();
    refused();
  }

  @Test
  void aDaemonThatKeepsSilentIsNotWaitedForLonger() {
    scanner.answerSeconds = 1;
    Instant start = Instant.now();
    refused();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aSettingThatIsNoAddressIsNoAnswer() {
    scanner.address = Optional.of("clamd");
    refused();
  }

  @Test
  void withoutASettingNothingIsAsked() {
    scanner.address = Optional.empty();
    assertThat(scanner.find(ANY)).isEmpty();
  }

  private void refused() {
    assertThatThrownBy(() -> scanner.find(ANY))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SCANNER_AWAY));
  }

  /** Speaks as clamd does, and gives what it was sent. */
  private CompletableFuture<byte[]> answering(String word) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket line = daemon.accept()) {
            DataInputStream in = new DataInputStream(line.getInputStream());
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                .isEqualTo("zINSTREAM\0");
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
              content.write(in.readNBytes(length));
            }
            line.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
            return content.toByteArray();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        },
        task -> new Thread(task, "clamd").start());
  }
}
