package org.openpriorauth.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.openpriorauth.launcher.Ports;

/** The listener by TLS that a site makes by {@code tls.cli} or {@code tls.asadmin}. */
final class OwnListener {
  private static final int PORT = Ports.any();
  private static final String PASSWORD = UUID.randomUUID().toString();

  private static final String WILDFLY_RENEWAL =
      """
      /subsystem=elytron/key-store=openpriorauth:load
      /subsystem=elytron/key-manager=openpriorauth:init
      """;
  private static final String PAYARA_RENEWAL =
      """
      set server.network-config.network-listeners.network-listener.openpriorauth.enabled=false
      set server.network-config.network-listeners.network-listener.openpriorauth.enabled=true
      """;

  private OwnListener() {}

  /** What the server finds in its environment from the start; the file comes with the listener. */
  static Map<String, String> settings() {
    return Map.of(
        "OPENPRIORAUTH_TLS_KEYSTORE",
        keyStore().toString(),
        "OPENPRIORAUTH_TLS_PASSWORD",
        PASSWORD,
        "OPENPRIORAUTH_TLS_ADDRESS",
        "127.0.0.1",
        "OPENPRIORAUTH_TLS_PORT",
        Integer.toString(PORT));
  }

  static int port() {
    return PORT;
  }

  static String address() {
    return "https://127.0.0.1:" + PORT;
  }

  private static Path keyStore() {
    return Path.of(System.getProperty("stories.home")).resolve("tls.p12").toAbsolutePath();
  }

  /** What the site's administrator puts there, at first and when a certificate is renewed. */
  static void certified(Authority.Issued issued) throws IOException, GeneralSecurityException {
    issued.keyStore(keyStore(), PASSWORD);
  }

  /** Runs the site's script, and answers what was said. */
  static String install() {
    String script = Stack.PAYARA ? "payara/tls.asadmin" : "wildfly/tls.cli";
    Path root = Path.of(System.getProperty("openpriorauth.root"));
    return Stack.system().server().run(root.resolve("server-config").resolve(script));
  }

  /** As the guide says that a renewed certificate is taken over. */
  static void renewed() throws IOException {
    Path script = keyStore().resolveSibling("renew");
    Files.writeString(script, Stack.PAYARA ? PAYARA_RENEWAL : WILDFLY_RENEWAL);
    Stack.system().server().run(script);
  }

  /** A handshake by one version alone; the connection is the caller's. */
  static SSLSocket connected(SSLContext client, String version) throws IOException {
    SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket("127.0.0.1", PORT);
    try {
      socket.setSoTimeout(10_000);
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** What it shows to who has not been here before. */
  static Certificate shown(SSLContext newcomer) throws IOException {
    try (SSLSocket socket = connected(newcomer, "TLSv1.3")) {
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  static boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
