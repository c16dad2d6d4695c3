package org.openpriorauth.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.openpriorauth.launcher.Console;
import org.openpriorauth.launcher.RunningSystem;
import org.openpriorauth.launcher.Settings;

/**
 * Systems as a customer runs them: default settings but one, no agent, a directory of their own.
 */
final class Bench {
  /** One user calls as often as a thousand; the limits are there, and are not met. */
  private static final Map<String, String> HURRIED =
      Map.of("OPENPRIORAUTH_LIMITS_CALLS", "1000000", "OPENPRIORAUTH_LIMITS_SCREENS", "1000000");

  private Bench() {}

  static RunningSystem start(String name, Path ear) throws IOException {
    Path home = Path.of(System.getProperty("stories.home")).resolve(name);
    return RunningSystem.start(Settings.apart(home, ear, null, HURRIED), new Console(System.out));
  }

  /** With the application. */
  static RunningSystem start(String name) throws IOException {
    return start(name, Path.of(System.getProperty("openpriorauth.ear")));
  }
}
