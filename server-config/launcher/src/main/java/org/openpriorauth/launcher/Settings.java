package org.openpriorauth.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where one running system lives and listens.
 *
 * @param root the checkout: its scripts in {@code server-config}, unpacked servers in {@code .run}
 * @param home the system's own directory: data, secrets, configuration, logs
 * @param ear null for a WildFly without the application, which a test then deploys
 * @param simulator the payer simulator's jar
 * @param httpPort of the application
 * @param portOffset added to the server's other ports
 * @param agent JVM option for the server process, such as a coverage agent, or null
 * @param environment given to the server beside what the launcher says: a site's own settings
 */
public record Settings(
    Path root,
    Path home,
    Path ear,
    Path serverZip,
    Path driver,
    Path simulator,
    int httpPort,
    int portOffset,
    int databasePort,
    int simulatorPort,
    String agent,
    Map<String, String> environment) {
  private static final int WILDFLY_MANAGEMENT = 9990;
  private static final int WILDFLY_HTTPS = 8443;

  /** Payara counts all its ports from one base. */
  private static final int PAYARA_HTTP = 80;

  private static final int PAYARA_HTTPS = 81;
  private static final int PAYARA_ADMIN = 48;

  /**
   * A system beside any other: on free ports, in a directory that is emptied first, from the
   * archives that the build names by system properties.
   *
   * @param agent see {@link #agent}
   * @throws IOException if what lay in the directory cannot be deleted
   */
  public static Settings apart(Path home, Path ear, String agent, Map<String, String> environment)
      throws IOException {
    Directories.delete(home);
    int offset = Ports.freeOffset(8080, 8443, 9990, 9993, 8048, 8076, 8037, 8086);
    return new Settings(
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
        agent,
        environment);
  }

  /** The server's installation, unpacked once and shared by every system of this checkout. */
  Path unpackServer() throws IOException {
    String version = serverZip.getFileName().toString().replaceAll("\\.zip$", "");
    return Directories.unpack(serverZip, root.resolve(".run/servers").resolve(version));
  }

  Path logs() {
    return home.resolve("logs");
  }

  /** Which server runs is told by what its archive is. */
  boolean payara() {
    return serverZip.getFileName().toString().startsWith("payara");
  }

  /** Where the server is managed; WildFly answers for its health there too. */
  public int managementPort() {
    return payara() ? payaraPorts() + PAYARA_ADMIN : WILDFLY_MANAGEMENT + portOffset;
  }

  /** A listener that the server opens by itself. */
  int securePort() {
    return payara() ? payaraPorts() + PAYARA_HTTPS : WILDFLY_HTTPS + portOffset;
  }

  int payaraPorts() {
    return httpPort - PAYARA_HTTP;
  }

  public String address() {
    return "http://127.0.0.1:" + httpPort;
  }
}
