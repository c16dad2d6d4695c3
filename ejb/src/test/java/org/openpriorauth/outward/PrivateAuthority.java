package org.openpriorauth.outward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A hospital's own certificate authority, made with the JDK's tool, and servers that it vouches
 * for.
 */
public final class PrivateAuthority {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path directory;
  private final Map<String, SSLContext> servers = new HashMap<>();

  public PrivateAuthority(Path directory) {
    this.directory = directory;
    keytool("ca.p12", "-genkeypair", "-alias", "ca", "-dname", "CN=Hospital CA", "-ext", "bc:c");
    keytool("ca.p12", "-exportcert", "-rfc", "-alias", "ca", "-file", file("ca.pem"));
  }

  /** Settings that name it. */
  public Outward trusted(Optional<String> proxy, Optional<String> except) {
    return Outward.of(Optional.of(file("ca.pem")), proxy, except);
  }

  /**
   * What a server speaks TLS with.
   *
   * @param names for example {@code ip:127.0.0.1}
   */
  public SSLContext server(String names) {
    return servers.computeIfAbsent(names, this::made);
  }

  private SSLContext made(String names) {
    String store = "server-" + names.replaceAll("\\W", "_") + ".p12";
    keytool(store, "-genkeypair", "-alias", "server", "-dname", "CN=A server");
    keytool(store, "-certreq", "-alias", "server", "-file", file(store + ".csr"));
    keytool(
        "ca.p12",
        "-gencert",
        "-rfc",
        "-alias",
        "ca",
        "-infile",
        file(store + ".csr"),
        "-outfile",
        file(store + ".pem"),
        "-ext",
        "san=" + names);
    keytool(store, "-importcert", "-noprompt", "-alias", "ca", "-file", file("ca.pem"));
    keytool(store, "-importcert", "-noprompt", "-alias", "server", "-file", file(store + ".pem"));
    try (InputStream in = Files.newInputStream(directory.resolve(store))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private void keytool(String store, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", file(store), "-storetype", "PKCS12", "-storepass", "changeit"));
    if (command.contains("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
    }
    try {
      Process tool =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("keytool.log").toFile())
              .start();
      assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(tool.exitValue()).as(Files.readString(directory.resolve("keytool.log"))).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
