package org.openpriorauth.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openpriorauth.launcher.Console;
import org.openpriorauth.launcher.Ports;
import org.openpriorauth.launcher.RunningSystem;
import org.openpriorauth.launcher.Settings;

/** One running system for all stories of a run: started with the first, stopped after the last. */
public final class Stack implements BeforeAllCallback {
  /** Stories cannot wait as long as a clinic can. */
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "OPENPRIORAUTH_WORK_FIRST_PAUSE_SECONDS", "1",
          "OPENPRIORAUTH_WORK_LEASE_SECONDS", "10",
          "OPENPRIORAUTH_WORK_ATTEMPTS", "4",
          "OPENPRIORAUTH_PAYER_ANSWER_SECONDS", "5",
          "OPENPRIORAUTH_PAYER_POLL_AFTER_MINUTES", "0");

  private static RunningSystem system;

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Stack.class, key -> new Started(), Started.class);
  }

  static RunningSystem system() {
    return system;
  }

  /** Pulls the server's plug and puts it back. */
  static void killAndRestart() {
    ServerCoverage.fetch(system.settings().home());
    system.server().kill();
    system.server().start();
  }

  /** JUnit closes it when the last story has ended. */
  private static final class Started implements AutoCloseable {
    Started() {
      Path home = fresh(Path.of(System.getProperty("stories.home")));
      int offset = Ports.freeOffset(8080, 8443, 9990, 9993, 8048, 8076, 8037, 8086);
      system =
          RunningSystem.start(
              new Settings(
                  Path.of(System.getProperty("openpriorauth.root")),
                  home,
                  Path.of(System.getProperty("openpriorauth.ear")),
                  Path.of(System.getProperty("openpriorauth.server.zip")),
                  Path.of(System.getProperty("openpriorauth.driver")),
                  Path.of(System.getProperty("openpriorauth.simulator")),
                  8080 + offset,
                  offset,
                  Ports.any(),
                  Ports.any(),
                  ServerCoverage.agent(),
                  IMPATIENT),
              new Console(System.out));
    }

    /** No story may lean on what an earlier run left. */
    private static Path fresh(Path home) {
      if (Files.exists(home)) {
        try (Stream<Path> files = Files.walk(home)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return home;
    }

    @Override
    public void close() {
      ServerCoverage.fetch(system.settings().home());
      system.close();
    }
  }
}
