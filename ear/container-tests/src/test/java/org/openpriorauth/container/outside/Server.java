package org.openpriorauth.container.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStopping;
import org.openpriorauth.launcher.Console;
import org.openpriorauth.launcher.Ports;
import org.openpriorauth.launcher.RunningSystem;
import org.openpriorauth.launcher.Settings;

/**
 * The stories' server and database without the application: configured by the same scripts, on
 * ports of their own, started before the first test and stopped after the last.
 */
public final class Server {
  private RunningSystem system;

  void start(@Observes ContainerRegistry registry) {
    Path home = fresh(Path.of(System.getProperty("container.home")));
    int offset = Ports.freeOffset(8080, 8443, 9990, 9993);
    Settings settings =
        new Settings(
            Path.of(System.getProperty("openpriorauth.root")),
            home,
            null,
            Path.of(System.getProperty("openpriorauth.server.zip")),
            Path.of(System.getProperty("openpriorauth.driver")),
            Path.of(System.getProperty("openpriorauth.simulator")),
            8080 + offset,
            offset,
            Ports.any(),
            Ports.any(),
            // It is never killed, so it writes its coverage itself as it ends.
            "-javaagent:%s=destfile=%s,includes=org.openpriorauth.*"
                .formatted(System.getProperty("openpriorauth.agent"), home.resolve("server.exec")),
            Map.of());
    system = RunningSystem.start(settings, new Console(System.out));
    for (Container<?> container : registry.getContainers()) {
      container
          .getContainerConfiguration()
          .property("managementPort", String.valueOf(settings.managementPort()));
    }
  }

  void stop(@Observes ManagerStopping ending) {
    if (system != null) {
      system.close();
    }
  }

  /** No test may lean on what an earlier run left. */
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
}
