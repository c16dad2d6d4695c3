package org.openpriorauth.launcher;

import java.nio.file.Path;

/** A server that runs the EAR: WildFly or Payara. */
public interface ApplicationServer extends AutoCloseable {
  /** Returns when the application answers that it is ready. */
  void start();

  /**
   * Runs a script of commands on the running server, as a site does, and answers what was said.
   *
   * @throws LaunchFailure if a command failed
   */
  String run(Path script);

  /** The file that a script's changes end up in. */
  Path configuration();

  /** As {@code kill -9} does it. */
  void kill();

  Path log();

  long pid();

  @Override
  void close();
}
