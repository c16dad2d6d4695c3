package org.openpriorauth.story;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.openpriorauth.launcher.Console;
import org.openpriorauth.launcher.LaunchFailure;
import org.openpriorauth.launcher.MainJob;

/** The main job of the demo on the stories' server, and what it prints. */
final class DemoRun {
  private static String first;

  private DemoRun() {}

  /** The first one is shared: most of a minute goes into it. */
  static synchronized String first() {
    if (first == null) {
      first = again();
    }
    return first;
  }

  static String again() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    try {
      new MainJob(Stack.system(), new Console(out)).run();
    } catch (LaunchFailure e) {
      throw new AssertionError(said.toString(StandardCharsets.UTF_8), e);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
