package org.openpriorauth.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong before anything runs is one sentence with a way out, and leaves nothing behind.
 */
class LaunchTest {
  @TempDir private Path directory;

  @Test
  void aTakenPortIsNamedWithTheWayOut() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.require(taken.getLocalPort(), "the application", "demo.port"))
          .isInstanceOf(LaunchFailure.class)
          .hasMessage(
              "Port %d (the application) is in use. Stop what listens there, or choose another with -Ddemo.port=NUMBER.",
              taken.getLocalPort());
    }
  }

  @Test
  void aFullDiskIsFoundBeforehand() throws Exception {
    Directories.requireRoom(directory, 1);
    assertThatThrownBy(() -> Directories.requireRoom(directory, Long.MAX_VALUE))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageMatching("The disk of .* has \\d+ MB left; \\d+ MB are needed\\.");
  }

  @Test
  void whatWentWrongIsSaidWhereThePersonLooks() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThatThrownBy(() -> console.step("Looking around", () -> tooFull()))
        .isInstanceOf(LaunchFailure.class);
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.startsWith("  The disk of "));
  }

  private Void tooFull() throws IOException {
    Directories.requireRoom(directory, Long.MAX_VALUE);
    return null;
  }

  @Test
  void oneSystemADirectory() throws Exception {
    try (HomeLock first = HomeLock.take(directory)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> HomeLock.take(directory))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("running already");
    }
    HomeLock.take(directory).close();
  }

  @Test
  void whatAKilledRunLeftIsEnded() throws Exception {
    Process left = new ProcessBuilder("sleep", "600").start();
    try {
      remember("wildfly", left.pid(), left.info().startInstant().orElseThrow().toEpochMilli());
      assertThat(Child.endLeftover("wildfly", directory)).isTrue();
      assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(directory.resolve("wildfly.pid")).doesNotExist();
    } finally {
      left.destroyForcibly();
    }
  }

  @Test
  void aNumberThatBelongsToSomebodyElseByNowIsLeftAlone() throws Exception {
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      remember("wildfly", other.pid(), 1);
      assertThat(Child.endLeftover("wildfly", directory)).isFalse();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aProcessThatEndsInsteadOfGettingReadyIsToldWithItsLastWords() throws Exception {
    List<String> command = List.of("sh", "-c", "echo no such schema; exit 3");
    try (Child child = Child.start("server", directory, command, Map.of())) {
      assertThatThrownBy(() -> child.await(() -> false, java.time.Duration.ofSeconds(30)))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContainingAll("server ended with code 3", "no such schema");
    }
  }

  @Test
  void anArchiveIsUnpackedWholeOrNotAtAll() throws Exception {
    Path broken = Files.write(directory.resolve("server.zip"), new byte[] {'P', 'K', 3, 4, 9});
    Path target = directory.resolve("server");
    assertThatThrownBy(() -> Directories.unpack(broken, target)).isInstanceOf(Exception.class);
    assertThat(target).doesNotExist();
  }

  private void remember(String name, long pid, long begun) throws Exception {
    Files.writeString(directory.resolve(name + ".pid"), pid + " " + begun);
  }
}
