package org.openpriorauth.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jacoco.core.tools.ExecDumpClient;
import org.openpriorauth.launcher.Ports;

/**
 * What the stories ran inside the server. Fetched from the live process, because a killed one
 * writes nothing down.
 */
final class ServerCoverage {
  private static final int PORT = Ports.any();

  private ServerCoverage() {}

  static String agent() {
    return "-javaagent:%s=output=tcpserver,address=127.0.0.1,port=%d,includes=org.openpriorauth.*"
        .formatted(System.getProperty("openpriorauth.agent"), PORT);
  }

  /** Appends to one file a server. */
  static void fetch(Path home) {
    ExecDumpClient client = new ExecDumpClient();
    client.setDump(true);
    client.setReset(true);
    try {
      client.dump("127.0.0.1", PORT).save(home.resolve("server.exec").toFile(), true);
    } catch (IOException e) {
      throw new UncheckedIOException("The server gave no coverage.", e);
    }
  }
}
