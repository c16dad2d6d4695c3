package org.openpriorauth.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.openpriorauth.launcher.Console;
import org.openpriorauth.launcher.Ports;
import org.openpriorauth.launcher.RunningSystem;
import org.openpriorauth.launcher.Settings;

/** Systems as a customer runs them: default settings, no agent, a directory of their own. */
final class Bench {
  private Bench() {}

  static RunningSystem start(String name, Path ear) throws IOException {
    Path home = Path.of(System.getProperty("stories.home")).resolve(name);
    empty(home);
    int offset = Ports.freeOffset(8080, 8443, 9990, 9993);
    return RunningSystem.start(
        new Settings(
            Path.of(System.getProperty("openpriorauth.root")),
            home,
            ear,
            Path.of(System.getProperty("openpriorauth.server.zip")),
            Path.of(System.getProperty("openpriorauth.driver")),
            Path.of(System.getProperty("openpriorauth.simulator")),
            8080 + offset,
            offset,
            Ports.any(),
            Ports.any(),
            null,
            Map.of()),
        new Console(System.out));
  }

  /** With the application. */
  static RunningSystem start(String name) throws IOException {
    return start(name, Path.of(System.getProperty("openpriorauth.ear")));
  }

  private static void empty(Path home) throws IOException {
    if (Files.exists(home)) {
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
