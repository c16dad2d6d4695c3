package org.openpriorauth.launcher;

import java.nio.file.Path;

/** A server that runs the EAR: WildFly or Payara. */
public interface ApplicationServer extends AutoCloseable {
  /** Returns when the application answers that it is ready. */
  void start();

  /** As {@code kill -9} does it. */
  void kill();

  Path log();

  long pid();

  @Override
  void close();
}
