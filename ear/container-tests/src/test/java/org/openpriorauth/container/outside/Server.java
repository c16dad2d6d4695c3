package org.openpriorauth.container.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStopping;
import org.openpriorauth.launcher.Console;
import org.openpriorauth.launcher.RunningSystem;
import org.openpriorauth.launcher.Settings;

/**
 * The stories' server and database without the application: configured by the same scripts, on
 * ports of their own, started before the first test and stopped after the last.
 */
public final class Server {
  private RunningSystem system;

  void start(@Observes ContainerRegistry registry) throws IOException {
    Path home = Path.of(System.getProperty("container.home"));
    // It is never killed, so it writes its coverage itself as it ends.
    String agent =
        "-javaagent:%s=destfile=%s,includes=org.openpriorauth.*"
            .formatted(System.getProperty("openpriorauth.agent"), home.resolve("server.exec"));
    // A new key is current after twice this time, and no test waits two minutes.
    Map<String, String> site = Map.of("OPENPRIORAUTH_KEYS_REFRESH_SECONDS", "1");
    Settings settings = Settings.apart(home, null, agent, site);
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
}
